"""One row of measures, and whether the next one is only its rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.meaning.columns import Column
from prongsai.ita.documents.reading.meaning.items import marks_in
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.periods import parse_period
from prongsai.ita.thai.text import clean, fold, join_thai

_KEYS = (Column.NUMBER, Column.ASPECT, Column.INDICATOR)
_DATED = frozenset({Column.PERIOD, Column.RESPONSIBLE})
_LISTS = (Column.STEPS, Column.OUTPUT, Column.OUTCOME)
_ONCE = frozenset({*_KEYS, Column.MEASURE, Column.PERIOD, Column.RESPONSIBLE})
ANY_YEAR = 2560
"""Stands for a year where only whether a period can be read matters."""
NUMBERED = re.compile(r"^\(?\d{1,2}(?:[.)]|\s|$)")
"""How the number of a measure, an aspect or an indicator begins a cell."""


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


def starts_marked(texts: list[str] | None) -> bool:
    """Whether a cell begins with the number of a point."""
    marks = marks_in(texts[0]) if texts else []
    return bool(marks) and marks[0].strong and marks[0].style != "bullet"


def goes_on(last: MeasureRow, row: MeasureRow) -> bool:
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
    marked = starts_marked(row.cells.get(Column.MEASURE))
    return not marked and not _restarts(last, row) and _has_no_own(last, row)


def take_over(last: MeasureRow, row: MeasureRow) -> None:
    """Give a row what merged cells above it say for it as well."""
    for column in row.covered:
        row.cells[column] = list(last.cells.get(column, ()))


def _same_key(last: MeasureRow, row: MeasureRow, column: Column) -> bool:
    """Whether a number, aspect or indicator repeats, or is cut by a page break."""
    first, rest = to_arabic(last.text(column)), to_arabic(row.text(column))
    cut = row.broken and NUMBERED.match(first) and not NUMBERED.match(rest)
    return bool(cut) or _repeats(last, row, column)


def _own(row: MeasureRow) -> frozenset[Column]:
    """Cells that a new measure fills; on a page, steps may be those of the last one."""
    paged = row.broken and row.page is not None
    return _DATED if paged else _DATED | {Column.STEPS}


def _has_no_own(last: MeasureRow, row: MeasureRow) -> bool:
    """Whether text that carries no number has nothing that makes it a measure."""
    if last.text(Column.NUMBER) or starts_marked(last.cells.get(Column.MEASURE)):
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


def append(last: MeasureRow, row: MeasureRow) -> None:
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


def return_leading(last: MeasureRow, row: MeasureRow) -> None:
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
