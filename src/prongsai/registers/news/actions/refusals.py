"""Why a deed about an article is refused."""

from prongsai.ita.errors import ItaError


class NotReady(ItaError):
    """The self-check found what must be put right first: ``count``."""

    code = "news.not-ready"


class WarningsOpen(ItaError):
    """The self-check warns, and nobody said that it was looked at: ``count``."""

    code = "news.warnings-open"


class NoteMissing(ItaError):
    """A new version has to say, in both languages, what was corrected."""

    code = "news.note-missing"


class ReasonMissing(ItaError):
    """Taking back needs a public reason in both languages."""

    code = "news.reason-missing"


class TitleMissing(ItaError):
    """An article without a Thai title."""

    code = "news.title-missing"


class SlugTaken(ItaError):
    """The short name is taken in that year, or was one that moved: ``address``."""

    code = "news.slug-taken"


class SlugUnfit(ItaError):
    """A short name has small letters, digits and hyphens: ``slug``."""

    code = "news.slug-unfit"


class DayPassed(ItaError):
    """What is to be published by itself needs a day to come: ``day``."""

    code = "news.day-passed"


class NotScheduled(ItaError):
    """It does not wait for a day."""

    code = "news.not-scheduled"


class NotPublic(ItaError):
    """This can only be done with what is public."""

    code = "news.not-public"


class TooManyPhotos(ItaError):
    """An article takes only so many photos: ``limit``."""

    code = "news.too-many-photos"


class OutletOff(ItaError):
    """Posting there is switched off: ``outlet``."""

    code = "news.outlet-off"


class TokenMissing(ItaError):
    """Switching on needs the access token, and a page its number."""

    code = "news.token-missing"


class TokenUnreadable(ItaError):
    """The token was sealed with another secret of the installation."""

    code = "news.token-unreadable"


class AlreadyAsked(ItaError):
    """This version was posted there, or is on its way: ``outlet``."""

    code = "news.already-posted"


class NothingToSettle(ItaError):
    """Only a posting whose end is unknown can be settled."""

    code = "news.nothing-to-settle"
