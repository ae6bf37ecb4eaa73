"""A document as DOCX that Word shows in Thai as Thai: fonts, sizes, weights, language.

Measures of the memo: Office of the Prime Minister Regulation on Correspondence
B.E. 2526 (1983) and its annexes, as offices apply them since the national fonts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import singledispatch
from importlib.resources import files
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Cm, Emu
from lxml import etree

from prongsai.ita.documents.rendering import wordml
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Chart,
    Document,
    Field,
    Heading,
    MemoHead,
    Numbering,
    Numerals,
    Opinion,
    Orientation,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Stamp,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.picture import to_png
from prongsai.ita.documents.rendering.wordml import (
    TWIPS_PER_CM,
    XMLNS,
    W,
    paragraph,
    red_run,
    run,
)

WordDocument: TypeAlias = Any
"""What python-docx calls a document; it comes without types."""
WordSection: TypeAlias = Any
WordPart: TypeAlias = Any

WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""The day every file claims to be written on: the library has no clock."""

_A4 = (21.0, 29.7)
_STYLES = {
    Style.BODY: "BodyText",
    Style.CENTRE: "Centred",
    Style.LINE: "Addressee",
    Style.NOTE: "Note",
}
_HEADER = 0.9
_STAMP = 2.2
_MARK = "prongsai"
_BODY = "word/document.xml"
_EMU_PER_TWIP = 635


def to_docx(document: Document) -> bytes:
    """Return the file's bytes; equal documents give equal bytes."""
    word = docx.Document()
    _prepare(word, document)
    contents = []
    for place, section in enumerate(document.sections):
        if place:
            word.add_section(WD_SECTION.NEW_PAGE)
            _shrink_break(word)
        _lay(word.sections[-1], section, document.numerals)
        _hold_place(word, place)
        contents.append(_written(word, section))
    return _packed(word, contents)


def _prepare(word: WordDocument, document: Document) -> None:
    """Give a new file our styles, its language, its name and no other history."""
    sheet = files("prongsai.ita.documents.rendering").joinpath("document.styles.xml")
    styles = word.styles.element
    styles[:] = list(parse_xml(sheet.read_bytes()))
    for language in word.settings.element.findall(f"{W}themeFontLang"):
        language.set(f"{W}bidi", "th-TH")
    properties = word.core_properties
    properties.title = document.title[:255]
    properties.language = {"th": "th-TH"}.get(document.lang, document.lang)
    properties.author = properties.comments = ""
    properties.created = properties.modified = WRITTEN


def _lay(page: WordSection, section: Section, numerals: Numerals) -> None:
    """Turn the paper, set its margins, and number the pages from 1."""
    short, long = _A4
    landscape = section.orientation is Orientation.LANDSCAPE
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(short), Cm(long)
    if landscape:
        page.page_width, page.page_height = Cm(long), Cm(short)
    top, right, bottom, left = map(Cm, _margins(section))
    page.top_margin, page.right_margin = top, right
    page.bottom_margin, page.left_margin = bottom, left
    page.header_distance = Cm(_HEADER)
    _number(page, section.numbering, numerals)
    _mark_secret(page, section)


def _margins(section: Section) -> tuple[float, float, float, float]:
    """Top, right, bottom, left, in centimetres."""
    if section.orientation is Orientation.LANDSCAPE:
        return 2.0, 1.5, 1.5, 1.5
    return (1.5 if section.numbering is Numbering.MEMO else 2.0), 2.0, 2.0, 3.0


def _width(section: Section) -> int:
    """How wide the text of a section is, in twips."""
    _, right, _, left = _margins(section)
    paper = _A4[section.orientation is Orientation.LANDSCAPE]
    return round((paper - left - right) * TWIPS_PER_CM)


def _number(page: WordSection, numbering: Numbering, numerals: Numerals) -> None:
    properties = page._sectPr  # noqa: SLF001  # python-docx has no other way in
    for grid in properties.findall(f"{W}docGrid"):
        properties.remove(grid)  # it would stretch the lines to an East Asian grid
    form = "thaiNumbers" if numerals is Numerals.THAI else "decimal"
    kind = parse_xml(f'<w:pgNumType {XMLNS} w:fmt="{form}" w:start="1"/>')
    for old in properties.findall(f"{W}pgNumType"):
        properties.remove(old)
    properties.find(f"{W}pgMar").addnext(kind)
    memo = numbering is Numbering.MEMO
    page.different_first_page_header_footer = memo
    page.header.is_linked_to_previous = False
    around, place = ("- {} -", "center") if memo else ("{}", "right")
    before, after = map(run, around.split("{}"))
    shown = "๑" if numerals is Numerals.THAI else "1"
    field = f'<w:fldSimple w:instr=" PAGE ">{run(shown)}</w:fldSimple>'
    header = paragraph(before + field + after, "Header", f'<w:jc w:val="{place}"/>')
    element = page.header._element  # noqa: SLF001  # as above
    element[:] = list(_parse(header))


def _mark_secret(page: WordSection, section: Section) -> None:
    """Print how secret the section is on top and at the foot of every page."""
    if not section.mark:
        return
    shown = paragraph(red_run(section.mark), "Header", '<w:jc w:val="center"/>')
    page.footer.is_linked_to_previous = False
    parts = [page.header, page.footer]
    if section.numbering is Numbering.MEMO:
        parts += [page.first_page_header, page.first_page_footer]
    for part in parts:
        element = part._element  # noqa: SLF001  # python-docx has no other way in
        numbered = list(element) if part is page.header else []
        element[:] = [*_parse(shown), *numbered]


