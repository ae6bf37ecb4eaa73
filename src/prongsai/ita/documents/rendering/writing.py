"""Writes a report as an official document, in the format that is asked for."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from prongsai.ita.documents.model.codec import to_json
from prongsai.ita.documents.model.report import Kind, Report
from prongsai.ita.documents.rendering.blocks import Document
from prongsai.ita.documents.rendering.contents import analysis, memo, plan, scores
from prongsai.ita.documents.rendering.contents import report as whole
from prongsai.ita.documents.rendering.html import to_html
from prongsai.ita.documents.rendering.wording import Digits, Wording
from prongsai.ita.words.catalogue import Language


class Format(StrEnum):
    """What a document can be written as."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    JSON = "json"


class DocumentKind(StrEnum):
    """Which official document is written from a report."""

    REPORT = "report"
    PLAN = "plan"
    ANALYSIS = "analysis"
    MEMO = "memo"


_BUILD = {
    DocumentKind.REPORT: whole.build,
    DocumentKind.PLAN: plan.build,
    DocumentKind.ANALYSIS: analysis.build,
    DocumentKind.MEMO: memo.build,
}
_USUAL = {
    Kind.MEASURES_RESULT: DocumentKind.REPORT,
    Kind.ANALYSIS_AND_PLAN: DocumentKind.PLAN,
    Kind.SCORES: DocumentKind.ANALYSIS,
    Kind.MEMO: DocumentKind.MEMO,
}


def default_document(report: Report) -> DocumentKind:
    """Return the document that is usual for a report and leaves nothing of it out.

    A plan that also holds scores or a memo becomes a whole report, for example.
    """
    parts = {
        DocumentKind.PLAN: bool(report.measures),
        DocumentKind.ANALYSIS: scores.has_scores(report) or bool(report.narratives),
        DocumentKind.MEMO: report.memo is not None,
    }
    usual = _USUAL.get(report.kind, DocumentKind.REPORT)
    if any(there for part, there in parts.items() if part is not usual):
        return DocumentKind.REPORT
    return usual


def compose(
    report: Report,
    document: DocumentKind | None = None,
    *,
    wording: Wording | None = None,
) -> Document:
    """Return a report as blocks to paint. Raises ``CannotRender``."""
    kind = document or default_document(report)
    return _BUILD[kind](report, wording or Wording())


def render(
    report: Report,
    *,
    document: DocumentKind | str | None = None,
    to: Format | str = Format.PDF,
    digits: Digits | str | None = Digits.THAI,
    language: Language = "th",
) -> bytes:
    """Write a report as a file's bytes.

    Raises ``CannotRender`` when the report lacks what the document is made of.
    JSON always holds the whole report, whichever document is asked for.

    What is written can be read back. With ``digits=None`` the report's own texts are
    printed as they are and reading gives an equal report; with Thai or Arabic digits
    it is equal once all digits are folded to one kind. Drafts in an analysis are not
    the report's words, and reading leaves them out.
    """
    wanted = Format(to)
    if wanted is Format.JSON:
        return to_json(report).encode()
    wording = Wording(digits=Digits(digits) if digits else None, language=language)
    kind = DocumentKind(document) if document else None
    composed = compose(report, kind, wording=wording)
    return _PAINT[wanted](composed)


# A painter brings a large library of its own: only the one that is asked for is
# imported, which is most of the time that writing one file takes.


def _pdf(document: Document) -> bytes:
    from prongsai.ita.documents.rendering.pdf import to_pdf  # noqa: PLC0415  # above

    return to_pdf(document)


def _docx(document: Document) -> bytes:
    from prongsai.ita.documents.rendering.docx import to_docx  # noqa: PLC0415  # above

    return to_docx(document)


_PAINT: Mapping[Format, Callable[[Document], bytes]] = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.HTML: lambda document: to_html(document).encode(),
}
