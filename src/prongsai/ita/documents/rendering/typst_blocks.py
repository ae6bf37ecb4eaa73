"""Blocks as the data ``paper.typ`` paints: texts cut into pieces, sizes worked out."""

from dataclasses import dataclass
from functools import singledispatch
from typing import TypeAlias

from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Field,
    Heading,
    Line,
    MemoHead,
    Opinion,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Stamp,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.chart_labels import Label, take_labels
from prongsai.ita.documents.rendering.fonts import ENLARGED
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typesetting import (
    Piece,
    running_pieces,
    word_pieces,
)

Data: TypeAlias = dict[str, object]

_POINTS_PER_CM = 72 / 2.54
_TITLE, _BODY, _IN_TABLE, _NOTE = 18, 16, 14, 12  # points, as in paper.typ
_MEMO_NAME, _MEMO_LABEL = 29, 20
_CELL_PADDING = 7.5  # points: left and right of a cell together, with its rule
_HANGING = 0.7  # em that the lines of an item, and each level of items, stand in
_SIGNER = 0.58  # of the line: a signature stands right of the centre
STAMP_SIDE = 2.6
"""How wide a stamp stands with the gap beside it, in centimetres; as in paper.typ."""
_BESIDE_CHART = 3.5  # cm of height that a chart leaves to its heading


@dataclass(frozen=True, kw_only=True)
class Room:
    """What the margins leave of a page, in centimetres."""

    across: float
    down: float

    def ems(self, points: float, share: float = 1) -> float:
        """Return how many em of that size stand on a line."""
        return self.across * share * _POINTS_PER_CM / points


def words(text: str, width: float) -> list[Piece]:
    """Cut a text into words that each fit into ``width`` em."""
    return word_pieces(printable(text), width)


@singledispatch
def block_data(block: Block, room: Room) -> Data:
    """Return what ``paper.typ`` needs to paint the block in that room."""
    raise TypeError(type(block), room)


@block_data.register
def _heading(block: Heading, room: Room) -> Data:
    text = words(block.text, room.ems(_TITLE))
    return {"kind": "heading", "level": block.level, "text": text}


@block_data.register
def _paragraph(block: Paragraph, room: Room) -> Data:
    width = room.ems(_BODY)
    if block.style is Style.BODY:
        text = running_pieces(printable(block.text), width)
    else:
        text = words(block.text, width)
    label = words(block.label, width)
    return {"kind": block.style.value, "label": label, "text": text}


@block_data.register
def _table(block: Table, room: Room) -> Data:
    shares = sum(column.width for column in block.columns) or 1
    widths = [
        room.ems(_IN_TABLE, column.width / shares) - _CELL_PADDING / _IN_TABLE
        for column in block.columns
    ]
    return {
        "kind": "table",
        "columns": [_column(c, w) for c, w in zip(block.columns, widths, strict=True)],
        "rows": [_row(row, widths) for row in block.rows],
    }


def _column(column: Column, width: float) -> Data:
    return {
        "width": column.width,
        "centred": column.align is Align.CENTRE,
        "title": words(column.title, width),
    }


def _row(row: Row, widths: list[float]) -> Data:
    cells = [_cell(c, w) for c, w in zip(row.cells, widths, strict=True)]
    return {"emphasised": row.emphasised, "cells": cells}


def _cell(cell: Cell, width: float) -> list[Data]:
    return [_line(line, width - _HANGING * (line.indent + 1)) for line in cell]


def _line(line: Line, width: float) -> Data:
    return {
        "marker": printable(line.marker),
        "text": words(line.text, width),
        "indent": line.indent,
        "bold": line.bold,
    }


@block_data.register
def _chart(block: Chart, room: Room) -> Data:
    tall = room.across * block.height / block.width
    share = min(1, (room.down - _BESIDE_CHART) / tall)
    pixel = room.ems(1, share) / block.width  # in points
    svg, labels = take_labels(block.svg)
    return {
        "kind": "chart",
        "title": words(block.title, room.ems(_BODY)),
        "alt": block.alt,
        "svg": svg,
        "width": block.width * pixel,
        "height": block.height * pixel,
        "labels": [_label(label, pixel) for label in labels],
    }


def _label(label: Label, pixel: float) -> Data:
    return {
        "text": printable(label.text),
        "x": label.x * pixel,
        "y": label.y * pixel,
        # Charts are drawn for Sarabun: as large in our family.
        "size": label.size * pixel * ENLARGED,
        "before": {"start": 0, "middle": 0.5, "end": 1}.get(label.anchor, 0),
        "colour": label.colour,
    }


@block_data.register
def _memo_head(block: MemoHead, room: Room) -> Data:
    rows = [[_field(f, room.ems(1, 1 / len(row))) for f in row] for row in block.rows]
    name = words(block.name, room.ems(_MEMO_NAME))
    return {
        "kind": "memo-head",
        "name": name,
        "rows": rows,
        "main": block.main,
        "urgency": printable(block.urgency),
    }


def _field(field: Field, points: float) -> Data:
    label = words(field.label, points / _MEMO_LABEL)
    left = points - len(field.label) * _MEMO_LABEL / 2
    return {"label": label, "value": words(field.value, left / _BODY)}


@block_data.register
def _signature(block: Signature, room: Room) -> Data:
    width = room.ems(_BODY, _SIGNER)
    return {
        "kind": "signature",
        "name": words(f"({block.name})", width),
        "position": words(block.position, width),
        "more": [words(line, width) for line in block.more],
        "signed": words(block.signed, width),
    }


@block_data.register
def _opinion(block: Opinion, room: Room) -> Data:
    return {
        "kind": "opinion",
        "caption": words(block.caption, room.ems(_BODY)),
        "lines": block.lines,
        "said": [running_pieces(printable(t), room.ems(_BODY)) for t in block.said],
        "signature": _signature(block.signature, room),
    }


@block_data.register
def _stamp(block: Stamp, room: Room) -> Data:
    beside = room.ems(_NOTE, 1 - STAMP_SIDE / room.across)
    return {
        "kind": "stamp",
        "svg": block.svg,
        "alt": block.alt,
        "lines": [words(line, beside) for line in block.lines],
    }


@block_data.register
def _page_break(block: PageBreak, room: Room) -> Data:  # noqa: ARG001  # same everywhere
    return {"kind": "page-break"}
