"""A document as one HTML file that needs nothing but itself, on screen and in print."""

from base64 import b64encode
from functools import cache, singledispatch
from html import escape
from importlib.resources import files
from itertools import chain

from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
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
    PageBreak,
    Paragraph,
    Row,
    Section,
    Signature,
    Stamp,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.fonts import WEB_STYLES, web_font

_CLASSES = {
    Style.BODY: "body",
    Style.CENTRE: "centre",
    Style.LINE: "to",
    Style.NOTE: "note",
}
_SHORT = 40


def to_html(document: Document) -> str:
    """Return the whole page: no script, no address, its own style sheet."""
    sections = "\n".join(map(_section, document.sections))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.lang)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n"
        f"<style>\n{_style(document.numerals)}</style>\n</head>\n"
        f"<body>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    )


@cache
def _style(numerals: Numerals) -> str:
    sheet = files("prongsai.ita.documents.rendering").joinpath("document.css")
    text = _faces() + sheet.read_text(encoding="utf-8")
    if numerals is Numerals.ARABIC:
        return text.replace("counter(page, thai)", "counter(page)")
    return text


@cache
def _faces() -> str:
    """The fonts themselves, for readers that have no Thai one of their own."""
    faces = ["/* Sarabun, SIL Open Font License 1.1. */"]
    for style, weight in zip(WEB_STYLES, (400, 700), strict=True):
        data = b64encode(web_font(style)).decode()
        faces.append(
            '@font-face { font-family: "Carried Sarabun"; '
            f"font-weight: {weight}; "
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
        )
    return "\n".join([*faces, ""])


def _section(section: Section) -> str:
    kind = "memo" if section.numbering is Numbering.MEMO else section.orientation
    blocks = "\n".join(map(_block, section.blocks))
    mark = f'<p class="mark">{escape(section.mark)}</p>' if section.mark else ""
    inside = "\n".join(part for part in (mark, blocks, mark) if part)
    return f'<div class="sheet {section.orientation} {kind}">\n{inside}\n</div>'


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(type(block))


@_block.register
def _heading(block: Heading) -> str:
    return f"<h{block.level}>{escape(block.text)}</h{block.level}>"


@_block.register
def _paragraph(block: Paragraph) -> str:
    label = f"<b>{escape(block.label)}</b> " if block.label else ""
    return f'<p class="{_CLASSES[block.style]}">{label}{escape(block.text)}</p>'


@_block.register
def _page_break(_: PageBreak) -> str:
    return '<div style="break-after: page"></div>'


@_block.register
def _table(block: Table) -> str:
    # Roles are said out loud because on a phone the style sheet turns the table
    # into a stack, and browsers then forget that it is one.
    whole = sum(column.width for column in block.columns)
    widths = "".join(
        f'<col style="width: {100 * column.width / whole:.2f}%">'
        for column in block.columns
    )
    head = "".join(
        f'<th scope="col" role="columnheader">{escape(column.title)}</th>'
        for column in block.columns
    )
    rows = "\n".join(_row(row, block.columns) for row in block.rows)
    shape = ' class="short"' if all(map(_is_short, block.rows)) else ""
    return (
        f'<table{shape} role="table" aria-label="{escape(block.caption)}">'
        f"<colgroup>{widths}</colgroup>\n"
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody></table>'
    )


def _is_short(row: Row) -> bool:
    """Whether a phone has room for a label and each cell side by side."""
    return all(
        len(cell) <= 1 and all(len(line.whole) <= _SHORT for line in cell)
        for cell in row.cells
    )


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        names_row = place == row.heading
        tag = "th" if names_row else "td"
        role = ' scope="row" role="rowheader"' if names_row else ' role="cell"'
        shape = ' class="centre"' if column.align is Align.CENTRE else ""
        label = f' data-label="{escape(column.title)}"' if cell else ""
        lines = "".join(map(_line, cell))
        cells.append(f"<{tag}{role}{shape}{label}>{lines}</{tag}>")
    emphasis = ' class="emphasised"' if row.emphasised else ""
    return f'<tr role="row"{emphasis}>{"".join(cells)}</tr>'


def _line(line: Line) -> str:
    classes = ["item" if line.marker else "in"] if line.marker or line.indent else []
    classes += [f"deeper-{min(line.indent, 3)}"] if line.indent else []
    shape = f' class="{" ".join(classes)}"' if classes else ""
    text = escape(line.whole)
    return f"<p{shape}>{f'<b>{text}</b>' if line.bold else text}</p>"


@_block.register
def _chart(block: Chart) -> str:
    title = escape(block.title)
    return (
        f"<figure>\n<figcaption>{title}</figcaption>\n"
        f'<div class="scroll" role="region" aria-label="{title}" tabindex="0">'
        f"{block.svg}</div>\n</figure>"
    )


@_block.register
def _memo_head(block: MemoHead) -> str:
    tag = "h1" if block.main else "p"
    name = f'<{tag} class="memo-name">{escape(block.name)}</{tag}>'
    urgency = f'<p class="urgency">{escape(block.urgency)}</p>'
    first = [urgency, name] if block.urgency else [name]
    return "\n".join(chain(first, map(_fields, block.rows)))


def _fields(row: tuple[Field, ...]) -> str:
    fields = " ".join(
        f'<span class="field"><b>{escape(field.label)}</b> '
        f'<span class="value">{escape(field.value)}</span></span>'
        for field in row
    )
    return f'<p class="fields">{fields}</p>'


@_block.register
def _signature(block: Signature) -> str:
    lines = [f"({block.name})", block.position, *block.more]
    shown = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    signed = f'<p class="signed">{escape(block.signed)}</p>\n' if block.signed else ""
    return f'<div class="signature">\n{signed}{shown}\n</div>'


@_block.register
def _opinion(block: Opinion) -> str:
    dots = '<div class="dots" aria-hidden="true"></div>\n' * block.lines
    said = "".join(f"<p>{escape(text)}</p>\n" for text in block.said)
    return (
        f'<div class="opinion">\n<p class="caption">{escape(block.caption)}</p>\n'
        f"{said}{dots}{_signature(block.signature)}\n</div>"
    )


@_block.register
def _stamp(block: Stamp) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    return (
        f'<div class="stamp"><div role="img" aria-label="{escape(block.alt)}">'
        f'{block.svg}</div><div class="note">{lines}</div></div>'
    )
