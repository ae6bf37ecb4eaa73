"""Why a deed about a report is refused."""

from prongsai.ita.errors import ItaError


class AlreadyBegun(ItaError):
    """This report of the year is there already: ``year``."""

    code = "reports.already-begun"


class NotReady(ItaError):
    """Records it is composed of are missing: ``missing``, as codes."""

    code = "reports.not-ready"


class OutsideYear(ItaError):
    """The cut-off lies before the fiscal year or after it: ``year``."""

    code = "reports.outside-year"


class CutOffToCome(ItaError):
    """The day the report speaks of has not come yet: ``day``."""

    code = "reports.cut-off-to-come"


class TitleMissing(ItaError):
    """A report without a title."""

    code = "reports.title-missing"


class Frozen(ItaError):
    """It is submitted: it has to be taken back before it is changed."""

    code = "reports.frozen"


class UnknownPlace(ItaError):
    """There is no text at this place of the report: ``place``."""

    code = "reports.unknown-place"


class TextMissing(ItaError):
    """An empty text: the drafted one can be restored instead."""

    code = "reports.text-missing"


class NothingWritten(ItaError):
    """Nobody has written here: the drafted text stands."""

    code = "reports.nothing-written"


class ErrorsLeft(ItaError):
    """Findings that are errors, and nobody overrode exactly these: ``count``, ``said``."""

    code = "reports.errors-left"


class NothingToOverride(ItaError):
    """There is no error that an override would be for."""

    code = "reports.nothing-to-override"


class ReasonMissing(ItaError):
    """An override without a reason."""

    code = "reports.reason-missing"


class NotApproved(ItaError):
    """Only what was approved, and still holds, is published."""

    code = "reports.not-approved"


class NoteMissing(ItaError):
    """A new version has to say, in both languages, what was corrected."""

    code = "reports.note-missing"
