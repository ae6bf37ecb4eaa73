"""Why a deed about the disclosure of a year is refused."""

from prongsai.ita.errors import ItaError


class YearOpenAlready(ItaError):
    """The disclosure of this year is open: ``year``."""

    code = "disclosing.year-open"


class NoItems(ItaError):
    """The framework of the year lists no items: ``year``."""

    code = "disclosing.no-items"


class WindowBackwards(ItaError):
    """The window closes before it opens."""

    code = "disclosing.window-backwards"


class NothingToRenew(ItaError):
    """The framework says what it said before: ``revision``."""

    code = "disclosing.nothing-to-renew"


class NothingToCarry(ItaError):
    """Nothing of the earlier year fits: ``year``."""

    code = "disclosing.nothing-to-carry"


class KeysNotAsked(ItaError):
    """The item does not ask for these elements: ``keys``."""

    code = "disclosing.keys-not-asked"


class PartEmpty(ItaError):
    """A part without what its kind is made of."""

    code = "disclosing.part-empty"


class TitleMissing(ItaError):
    """Files, tables and links need a heading."""

    code = "disclosing.title-missing"


class AltMissing(ItaError):
    """A picture without words that say what it shows."""

    code = "disclosing.alt-missing"


class NotPublishable(ItaError):
    """A file of a format that is not published: ``name``."""

    code = "disclosing.not-publishable"


class OnePicture(ItaError):
    """Several pictures in one part: each needs its own words."""

    code = "disclosing.one-picture"


class BadAddress(ItaError):
    """An address that is none on the web: ``url``."""

    code = "disclosing.bad-address"


class UnknownRegister(ItaError):
    """No register offers this for the item: ``supply``."""

    code = "disclosing.unknown-register"


class ChristianYear(ItaError):
    """A year of the Christian era: ``year``, ``buddhist``."""

    code = "disclosing.christian-year"


class WrongYear(ItaError):
    """Data of a year far from the year of the item: ``year``, ``expected``."""

    code = "disclosing.wrong-year"


class PeriodBackwards(ItaError):
    """The period ends before it starts."""

    code = "disclosing.period-backwards"


class PeriodOutside(ItaError):
    """The period lies outside the fiscal year of the data: ``year``, ``first``, ``last``."""

    code = "disclosing.period-outside"


class TableProblems(ItaError):
    """The table cannot be taken over: ``count`` problems."""

    code = "disclosing.table-problems"


class TableTaken(ItaError):
    """This upload is taken over already."""

    code = "disclosing.table-taken"


class ReasonMissing(ItaError):
    """A reason in Thai and in English is needed."""

    code = "disclosing.reason-missing"


class SourceMissing(ItaError):
    """An exemption without its reason and the rule it stands on."""

    code = "disclosing.source-missing"


class ExemptAlready(ItaError):
    """This element has an exemption: ``key``."""

    code = "disclosing.exempt-already"


class NoParts(ItaError):
    """There is nothing to publish: the item has no parts."""

    code = "disclosing.no-parts"


class NeedsMemo(ItaError):
    """This item is published after a memo only."""

    code = "disclosing.needs-memo"


class NothingNew(ItaError):
    """What is public says exactly this: ``number``."""

    code = "disclosing.nothing-new"


class NotPublic(ItaError):
    """There is nothing public to take back."""

    code = "disclosing.not-public"


class NotWaiting(ItaError):
    """There is no memo to take the item back from."""

    code = "disclosing.not-waiting"


class EditionDropped(ItaError):
    """The item was changed after this edition was composed: ``number``."""

    code = "disclosing.edition-dropped"


class FileGone(ItaError):
    """A file of a part cannot be read: ``name``."""

    code = "disclosing.file-gone"
