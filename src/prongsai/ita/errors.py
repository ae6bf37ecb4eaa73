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
