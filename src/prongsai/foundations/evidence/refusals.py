"""What gathering evidence refuses; the sentences are in ``words/*/evidence.toml``."""

from prongsai.ita.errors import ItaError


class EvidenceRefused(ItaError):
    """Base of what is refused about evidence."""

    code = "evidence.refused"


class TitleMissing(EvidenceRefused):
    """Nobody said what the evidence shows."""

    code = "evidence.title-missing"


class ReasonMissing(EvidenceRefused):
    """Replaced or withdrawn without a reason."""

    code = "evidence.reason-missing"


class ExpiresBeforeItBegins(EvidenceRefused):
    """Valid until a day before the period it covers: ``expires``, ``start``."""

    code = "evidence.expires-too-early"


class NoLongerStands(EvidenceRefused):
    """Replaced or withdrawn already."""

    code = "evidence.no-longer-stands"


class UnfitReplacement(EvidenceRefused):
    """The new one belongs elsewhere, or is in use as another's replacement."""

    code = "evidence.unfit-replacement"


class NothingOfTheSort(EvidenceRefused):
    """There is no such record, or this person may not name it."""

    code = "evidence.no-such-record"


class NotPublic(EvidenceRefused):
    """The published version was withdrawn: ``address``, ``number``."""

    code = "evidence.not-public"


class CopyNeeded(EvidenceRefused):
    """Pages are not fetched here, so a saved copy must be given: ``url``."""

    code = "evidence.copy-needed"
