"""One PDF page as blocks: which letters stand in which cell, the rest as paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.glyphs import Glyph
from prongsai.ita.documents.reading.grid import Box, Grid
from prongsai.ita.documents.reading.lines import (
    Line,
    join,
    lines_of,
    paragraphs_of,
    width_of_aa,
)
from prongsai.ita.documents.reading.source import Cell, Paragraph, Row, Table

_STRIPE = 40.0
# Where on a letter its cell is looked for, above the baseline, in em.
_WAIST = 0.3
_MOST_PADDING = 6.0
# The strips at the top and bottom of a page where a bare number is the page's own.
_EDGE = 0.12
_PAGE_NUMBER = re.compile(
    r"[-–—(\[]*\s*(?:หน้า(?:ที่)?\s*|page\s*)?[0-9๐-๙]{1,4}"
    r"(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,4})?\s*[-–—)\]]*",
    re.IGNORECASE,
)
_COMBINING = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49"
_MARKS = frozenset(_COMBINING + "\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e33")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page as drawn: its number (from 1), size, letters and ruled tables."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    grids: tuple[Grid, ...]

    @cached_property
    def aa(self) -> float:
        """How wide sara aa is here, in em."""
        return width_of_aa(self.glyphs)


def writes_last_spaces(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the program that made the file writes spaces at lines' ends."""
    return any(line.spaced for sheet in sheets for line in lines_of(sheet.glyphs))


def blocks_of(sheet: Sheet, *, spaces: bool) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables of a page, from the top down."""
    inside, outside = _sorted_into_boxes(sheet)
    placed: list[tuple[float, Paragraph | Table]] = []
    for grid in sheet.grids:
        cells = {
            box: _cell(box, lines_of(inside[box], sheet.aa), spaces=spaces)
            for box in grid.boxes
            if box in inside
        }
        table = table_of(grid, cells, Source(page=sheet.number))
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
        line for line in lines_of(glyphs, sheet.aa) if not _is_page_number(line, sheet)
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


def _cell(box: Box, lines: Sequence[Line], *, spaces: bool) -> Cell:
    if not lines:
        return Cell()
    padding = min(max(min(line.x0 for line in lines) - box.x0, 0.0), _MOST_PADDING)
    groups = paragraphs_of(lines, left=box.x0 + padding, right=box.x1 - padding)
    texts = (join(group, spaces=spaces) for group in groups)
    return Cell(paragraphs=tuple(text for text in texts if text))


def _sorted_into_boxes(sheet: Sheet) -> tuple[dict[Box, list[Glyph]], list[Glyph]]:
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
    last: Box | None = None
    for glyph in sheet.glyphs:
        # A mark belongs where its letter is, wherever its own ink may be.
        if glyph.text not in _MARKS:
            last = _box_of(glyph, stripes)
        (outside if last is None else inside[last]).append(glyph)
    return inside, outside


def _box_of(glyph: Glyph, stripes: dict[int, list[Box]]) -> Box | None:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - _WAIST * glyph.em
    for box in stripes.get(int(y // _STRIPE), ()):
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            return box
    return None
