"""All rows of measures of a document: tables found, heads read, page breaks undone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from prongsai.ita.documents.reading.meaning.columns import (
    Column,
    Heads,
    meaning_of,
    measure_heads,
)
from prongsai.ita.documents.reading.meaning.rows import (
    ANY_YEAR,
    NUMBERED,
    MeasureRow,
    append,
    goes_on,
    return_leading,
    starts_marked,
    take_over,
)
from prongsai.ita.documents.reading.pages.source import Cell, Paragraph, Row, Table
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.periods import parse_period
from prongsai.ita.thai.text import clean, fold

LONGEST_REST = 70
"""What is left of a head behind a page break is shorter than this many letters."""
LONGEST_GROUP = 120
"""A line longer than this many letters is a sentence, not the name of an aspect."""
_GROUP = re.compile(r"^(?:ด้าน|ประเด็น|มิติ|ตัวชี้วัด|แนวทาง|ส่วน|หมวด|ข้อ)(?:ที่)?\s*\d")


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """All rows of all tables of measures, and the blocks that are none of them."""

    rows: tuple[MeasureRow, ...]
    rest: tuple[Paragraph | Table, ...]


def gather(blocks: Iterable[Paragraph | Table]) -> Gathered:
    """Find the tables of measures and undo what page breaks did to their rows."""
    gatherer = _Gatherer()
    for block in blocks:
        gatherer.take(block)
    for last, row in pairwise(gatherer.rows):
        return_leading(last, row)
    return Gathered(rows=tuple(gatherer.rows), rest=tuple(gatherer.rest))


class _Gatherer:
    """Goes through a document once; remembers the head of the table it is in."""

    def __init__(self) -> None:
        self.rows: list[MeasureRow] = []
        self.rest: list[Paragraph | Table] = []
        self.heads: Heads | None = None
        self.width = 0
        self.heading = ""
        self.fresh = False
        self.under_head = False
        self.head_here = False
        self.filled = 0
        self.words: list[str] = []

    def take(self, block: Paragraph | Table) -> None:
        """Sort one block."""
        if isinstance(block, Paragraph):
            self._paragraph(block)
            return
        if not any(measure_heads(row) for row in block.rows) and not (
            self.heads and self._continues(block)
        ):
            self.rest.append(block)
            self.heads = None
            return
        self._table(block)

    def _paragraph(self, block: Paragraph) -> None:
        """A line right above a table may name the aspect of its measures."""
        group = _GROUP.match(to_arabic(block.text))
        self.heading = block.text if group and len(block.text) < LONGEST_GROUP else ""
        self.rest.append(block)

    def _continues(self, table: Table) -> bool:
        """Whether a table without a head goes on with the one before it."""
        return bool(self.rows or self.under_head) and all(
            len(row.cells) == self.width for row in table.rows
        )

    def _table(self, table: Table) -> None:
        before: list[Row] = []
        skip = 0
        self.fresh, self.head_here = True, False
        for at, row in enumerate(table.rows):
            if skip:
                skip -= 1
                continue
            heads = measure_heads(row)
            if heads and not self._is_half(row):
                heads, skip = _second_line(heads, table.rows, at)
                self.heads, self.width = heads, len(row.cells)
                self.under_head = self.head_here = True
                self.filled = _filled(row)
                self.words = [clean(cell.text) for cell in row.cells]
            elif self.heads is None:
                before.append(row)
            else:
                self._row(row)
        if before:
            self.rest.append(Table(rows=tuple(before)))

    def _row(self, row: Row) -> None:
        filled = [cell.text for cell in row.cells if cell.text]
        if not filled or self._rest_of_head(row):
            return
        if group := self._group(row, filled):
            self.heading = group
            return
        found = self._by_column(row)
        found.heading, self.heading = self.heading, ""
        found.broken, self.fresh, self.under_head = self.fresh, False, False
        if self.rows and not found.heading and goes_on(self.rows[-1], found):
            append(self.rows[-1], found)
            return
        if self.rows:
            take_over(self.rows[-1], found)
        self.rows.append(found)

    def _is_half(self, row: Row) -> bool:
        """Whether words of heads are only the lower half of the head before them."""
        follows = self.fresh and self.under_head and not self.head_here
        return follows and len(row.cells) == self.width and _filled(row) < self.filled

    def _rest_of_head(self, row: Row) -> bool:
        """Whether a page break cut the head itself and left a few words here."""
        if not (self.fresh and self.under_head and self.rows) or self.head_here:
            return False
        found = self._by_column(row)
        short = all(len(cell.text) < LONGEST_REST for cell in row.cells)
        marked = any(starts_marked(texts) for texts in found.cells.values())
        dated = parse_period(found.text(Column.PERIOD), ANY_YEAR) is not None
        return short and not marked and not dated and not found.text(Column.NUMBER)

    def _group(self, row: Row, filled: list[str]) -> str:
        """Text of a row that only names an aspect or an indicator."""
        if len(set(map(fold, filled))) != 1 or len(row.cells) < 4:  # noqa: PLR2004
            return ""
        text = filled[0]
        first = next(i for i, cell in enumerate(row.cells) if cell.text)
        alone = first == 0 and NUMBERED.match(to_arabic(text))
        measure = self.heads is not None and self.heads.get(first) is Column.MEASURE
        begins = re.match(r"^\d+\.\d", to_arabic(text)) is None
        if _GROUP.match(to_arabic(text)) or (alone and begins and not measure):
            return text
        spans = sum(1 for cell in row.cells if cell.text) == len(row.cells)
        return text if (alone and begins) or spans else ""

    def _months(self, row: Row) -> str:
        """First and last month that a row marks in a calendar of months."""
        marked = [
            self.words[at]
            for at, cell in enumerate(row.cells)
            if cell.text and (self.heads or {}).get(at) is Column.MONTH
        ]
        return " - ".join(dict.fromkeys([*marked[:1], *marked[-1:]]))

    def _by_column(self, row: Row) -> MeasureRow:
        cells: dict[Column, list[str]] = {}
        for at, cell in enumerate(row.cells):
            column = (self.heads or {}).get(at, Column.OTHER)
            cells.setdefault(column, []).extend(_paragraphs(cell))
        if months := self._months(row):
            cells.setdefault(Column.PERIOD, []).append(months)
        return MeasureRow(
            cells=cells,
            lines=list(row.source.lines),
            page=row.source.page,
            has=frozenset((self.heads or {}).values()),
            covered=frozenset(
                (self.heads or {}).get(at, Column.OTHER)
                for at, cell in enumerate(row.cells)
                if cell.covered
            ),
        )


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.text)


def _second_line(heads: Heads, rows: tuple[Row, ...], at: int) -> tuple[Heads, int]:
    """A head of two lines: the second one splits what the first one spans."""
    if at + 1 >= len(rows):
        return heads, 0
    below = _heads_below(heads, rows[at + 1])
    return (below, 1) if below else (heads, 0)


def _heads_below(heads: Heads, row: Row) -> Heads | None:
    """Heads completed by a second line, or None when the row is no such line."""
    found = {at: meaning_of(c.text) for at, c in enumerate(row.cells) if c.text}
    short = all(len(c.text) < 40 for c in row.cells)  # noqa: PLR2004  # a head is short
    if not found or not short or None in found.values():
        return None
    if any(re.search(r"\d", to_arabic(c.text)) for c in row.cells):
        return None
    return {**heads, **{at: column for at, column in found.items() if column}}


def _paragraphs(cell: Cell) -> list[str]:
    return [text for text in map(clean, cell.paragraphs) if text]
