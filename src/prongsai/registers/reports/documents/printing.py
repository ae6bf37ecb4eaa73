"""A report as an official document: PDF, DOCX, HTML and JSON, each from the same content.

The library lays the report out; in front and behind stand the introduction, the closing,
the figures, the evidence, the log and the stamp. Reading the document gives the report
back: the library takes what stands around it for what it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import segno

from prongsai.ita.documents.model.codec import to_json
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    Numbering,
    Orientation,
    Paragraph,
    Section,
    Stamp,
    Style,
)
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.html import to_html
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.documents.rendering.writing import DocumentKind, compose
from prongsai.ita.thai.dates import long_date
from prongsai.registers.reports.queries.contents import Content, Placed, Proof
from prongsai.registers.reports.queries.sentences import say
from prongsai.registers.reports.states import ReportKind

OFFICIAL = Wording()
"""Thai digits everywhere, codes with Latin letters and addresses left alone."""

SHORT = 16
_KINDS = {
    # An analysis prints what people said; the library's own drafts stay out of it.
    ReportKind.ANALYSIS: DocumentKind.REPORT,
    ReportKind.PLAN: DocumentKind.PLAN,
    ReportKind.HALF: DocumentKind.REPORT,
    ReportKind.YEAR: DocumentKind.REPORT,
}
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


@dataclass(frozen=True, kw_only=True)
class Seal:
    """What binds a copy to what was approved: the digest, and where it is checked."""

    digest: str
    address: str


def written(
    content: Content, form: str, *, seal: Seal | None = None, on: date
) -> bytes:
    """Return a report as a file: ``pdf``, ``docx``, ``html`` or ``json``."""
    if form == "json":
        return to_json(content.report).encode()
    document = document_of(content, seal=seal)
    if seal is None:
        document = _marked(document)
    if form == "docx":
        return to_docx(document)
    if form == "html":
        return to_html(document).encode()
    return to_pdf(document, made_on=on)


def document_of(
    content: Content, *, seal: Seal | None = None, wording: Wording = OFFICIAL
) -> Document:
    """Return a report as pages to paint; with a seal once it is approved."""
    whole = compose(content.report, _KINDS[content.kind], wording=wording)
    first, *rest = whole.sections
    opened = replace(first, blocks=_opened(first.blocks, content, wording))
    annex = tuple(_annex(content, seal, wording))
    if not annex:
        return replace(whole, sections=(opened, *rest))
    last = Section(
        orientation=Orientation.PORTRAIT, numbering=Numbering.CORNER, blocks=annex
    )
    return replace(whole, sections=(opened, *rest, last))


def _marked(document: Document) -> Document:
    """Mark every page as a draft: nobody may take it for what was approved."""
    mark = say("annex", "draft")
    sections = (replace(section, mark=mark) for section in document.sections)
    return replace(document, sections=tuple(sections))


def _opened(
    blocks: tuple[Block, ...], content: Content, wording: Wording
) -> tuple[Block, ...]:
    """Put the introduction below the title and the office."""
    cover = next(n for n, block in enumerate(blocks) if not _is_cover(block))
    lines = tuple(_paragraphs(content.introduction, wording))
    return (*blocks[:cover], *lines, *blocks[cover:])


def _is_cover(block: Block) -> bool:
    if isinstance(block, Heading):
        return block.level == 1
    return isinstance(block, Paragraph) and block.style is Style.CENTRE


def _annex(content: Content, seal: Seal | None, wording: Wording) -> Iterator[Block]:
    if content.closing:
        yield _heading("closing", wording)
        yield from _paragraphs(content.closing, wording)
    yield from _list("figures", _figures(content), wording)
    yield from _list("evidence", _evidence(content), wording)
    yield from _list("log", _log(content), wording)
    if seal is not None:
        yield _stamp(seal, wording)


def _heading(key: str, wording: Wording) -> Heading:
    return Heading(level=2, text=wording.text(say("annex", key)))


def _paragraphs(text: str, wording: Wording) -> Iterator[Paragraph]:
    for line in text.splitlines():
        if line.strip():
            yield Paragraph(text=wording.text(line.strip()))


def _list(key: str, lines: Iterator[str], wording: Wording) -> Iterator[Block]:
    found = list(lines)
    if found:
        yield _heading(key, wording)
    for line in found:
        yield Paragraph(text=wording.text(line), style=Style.LINE)


def _figures(content: Content) -> Iterator[str]:
    """Each figure once, however often the report quotes it."""
    unique: dict[int, Placed] = {figure.pk: figure for figure in content.figures}
    for number, figure in enumerate(unique.values(), 1):
        yield say(
            "annex",
            "figure",
            number=number,
            label=figure.label_th,
            value=figure.value,
            unit=figure.unit_th,
            start=_day(figure.start),
            end=_day(figure.end),
            digest=figure.digest[:SHORT],
        )


def _evidence(content: Content) -> Iterator[str]:
    for number, proof in enumerate(content.evidence, 1):
        yield _proof(number, proof, ref=content.refs.get(proof.place, ""))


def _proof(number: int, proof: Proof, *, ref: str) -> str:
    return say(
        "annex",
        "evidence_line",
        number=number,
        ref=ref,
        title=proof.title,
        start=_day(proof.start),
        end=_day(proof.end),
    )


def _log(content: Content) -> Iterator[str]:
    for entry in content.log:
        count = len(entry.findings)
        yield say(
            "annex",
            "log_line",
            day=_day(entry.day),
            count=count,
            reason=entry.reason,
        )
        for number, finding in enumerate(entry.findings, 1):
            yield say("annex", "log_finding", number=number, finding=finding)


def _stamp(seal: Seal, wording: Wording) -> Stamp:
    code = segno.make(seal.address, micro=False, error="m")
    return Stamp(
        svg=code.svg_inline(scale=4, border=2),
        side=round(code.symbol_size(scale=4, border=2)[0]),
        alt=say("annex", "check_alt", address=seal.address),
        lines=(
            wording.text(say("annex", "check", digest="")).strip(),
            # A digest is no prose: its digits stay as they are, on lines that fit.
            *(seal.digest[n : n + 32] for n in range(0, len(seal.digest), 32)),
            seal.address,
        ),
    )


def _day(text: str) -> str:
    return long_date(date.fromisoformat(text), "arabic")
