"""Every error this library raises on purpose."""


class ItaError(Exception):
    """Base class: catch this at the edge, never in the middle.

    Carries a stable ``code`` and the facts as keywords. The words people read
    live in the catalogues, in Thai and in English; none of them live here.
    """

    code = "error"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts = facts


class InvalidMove(ItaError):
    """A state may not follow another."""

    code = "workflow.invalid-move"


class BadFramework(ItaError):
    """A framework file contradicts itself: ``framework``, ``problems``."""

    code = "framework.bad"


class UnknownYear(ItaError):
    """No framework is shipped for that fiscal year: ``year``, ``known``."""

    code = "framework.unknown-year"


class YearTooEarly(ItaError):
    """Years before 2562 cannot be computed: ``year``."""

    code = "framework.year-too-early"


class BadScores(ItaError):
    """Scores that are not what the year asks for: ``problem``."""

    code = "scoring.bad-scores"


class WrongCount(BadScores):
    """Too few or too many values: ``found``, ``expected``, ``year``."""

    code = "scoring.wrong-count"


class NotANumber(BadScores):
    """A value that is no number of points: ``place``, ``found``."""

    code = "scoring.not-a-number"


class OutOfRange(BadScores):
    """Points below 0 or above 100: ``place``, ``found``."""

    code = "scoring.out-of-range"


class UnknownIndicator(BadScores):
    """No such indicator in that year: ``indicator``, ``year``."""

    code = "scoring.unknown-indicator"


class UnknownItem(BadScores):
    """No such OIT item in that year: ``item``, ``year``."""

    code = "scoring.unknown-item"


class ItemScoresIncomplete(BadScores):
    """Some OIT items have no score: ``items``, ``year``."""

    code = "scoring.items-incomplete"


class GroupingUnknown(BadScores):
    """No source tells how the year groups its OIT items: ``year``."""

    code = "scoring.grouping-unknown"


class UnknownLevel(BadScores):
    """No such level in that year: ``level``, ``year``, ``known``."""

    code = "scoring.unknown-level"


class UnreadableDate(ItaError):
    """A text that is no date: ``text``."""

    code = "thai.unreadable-date"


class UnusableInput(ItaError):
    """A file that cannot become a report; subclasses say why: ``name``."""

    code = "reading.unusable"


class EmptyFile(UnusableInput):
    """Nothing is in the file: ``name``."""

    code = "reading.empty"


class MissingFile(UnusableInput):
    """No such file, or it may not be opened: ``name``."""

    code = "reading.missing"


class FileTooLarge(UnusableInput):
    """Larger than any report: ``name``, ``size_mb``, ``limit_mb``."""

    code = "reading.too-large"


class UnknownFormat(UnusableInput):
    """Neither text, HTML, DOCX nor PDF: ``name``."""

    code = "reading.unknown-format"


class OldWordFile(UnusableInput):
    """A ``.doc`` of Word 2003 or earlier: ``name``."""

    code = "reading.old-word"


class WrongExtension(UnusableInput):
    """The name says one thing, the bytes another: ``name``, ``said``, ``found``."""

    code = "reading.wrong-extension"


class BrokenFile(UnusableInput):
    """The right kind of file, but damaged or protected: ``name``, ``format``."""

    code = "reading.broken"


class TooComplex(UnusableInput):
    """Unpacks, nests or repeats beyond any report: ``name``, ``what``, ``limit``."""

    code = "reading.too-complex"


class NoTextLayer(UnusableInput):
    """A PDF of pictures; reading needs ``--ocr``: ``name``."""

    code = "reading.no-text-layer"


class GarbledText(UnusableInput):
    """A text layer whose Thai cannot be trusted: ``name``, ``page``."""

    code = "reading.garbled-text"


class OcrUnavailable(UnusableInput):
    """Tesseract with Thai is not installed: ``name``."""

    code = "reading.ocr-unavailable"


class NoReport(UnusableInput):
    """Readable, but no report, plan, memo or score table: ``name``."""

    code = "reading.no-report"


class BadReportJson(UnusableInput):
    """JSON that is not a report: ``name``, ``where``, ``problem``."""

    code = "reading.bad-json"


class CannotRender(ItaError):
    """The report lacks what the document is made of: ``document``, ``missing``."""

    code = "rendering.nothing-to-write"
