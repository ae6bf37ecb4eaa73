"""Invented pages to paint, and what a reader gets back out of a PDF."""

from collections.abc import Iterator
from functools import singledispatch

import pypdfium2

from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Field,
    Heading,
    Line,
    MemoHead,
    Numbering,
    Numerals,
    Opinion,
    Orientation,
    Paragraph,
    Row,
    Section,
    Signature,
    Style,
    Table,
)

MARKS = (
    "ที่ ขั้นตอน น้ำ ปู่ ญี่ปุ่น เก๋ง กิ๊ฟ ฎีกา ฐานข้อมูล ปริญญา กุฎุมพี สิทธิ์ พันธุ์ ป้า ฝั่ง ฟื้น "
    "ษัษ์ กึ่ง ตึ๊ก ป่ำ ปั้น ฤๅษี กฤษฎ์ เก็บ ๐๑๒๓๔๕๖๗๘๙ 0123456789"
)
NASTY = (
    "#let x = 1; #panic() $x^2$ *หนา* _เอน_ [วงเล็บ] {ปีก} \\ \\n // หมายเหตุ /* ไม่หาย */ "
    "@อ้าง <ป้าย> `รหัส` ```ยาว``` ~ -- --- ... \"คู่\" 'เดี่ยว' = ข้อ + ข้อ - ข้อ / ค: ง & < > % ; #"
)
URL = "https://www.thotsopdee.example/manuals/2568/service-manual?item=o12&page=3&q=%E0%B8"
BODY = (
    "ตามที่องค์การบริหารส่วนตำบลทดสอบดีได้เข้ารับการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ "
    "พ.ศ. ๒๕๖๘ ได้คะแนนร้อยละ ๙๖.๕๑ เผยแพร่ทาง E-mail/E-Service และช่องทางอื่น ๆ เรียบร้อยแล้ว นั้น"
)
LABEL = "ขั้นที่ ๒๕๖๘"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100">'
    '<rect x="150" y="20" width="200" height="20" fill="#0b5563"/>'
    '<text x="5" y="36" font-family="Sarabun" font-size="14">'
    f"{LABEL}</text></svg>"
)
TITLES = (
    "ที่",
    "มาตรการ",
    "ขั้นตอนหรือวิธีการ",
    "ระยะเวลา",
    "ผู้รับผิดชอบ",
    "ผลการดำเนินการ",
    "ผลลัพธ์",
)


