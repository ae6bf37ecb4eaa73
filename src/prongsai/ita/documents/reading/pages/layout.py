"""PDF pages as blocks: which letters stand in which cell, the rest as paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.glyphs import Glyph
from prongsai.ita.documents.reading.pages.grid import Box, Grid
from prongsai.ita.documents.reading.pages.lines import (
    Line,
    join,
    lines_of,
    paragraphs_of,
    widths_of,
)
from prongsai.ita.documents.reading.pages.ruled import RuledTable, mended, ruled_table
from prongsai.ita.documents.reading.pages.source import Cell, Paragraph, Row, Table

_STRIPE = 40.0
# Where on a letter its cell is looked for, above the baseline, in em.
_WAIST = 0.3
# The strips at the top and bottom of a page where a bare number is the page's own.
_EDGE = 0.12
_PAGE_NUMBER = re.compile(
    r"[-–—(\[]*\s*(?:หน้า(?:ที่)?\s*|page\s*)?[0-9๐-๙]{1,4}"
    r"(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,4})?\s*[-–—)\]]*",
    re.IGNORECASE,
)
_COMBINING = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49"
# Of an em: letters nearer than this are of one word; of the cells with text: more than
# this share in which words run across the lines is a chart.
_TOUCHING = 0.1
_MOST_CROSSED = 0.3
_MARKS = frozenset(_COMBINING + "\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e33")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page as drawn: its number (from 1), size, letters and ruled tables."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    grids: tuple[Grid, ...]

    @cached_property
    def widths(self) -> dict[str, float]:
        """How wide letters are here, in em."""
        return widths_of(self.glyphs)


def writes_last_spaces(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the program that made the file writes spaces at lines' ends."""
    return any(line.spaced for sheet in sheets for line in lines_of(sheet.glyphs))


def blocks_of(sheets: Sequence[Sheet]) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables of all pages; rows cut by a page are whole."""
    spaces = writes_last_spaces(sheets)
    for block in mended(list(_drawn(sheet, spaces=spaces)) for sheet in sheets):
        yield block if isinstance(block, Paragraph) else block.table(spaces=spaces)


def _drawn(sheet: Sheet, *, spaces: bool) -> Iterator[Paragraph | RuledTable]:
    """Yield the blocks of one page, from the top down."""
    inside, outside, crossed = _sorted_into_boxes(sheet)
    tables = tuple(grid for grid in sheet.grids if not _is_chart(grid, inside, crossed))
    if len(tables) < len(sheet.grids):
        yield from _drawn(replace(sheet, grids=tables), spaces=spaces)
        return
    lines = {box: lines_of(inside[box], sheet.widths) for box in inside}
    placed: list[tuple[float, Paragraph | RuledTable]] = []
    for grid in sheet.grids:
        table = ruled_table(grid, lines, sheet.number)
        if table.rows:
            placed.append((grid.top, table))
    tops = sorted(top for top, _ in placed)
    for group in _grouped(sheet, outside, tops):
        text = join(group, spaces=spaces)
        if text:
            source = Source(page=sheet.number)
            placed.append((group[0].y, Paragraph(text=text, source=source)))
    for _, block in sorted(placed, key=lambda pair: pair[0]):
        yield block


def _grouped(
    sheet: Sheet, glyphs: Sequence[Glyph], tops: Sequence[float]
) -> Iterator[list[Line]]:
    lines = [
        line
        for line in lines_of(glyphs, sheet.widths)
        if not _is_page_number(line, sheet)
    ]
    left = min((line.x0 for line in lines), default=0.0)
    right = max((line.x1 for line in lines), default=0.0)
    for above, below in zip([0.0, *tops], [*tops, float("inf")], strict=True):
        between = [line for line in lines if above <= line.y < below]
        yield from paragraphs_of(between, left=left, right=right)


def _is_page_number(line: Line, sheet: Sheet) -> bool:
    if _EDGE * sheet.height < line.y < (1 - _EDGE) * sheet.height:
        return False
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def table_of(grid: Grid, cells: Mapping[Box, Cell], source: Source) -> Table:
    """Return a ruled table with its cells in their places; empty rows are left out."""
    placed = {(box.row, box.column): cells.get(box, Cell()) for box in grid.boxes}
    rows = (
        tuple(placed.get((row, column), Cell()) for column in range(grid.columns))
        for row in range(grid.rows)
    )
    return Table(
        rows=tuple(
            Row(cells=row, source=source)
            for row in rows
            if any(cell.paragraphs for cell in row)
        )
    )


def _is_chart(grid: Grid, inside: dict[Box, list[Glyph]], crossed: set[Box]) -> bool:
    """Tell a chart's lines from a table's: words run across them."""
    filled = sum(box in inside for box in grid.boxes)
    return sum(box in crossed for box in grid.boxes) > filled * _MOST_CROSSED


def _sorted_into_boxes(
    sheet: Sheet,
) -> tuple[dict[Box, list[Glyph]], list[Glyph], set[Box]]:
    """Return the letters of each cell, those of none, and cells that words run into."""
    stripes: dict[int, list[Box]] = defaultdict(list)
    for grid in sheet.grids:
        for box in grid.boxes:
            for stripe in range(
                int(box.top // _STRIPE), int(box.bottom // _STRIPE) + 1
            ):
                stripes[stripe].append(box)
    for boxes in stripes.values():
        boxes.sort(key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top))
    inside: dict[Box, list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    crossed: set[Box] = set()
    last: Box | None = None
    before: Glyph | None = None
    for glyph in sheet.glyphs:
        # A mark belongs where its letter is, wherever its own ink may be.
        if glyph.text not in _MARKS:
            here = _box_of(glyph, stripes)
            if before and here and last and here != last and _touches(before, glyph):
                crossed |= {here, last}
            last = here
        before = glyph
        (outside if last is None else inside[last]).append(glyph)
    return inside, outside, crossed


def _touches(before: Glyph, glyph: Glyph) -> bool:
    near = abs(glyph.x0 - before.x1) < _TOUCHING * glyph.em
    return near and before.y == glyph.y and " " not in (before.text, glyph.text)


def _box_of(glyph: Glyph, stripes: dict[int, list[Box]]) -> Box | None:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - _WAIST * glyph.em
    for box in stripes.get(int(y // _STRIPE), ()):
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            return box
    return None
