"""WordprocessingML as text: paragraphs, runs and tables, quick and in schema order.

A table of a thousand rows built object by object takes seconds; as text, none.
"""

from collections.abc import Iterable, Sequence
from html import escape

from prongsai.ita.documents.rendering.blocks import (
    Align,
    Cell,
    Column,
    Line,
    Row,
    Table,
)

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XMLNS = f'xmlns:w="{_NAMESPACE}"'
"""The declaration that markup needs before it can be parsed."""
W = f"{{{_NAMESPACE}}}"
"""What a tag's or an attribute's name begins with, once parsed."""
TWIPS_PER_CM = 567

_HANGING = 312


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """Return one run. Tabs in ``text`` become tab stops."""
    name = f'<w:rStyle w:val="{style}"/>' if style else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    look = f"<w:rPr>{name}{weight}</w:rPr>" if name or weight else ""
    parts = (
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else ""
        for part in text.split("\t")
    )
    return f"<w:r>{look}{'<w:tab/>'.join(parts)}</w:r>"


def red_run(text: str) -> str:
    """Return one run as urgency and secrecy are printed: red, bold, 32 points."""
    look = (
        '<w:b/><w:bCs/><w:color w:val="C00000"/><w:sz w:val="64"/><w:szCs w:val="64"/>'
    )
    shown = f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return f"<w:r><w:rPr>{look}</w:rPr>{shown}</w:r>"


def paragraph(content: str, style: str, properties: str = "") -> str:
    """Return one paragraph of runs; ``properties`` follow its style in schema order."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{properties}</w:pPr>{content}</w:p>"


def dotted_to(*stops: int) -> str:
    """Return tab stops, each reached by a dotted leader; in twips from the margin."""
    tabs = "".join(
        f'<w:tab w:val="{"right" if stop == stops[-1] else "left"}" '
        f'w:leader="dot" w:pos="{stop}"/>'
        for stop in stops
    )
    return f"<w:tabs>{tabs}</w:tabs>"


def table(block: Table, width: int) -> str:
    """Return a table ``width`` twips wide: its header repeats, its rows may split."""
    widths = _widths(block.columns, width)
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    head = _head(block.columns, widths)
    rows = "".join(_row(row, block.columns, widths) for row in block.rows)
    caption = escape(block.caption)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _widths(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    whole = sum(column.width for column in columns)
    return tuple(int(width * column.width / whole) for column in columns)


def _head(columns: Iterable[Column], widths: Iterable[int]) -> str:
    cells = "".join(
        _cell(paragraph(run(column.title), "CellHeading"), size, shaded=True)
        for column, size in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: Row, columns: Iterable[Column], widths: Iterable[int]) -> str:
    cells = (
        _cell(
            _lines(cell, column.align, emphasised=row.emphasised),
            size,
            shaded=row.emphasised,
        )
        for cell, column, size in zip(row.cells, columns, widths, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, *, shaded: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' if shaded else ""
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{shade}</w:tcPr>{content}</w:tc>"


def _lines(cell: Cell, align: Align, *, emphasised: bool) -> str:
    place = '<w:jc w:val="center"/>' if align is Align.CENTRE else ""
    # Word wants a paragraph in every cell, even in one that says nothing.
    return "".join(
        paragraph(
            run(line.whole, bold=line.bold or emphasised), "Cell", _indent(line) + place
        )
        for line in cell
    ) or paragraph("", "Cell")


def _indent(line: Line) -> str:
    if not (line.marker or line.indent):
        return ""
    left = _HANGING * (line.indent + bool(line.marker))
    hanging = f' w:hanging="{_HANGING}"' if line.marker else ""
    return f'<w:ind w:left="{left}"{hanging}/>'