def letters(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def pdf_text(pdf: bytes) -> str:
    """The text of every page, as Chrome's reader copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def portrait(*blocks: Block) -> Document:
    """A document of one upright section."""
    return document(blocks, Orientation.PORTRAIT, Numbering.MEMO)


def landscape(*blocks: Block) -> Document:
    """A document of one section lying down."""
    return document(blocks, Orientation.LANDSCAPE, Numbering.CORNER)


def document(
    blocks: tuple[Block, ...], orientation: Orientation, numbering: Numbering
) -> Document:
    """A document of one section."""
    section = Section(orientation=orientation, numbering=numbering, blocks=blocks)
    return Document(title="ทดสอบ", numerals=Numerals.THAI, sections=(section,))


def line(text: str, marker: str = "", indent: int = 0) -> Line:
    """One line of a cell."""
    return Line(text=text, marker=marker, indent=indent)


def seven_columns(number: int) -> Row:
    """A row of an invented result report."""
    cells: tuple[Cell, ...] = (
        (line(str(number)),),
        (line("จัดทำคู่มือการให้บริการประชาชน"),),
        (
            line("แต่งตั้งคณะทำงานและประชุมชี้แจงแนวทางแก่บุคลากรทุกคน/ทุกระดับ", "๑."),
            line("แจ้งเวียนหนังสือให้ทุกกองทราบ", "-", 1),
            line("เผยแพร่ขั้นตอนผ่านเว็บไซต์", "๒."),
        ),
        (line("ต.ค. ๒๕๖๗ - ก.ย. ๒๕๖๘"),),
        (line("สำนักปลัด", "๑."), line("กองคลัง", "๒.")),
        (line(f"มีคู่มือ {number} เรื่อง เผยแพร่ที่ {URL} และมีผู้อ่าน ๑,๒๓๔ คน"),),
        (line("ประชาชนได้รับบริการที่สะดวก รวดเร็ว ร้อยละ ๙๘.๒๗"),),
    )
    return Row(cells=cells, heading=1)


def table(rows: int) -> Table:
    """An invented result report of so many rows."""
    widths = (6, 15, 24, 11, 12, 22, 18)
    columns = tuple(
        Column(
            title=title, width=width, align=Align.CENTRE if width < 10 else Align.START
        )
        for title, width in zip(TITLES, widths, strict=True)
    )
    return Table(
        caption="ผลการดำเนินการ",
        columns=columns,
        rows=tuple(map(seven_columns, range(1, rows + 1))),
    )


def chart() -> Chart:
    """A bar with a name."""
    return Chart(
        title="กราฟคะแนน", alt="กราฟแท่งของคะแนน", svg=SVG, width=400, height=100
    )


def report(rows: int) -> Document:
    """A whole report, lying down."""
    return landscape(
        Heading(level=1, text="รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"),
        Paragraph(text="องค์การบริหารส่วนตำบลทดสอบดี", style=Style.CENTRE),
        Paragraph(text=BODY),
        Heading(level=2, text="ผลตามมาตรการ"),
        table(rows),
        Paragraph(text="ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๘", style=Style.NOTE, label="หมายเหตุ"),
        chart(),
    )


def memo(paragraphs: int = 1) -> Document:
    """A memo with a chain of three."""

    def signature(position: str) -> Signature:
        return Signature(name="นายสมมุติ ญี่ปุ่น", position=position)

    return portrait(
        MemoHead(
            name="บันทึกข้อความ",
            rows=(
                (Field(label="ส่วนราชการ", value="สำนักปลัด อบต.ทดสอบดี"),),
                (
                    Field(label="ที่", value="ทด ๗๑๓๐๑/๑๒"),
                    Field(label="วันที่", value="๘ ตุลาคม ๒๕๖๘"),
                ),
                (Field(label="เรื่อง", value="รายงานผลการดำเนินการ " * 4),),
            ),
        ),
        Paragraph(label="เรียน", text="นายก อบต.ทดสอบดี", style=Style.LINE),
        *[Paragraph(text=BODY)] * paragraphs,
        signature("นักวิเคราะห์นโยบายและแผน"),
        Opinion(caption="ความเห็นหัวหน้าสำนักปลัด", signature=signature("หัวหน้าสำนักปลัด")),
        Opinion(caption="ความเห็นปลัด", signature=signature("ปลัด อบต.ทดสอบดี")),
    )


def texts(document: Document) -> Iterator[str]:
    """Every text of a document, in the order it is painted."""
    for block in document.blocks:
        yield from _texts(block)


@singledispatch
def _texts(block: Block) -> Iterator[str]:
    raise TypeError(type(block))


@_texts.register
def _heading(block: Heading) -> Iterator[str]:
    yield block.text


@_texts.register
def _paragraph(block: Paragraph) -> Iterator[str]:
    yield from (block.label, block.text)


@_texts.register
def _table(block: Table) -> Iterator[str]:
    yield from (column.title for column in block.columns)
    for row in block.rows:
        yield from (found.whole for cell in row.cells for found in cell)


@_texts.register
def _memo_head(block: MemoHead) -> Iterator[str]:
    yield block.name
    for row in block.rows:
        yield from (text for field in row for text in (field.label, field.value))


@_texts.register
def _chart(block: Chart) -> Iterator[str]:
    yield from (block.title, LABEL)


@_texts.register
def _signature(block: Signature) -> Iterator[str]:
    yield from (f"({block.name})", block.position)


@_texts.register
def _opinion(block: Opinion) -> Iterator[str]:
    yield block.caption
    yield from _signature(block.signature)
