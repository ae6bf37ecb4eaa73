"""Ruled tables as pages draw them, and their rows made whole where a page cut one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.grid import Box, Grid
from prongsai.ita.documents.reading.pages.lines import Line, join, paragraphs_of
from prongsai.ita.documents.reading.pages.source import Cell, Paragraph, Row, Table
from prongsai.ita.thai.text import fold

_MOST_PADDING = 6.0
# Of an em: with less room than this below its last line a cell is full. Programs
# that keep the first two or last two lines of a paragraph together leave more.
_ROOM_FOR_A_LINE = 2.2
_ROOM_FOR_LINES_TOGETHER = 5.5
_USUAL_PITCH = 1.4
_FIGURE = re.compile(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)?")


@dataclass(frozen=True, kw_only=True)
class RuledCell:
    """The lines in one cell, and how much room is below them, in em."""

    lines: tuple[Line, ...] = ()
    left: float = 0.0
    right: float = 0.0
    room: float = 0.0

    @property
    def is_figure(self) -> bool:
        """Whether the cell holds one number and nothing else."""
        return len(self.lines) == 1 and bool(_FIGURE.fullmatch(self.lines[0].text))

    def followed_by(self, rest: "RuledCell") -> "RuledCell":
        """Return this cell with the lines of its rest below them."""
        if not (self.lines and rest.lines):
            return replace(rest if rest.lines else self, room=rest.room)
        steps = [below.y - above.y for above, below in pairwise(self.lines)]
        last = self.lines[-1]
        pitch = median(steps) if steps else _USUAL_PITCH * last.em
        down = last.y + pitch - rest.lines[0].y
        moved = (replace(line, y=line.y + down) for line in rest.lines)
        return replace(self, lines=(*self.lines, *moved), room=rest.room)

    def cell(self, *, spaces: bool) -> Cell:
        """Return the paragraphs; ``spaces`` as in ``lines.join``."""
        groups = paragraphs_of(self.lines, left=self.left, right=self.right)
        texts = (join(group, spaces=spaces) for group in groups)
        return Cell(paragraphs=tuple(text for text in texts if text))


@dataclass(frozen=True, kw_only=True)
class RuledRow:
    """One row as drawn on one page."""

    cells: tuple[RuledCell, ...]
    page: int

    @property
    def folded(self) -> str:
        """The whole row as it is compared with other headers."""
        return fold("".join(line.text for cell in self.cells for line in cell.lines))

    def goes_on_in(self, rest: "RuledRow") -> bool:
        """Tell whether a page cut this row and ``rest`` is its other part.

        Every cell that goes on was full, and at least one cell has ended. A row
        that does not even begin anew in its first cell needs less proof.
        """
        pairs = [
            (cell, after)
            for cell, after in zip(self.cells, rest.cells, strict=True)
            if cell.lines or after.lines
        ]
        going_on = [cell for cell, after in pairs if after.lines]
        if not going_on or len(going_on) == len(pairs):
            return False
        if any(after.is_figure for _, after in pairs):
            return False  # a number is never the rest of one
        first_ended = not pairs[0][1].lines
        most = _ROOM_FOR_LINES_TOGETHER if first_ended else _ROOM_FOR_A_LINE
        return all(cell.lines and cell.room < most for cell in going_on)

    def followed_by(self, rest: "RuledRow") -> "RuledRow":
        """Return both parts as one row, which stands where it began."""
        pairs = zip(self.cells, rest.cells, strict=True)
        return replace(
            self, cells=tuple(one.followed_by(other) for one, other in pairs)
        )


@dataclass(frozen=True, kw_only=True)
class RuledTable:
    """The rows of one table on one page."""

    rows: tuple[RuledRow, ...]
    columns: int

    def table(self, *, spaces: bool) -> Table:
        """Return the table without its places on the page."""
        return Table(
            rows=tuple(
                Row(
                    cells=tuple(cell.cell(spaces=spaces) for cell in row.cells),
                    source=Source(page=row.page),
                )
                for row in self.rows
            )
        )


def ruled_table(grid: Grid, inside: dict[Box, list[Line]], page: int) -> RuledTable:
    """Return the rows of a grid that hold any text."""
    placed = {
        (box.row, box.column): _ruled_cell(box, inside[box])
        for box in grid.boxes
        if inside.get(box)
    }
    rows = (
        tuple(placed.get((row, column), RuledCell()) for column in range(grid.columns))
        for row in range(grid.rows)
    )
    kept = tuple(
        RuledRow(cells=row, page=page) for row in rows if any(c.lines for c in row)
    )
    return RuledTable(rows=kept, columns=grid.columns)


def mended(
    pages: Iterable[Sequence[Paragraph | RuledTable]],
) -> list[Paragraph | RuledTable]:
    """Put the blocks of all pages in a row, and rows that a page cut together again."""
    blocks: list[Paragraph | RuledTable] = []
    for page in pages:
        found = list(page)
        before = blocks[-1] if blocks else None
        after = found[0] if found else None
        if isinstance(before, RuledTable) and isinstance(after, RuledTable):
            blocks[-1:], found[:1] = _mended(before, after)
        blocks.extend(found)
    return blocks


def _mended(
    before: RuledTable, after: RuledTable
) -> tuple[list[RuledTable], list[RuledTable]]:
    head = _repeated(before, after)
    if before.columns != after.columns or head >= len(after.rows):
        return [before], [after]
    last, first = before.rows[-1], after.rows[head]
    if not last.goes_on_in(first):
        return [before], [after]
    whole = replace(before, rows=(*before.rows[:-1], last.followed_by(first)))
    rest = after.rows[head + 1 :]
    # A row longer than a page goes on once more: its table stays the last one.
    return [whole], [replace(after, rows=(*after.rows[:head], *rest))] if rest else []


def _repeated(before: RuledTable, after: RuledTable) -> int:
    """Count the header rows that the next page repeats."""
    count = 0
    for one, other in zip(before.rows, after.rows, strict=False):
        if one.folded != other.folded:
            break
        count += 1
    return count


def _ruled_cell(box: Box, lines: Sequence[Line]) -> RuledCell:
    padding = min(max(min(line.x0 for line in lines) - box.x0, 0.0), _MOST_PADDING)
    last = lines[-1]
    return RuledCell(
        lines=tuple(lines),
        left=box.x0 + padding,
        right=box.x1 - padding,
        room=(box.bottom - last.y) / max(last.em, 1.0),
    )