def _hold_place(word: WordDocument, place: int) -> None:
    """Mark where the contents of a section go.

    They are put in as text when the file is packed: to move the nodes of a long
    table into the document takes a time that grows with the square of its length.
    """
    word.element.body[-1].addprevious(etree.ProcessingInstruction(_MARK, str(place)))


def _written(word: WordDocument, section: Section) -> str:
    room = _Room(part=word.part, width=_width(section))
    return "".join(_markup(block, room) for block in section.blocks)


def _shrink_break(word: WordDocument) -> None:
    """Make the paragraph that ends a section too small to need a page of its own."""
    last = word.element.body[-2]
    last.pPr.insert(0, parse_xml(f'<w:pStyle {XMLNS} w:val="SectionEnd"/>'))


def _parse(markup: str) -> Any:  # noqa: ANN401  # an lxml element of python-docx
    return parse_xml(f"<w:body {XMLNS}>{markup}</w:body>")


def _packed(word: WordDocument, contents: Sequence[str]) -> bytes:
    """Save without the hour: a ZIP remembers when each of its files was written."""
    raw, packed = BytesIO(), BytesIO()
    word.save(raw)
    with ZipFile(raw) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)  # dated 1980, the first day a ZIP knows
            entry.compress_type = ZIP_DEFLATED
            part = source.read(name)
            if name == _BODY:
                part = _filled(part, contents)
            target.writestr(entry, part)
    return packed.getvalue()


def _filled(part: bytes, contents: Sequence[str]) -> bytes:
    for place, markup in enumerate(contents):
        part = part.replace(f"<?{_MARK} {place}?>".encode(), markup.encode())
    return part


@dataclass(frozen=True, kw_only=True)
class _Room:
    """Where blocks are written: the part that keeps pictures, the width in twips."""

    part: WordPart
    width: int


@singledispatch
def _markup(block: Block, room: _Room) -> str:
    raise TypeError(type(block), room)


@_markup.register
def _heading(block: Heading, _: _Room) -> str:
    return paragraph(run(block.text), f"Heading{block.level}")


@_markup.register
def _paragraph(block: Paragraph, _: _Room) -> str:
    label = run(f"{block.label} ", bold=True) if block.label else ""
    return paragraph(label + run(block.text), _STYLES[block.style])


@_markup.register
def _page_break(_block: PageBreak, _: _Room) -> str:
    return paragraph("", "SectionEnd", "<w:pageBreakBefore/>")


@_markup.register
def _table(block: Table, room: _Room) -> str:
    # A paragraph after it: Word joins two tables that touch.
    return wordml.table(block, room.width) + paragraph("", "SectionEnd")


@_markup.register
def _chart(block: Chart, room: _Room) -> str:
    width = Emu(room.width * _EMU_PER_TWIP)
    inline = room.part.new_pic_inline(BytesIO(to_png(block)), width)
    inline.docPr.set("descr", block.alt)
    inline.docPr.set("title", block.title)
    drawing = inline.xml
    title = paragraph(run(block.title, bold=True), "Picture", "<w:keepNext/>")
    return title + paragraph(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>", "Picture")


@_markup.register
def _memo_head(block: MemoHead, room: _Room) -> str:
    level = '<w:outlineLvl w:val="0"/>' if block.main else ""
    urgency = paragraph(red_run(block.urgency), "") if block.urgency else ""
    name = urgency + paragraph(run(block.name), "MemoName", level)
    return name + "".join(_fields(row, room.width) for row in block.rows)


def _fields(row: tuple[Field, ...], width: int) -> str:
    runs = "".join(
        run(field.label, style="MemoLabel") + run(f" {field.value}\t") for field in row
    )
    stops = (width * place // len(row) for place in range(1, len(row) + 1))
    return paragraph(runs, "", wordml.dotted_to(*stops))


@_markup.register
def _signature(block: Signature, _: _Room) -> str:
    room_to_sign = '<w:keepNext/><w:spacing w:before="480"/>'
    lines = [f"({block.name})", block.position, *block.more]
    if block.signed:
        lines.insert(0, block.signed)
    first, *rest = lines
    return paragraph(run(first), "Signature", room_to_sign) + "".join(
        paragraph(run(line), "Signature") for line in rest
    )


@_markup.register
def _opinion(block: Opinion, room: _Room) -> str:
    caption = '<w:keepNext/><w:spacing w:before="120"/>'
    dots = paragraph(run("\t"), "", "<w:keepNext/>" + wordml.dotted_to(room.width))
    said = "".join(paragraph(run(text), "", "<w:keepNext/>") for text in block.said)
    return (
        paragraph(run(block.caption, bold=True), "", caption)
        + said
        + dots * block.lines
        + _signature(block.signature, room)
    )


@_markup.register
def _stamp(block: Stamp, room: _Room) -> str:
    picture = to_png(
        Chart(title="", alt="", svg=block.svg, width=block.side, height=block.side)
    )
    inline = room.part.new_pic_inline(BytesIO(picture), Cm(_STAMP))
    inline.docPr.set("descr", block.alt)
    drawing = f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
    lines = "".join(paragraph(run(line), "Note") for line in block.lines)
    return paragraph(drawing, "Note", "<w:keepNext/>") + lines
