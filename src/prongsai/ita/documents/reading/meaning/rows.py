"""Rows of measures as they were meant: cells by meaning, page breaks undone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.meaning.columns import (
    Column,
    Heads,
    meaning_of,
    measure_heads,
)
from prongsai.ita.documents.reading.meaning.items import marks_in
from prongsai.ita.documents.reading.pages.source import Cell, Paragraph, Row, Table
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.periods import parse_period
from prongsai.ita.thai.text import clean, fold, join_thai

_KEYS = (Column.NUMBER, Column.ASPECT, Column.INDICATOR)
_DATED = frozenset({Column.PERIOD, Column.RESPONSIBLE})
_LISTS = (Column.STEPS, Column.OUTPUT, Column.OUTCOME)
_ONCE = frozenset({*_KEYS, Column.MEASURE, Column.PERIOD, Column.RESPONSIBLE})
LONGEST_REST = 70
"""What is left of a head behind a page break is shorter than this many letters."""
ANY_YEAR = 2560
"""Stands for a year where only whether a period can be read matters."""
LONGEST_GROUP = 120
"""A line longer than this many letters is a sentence, not the name of an aspect."""
_GROUP = re.compile(r"^(?:ด้าน|ประเด็น|มิติ|ตัวชี้วัด|แนวทาง|ส่วน|หมวด|ข้อ)(?:ที่)?\s*\d")
_NUMBERED = re.compile(r"^\(?\d{1,2}(?:[.)]|\s|$)")


@dataclass(kw_only=True)
class MeasureRow:
    """One row of measures: paragraphs by column, and where it stood.

    ``broken`` is set for the first row behind a page break, which may be the rest of
    the row before it; ``has`` are the columns of its table, ``covered`` those whose
    cell is merged with the one above.
    """

    cells: dict[Column, list[str]]
    lines: list[int] = field(default_factory=list)
    page: int | None = None
    heading: str = ""
    broken: bool = False
    has: frozenset[Column] = frozenset()
    covered: frozenset[Column] = frozenset()

    def text(self, column: Column) -> str:
        """Return one cell as a line; empty where the table lacks the column."""
        return clean(" ".join(self.cells.get(column, ())))

    def source(self) -> Source:
        """Where the row stood."""
        return Source(lines=tuple(self.lines), page=self.page)


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
        _return_leading(last, row)
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
        if self.rows and not found.heading and _goes_on(self.rows[-1], found):
            _append(self.rows[-1], found)
            return
        if self.rows:
            _take_over(self.rows[-1], found)
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
        marked = any(_starts_marked(texts) for texts in found.cells.values())
        dated = parse_period(found.text(Column.PERIOD), ANY_YEAR) is not None
        return short and not marked and not dated and not found.text(Column.NUMBER)

    def _group(self, row: Row, filled: list[str]) -> str:
        """Text of a row that only names an aspect or an indicator."""
        if len(set(map(fold, filled))) != 1 or len(row.cells) < 4:  # noqa: PLR2004
            return ""
        text = filled[0]
        first = next(i for i, cell in enumerate(row.cells) if cell.text)
        alone = first == 0 and _NUMBERED.match(to_arabic(text))
        measure = self.heads is not None and self.heads.get(first) is Column.MEASURE
        begins = re.match(r"^\d+\.\d", to_arabic(text)) is None
        if _GROUP.match(to_arabic(text)) or (alone and begins and not measure):
            return text
        spans = sum(1 for cell in row.cells if cell.text) == len(row.cells)
        return text if (alone and begins) or spans else ""

    def _by_column(self, row: Row) -> MeasureRow:
        cells: dict[Column, list[str]] = {}
        for at, cell in enumerate(row.cells):
            column = (self.heads or {}).get(at, Column.OTHER)
            cells.setdefault(column, []).extend(_paragraphs(cell))
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


def _starts_marked(texts: list[str] | None) -> bool:
    marks = marks_in(texts[0]) if texts else []
    return bool(marks) and marks[0].strong and marks[0].style != "bullet"


def _goes_on(last: MeasureRow, row: MeasureRow) -> bool:
    """Whether a row is the rest of the row before it.

    A new measure shows its own number or, where measures carry none, its own period
    or unit. The rest of a row has none of them, or only repeats them.
    """
    if row.covered:
        return Column.MEASURE in row.covered
    if not all(_same_key(last, row, column) for column in _KEYS):
        return False
    if not any(row.text(column) for column in _own(row) & row.has):
        return True  # it shares every cell with the row before it
    if _repeats(last, row, Column.MEASURE):
        return not row.text(Column.MEASURE) or not _restarts(last, row)
    marked = _starts_marked(row.cells.get(Column.MEASURE))
    return not marked and not _restarts(last, row) and _has_no_own(last, row)


def _take_over(last: MeasureRow, row: MeasureRow) -> None:
    """Give a row what merged cells above it say for it as well."""
    for column in row.covered:
        row.cells[column] = list(last.cells.get(column, ()))


def _same_key(last: MeasureRow, row: MeasureRow, column: Column) -> bool:
    """Whether a number, aspect or indicator repeats, or is cut by a page break."""
    first, rest = to_arabic(last.text(column)), to_arabic(row.text(column))
    cut = row.broken and _NUMBERED.match(first) and not _NUMBERED.match(rest)
    return bool(cut) or _repeats(last, row, column)


def _own(row: MeasureRow) -> frozenset[Column]:
    """Cells that a new measure fills; on a page, steps may be those of the last one."""
    paged = row.broken and row.page is not None
    return _DATED if paged else _DATED | {Column.STEPS}


def _has_no_own(last: MeasureRow, row: MeasureRow) -> bool:
    """Whether text that carries no number has nothing that makes it a measure."""
    if last.text(Column.NUMBER) or _starts_marked(last.cells.get(Column.MEASURE)):
        return row.broken or _repeats_both(last, row)
    return _lacks_its_own(last, row)


def _repeats_both(last: MeasureRow, row: MeasureRow) -> bool:
    return all(_repeats(last, row, column) for column in _DATED)


def _lacks_its_own(last: MeasureRow, row: MeasureRow) -> bool:
    """Whether a measure without a number has neither period nor unit of its own."""
    if row.broken and row.text(Column.PERIOD):
        return _joined_period(last, row) is not None
    return not row.text(Column.PERIOD) and not row.text(Column.RESPONSIBLE)


def _joined_period(last: MeasureRow, row: MeasureRow) -> str | None:
    """A period that a page break cut in two; None when it was whole before."""
    first, rest = last.text(Column.PERIOD), row.text(Column.PERIOD)
    joined = join_thai(f"{first} {rest}")
    whole = parse_period(first) is not None
    return None if whole or parse_period(joined, ANY_YEAR) is None else joined


def _restarts(last: MeasureRow, row: MeasureRow) -> bool:
    """Whether the steps begin at 1 again after a list that already had a 1."""
    mine, texts = last.cells.get(Column.STEPS), row.cells.get(Column.STEPS)
    return bool(mine and texts) and all(
        (marks := marks_in(cell[0])) and marks[0].strong and marks[0].numbers == (1,)
        for cell in (mine or [], texts or [])
    )


def _repeats(last: MeasureRow, row: MeasureRow, column: Column) -> bool:
    text = fold(row.text(column))
    return not text or text == fold(last.text(column))


def _append(last: MeasureRow, row: MeasureRow) -> None:
    """Add the rest of a row; what the page break repeated is printed once."""
    for column, texts in row.cells.items():
        mine = last.cells.setdefault(column, [])
        if column in _ONCE and _repeats(last, row, column):
            continue
        if column is Column.PERIOD and mine:
            joined = _joined_period(last, row)
            if joined:
                mine[:] = [joined]
            else:
                last.cells.setdefault(Column.OTHER, []).extend(texts)
            continue
        _continue_text(mine, texts)
    last.lines.extend(row.lines)


def _continue_text(mine: list[str], texts: list[str]) -> None:
    """Go on in the same paragraph unless the new text starts a point of its own."""
    rest = list(texts)
    if mine and rest and not (marks_in(rest[0]) and marks_in(rest[0])[0].strong):
        mine[-1] = f"{mine[-1]} {rest.pop(0)}"
    mine.extend(rest)


def _return_leading(last: MeasureRow, row: MeasureRow) -> None:
    """Give back the end of the last row's points that a page break left in this row.

    Seen where a merged indicator runs over a page: the new measure's cell begins
    with text without a number, and only then restarts at 1.
    """
    keyed = [column for column in _KEYS if column in row.has]
    if not keyed or any(row.text(column) for column in keyed):
        return
    for column in _LISTS:
        mine, texts = last.cells.get(column), row.cells.get(column)
        if mine and texts and (leading := list(_leading(texts))):
            _continue_text(mine, leading)
            row.cells[column] = _without(texts, leading)


def _leading(texts: list[str]) -> Iterator[str]:
    """Texts before the first point numbered 1; nothing when there is no such point."""
    found: list[str] = []
    for text in texts:
        first = next(
            (
                m
                for m in marks_in(text)
                if m.numbers == (1,) and "letter" not in m.style
            ),
            None,
        )
        if first is None:
            found.append(text)
            continue
        head = clean(text[: first.start])
        if not found and (first.strong or not head):
            return
        yield from [*found, *([head] if head else [])]
        return


def _without(texts: list[str], leading: list[str]) -> list[str]:
    rest = list(texts)
    for text in leading:
        if rest[0] == text:
            rest.pop(0)
        else:
            rest[0] = clean(rest[0].removeprefix(text))
    return rest
