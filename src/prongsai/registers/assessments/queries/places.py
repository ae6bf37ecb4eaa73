"""Where a value of the score table stands in the text: the same place every time.

The library keeps what a table says, not where. The place is the line that holds the
printed value beside the name of its indicator; a row of a table that has all years
wins over a sentence that repeats one of them. Where two columns print the same value,
the order of the years in the heading above tells them apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.documents.model.report import Report
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import fold
from prongsai.registers.assessments.queries.lines import Line

TOTAL, LEVEL = "total", "level"

_TOTAL = re.compile(r"คะแนนเฉลี่ย|คะแนนรวม|ภาพรวม|รวม|ค่าเฉลี่ย|คะแนนสุทธิ|คะแนนที่ได้")
_LEVEL = re.compile(r"ระดับ|ผลการประเมิน")
_ROW = re.compile(r"[\t|]|<t[dh]", re.IGNORECASE)
_NEAR = 6
"""A page that has each cell on a line of its own has the name this far above at most."""

_ABOVE = 30
"""How far above a row the heading with the years may stand."""

_BEGINNING = 10
"""Letters of a name that are enough to know it by where a line breaks it."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A row to be found: its values by year, and the words that stand beside them."""

    field: str
    values: Mapping[str, str]
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A stretch of one line: its position among the lines, first and last letter."""

    line: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.line}:{self.start}-{self.end}"


def place_from(text: str) -> Place | None:
    """Return a place that was kept as text; None for a value that was not found."""
    found = re.fullmatch(r"(\d+):(\d+)-(\d+)", text)
    if not found:
        return None
    line, start, end = map(int, found.groups())
    return Place(line=line, start=start, end=end)


def wanted(report: Report) -> list[Wanted]:
    """Return every value the library read from score tables, row by row."""
    rows = [
        Wanted(field=score.indicator, values=score.years, name=score.name)
        for score in report.scores
    ]
    rows.append(Wanted(field=TOTAL, values=report.totals))
    rows.append(Wanted(field=LEVEL, values=report.levels))
    return [row for row in rows if row.values]


class Places:
    """Looks values up in the lines of one file."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._plain = [to_arabic(line.text) for line in lines]
        self._folded = [fold(line.text) for line in lines]

    def of(self, row: Wanted, year: str) -> Place | None:
        """Return where a year's value of a row stands; None where nothing fits."""
        best: tuple[int, Place] | None = None
        for at, line in enumerate(self._plain):
            if row.values[year] not in line:
                continue
            rank, place = self._look(row, year, at)
            if place and (best is None or rank > best[0]):
                best = (rank, place)
        return best[1] if best else None

    def _look(self, row: Wanted, year: str, at: int) -> tuple[int, Place | None]:
        beside = self._beside(row, at)
        if not beside:
            return 0, None
        line = self._plain[at]
        rank = beside + (2 if _ROW.search(line) else 0)
        in_order = self._in_order(row, at)
        if in_order:
            start, end = in_order[year]
            return rank + len(row.values), Place(line=at, start=start, end=end)
        found = _token(row.values[year], letters=row.field == LEVEL).search(line)
        if not found:
            return 0, None
        return rank, Place(line=at, start=found.start(), end=found.end())

    def _beside(self, row: Wanted, at: int) -> int:
        """How surely a line speaks of the row: 0 when it does not."""
        if row.field == TOTAL:
            return 3 if _TOTAL.search(self._plain[at]) else 0
        if row.field == LEVEL:
            return 3 if _LEVEL.search(self._plain[at]) else 1
        name = fold(row.name)
        if name and name in self._folded[at]:
            return 4
        if name and name[:_BEGINNING] in self._folded[at]:
            return 3
        above = self._folded[max(at - _NEAR, 0) : at]
        return 1 if name and any(name in line for line in above) else 0

    def _in_order(self, row: Wanted, at: int) -> dict[str, tuple[int, int]]:
        """Where each year's value stands, if the line has all of them in order."""
        found: dict[str, tuple[int, int]] = {}
        end = 0
        for year in self._years(row, at):
            token = _token(row.values[year], letters=row.field == LEVEL)
            match = token.search(self._plain[at], end)
            if match is None:
                return {}
            found[year] = match.span()
            end = match.end()
        return found

    def _years(self, row: Wanted, at: int) -> list[str]:
        """The years of a row as the heading above it orders them, else oldest first."""
        years = sorted(row.values)
        for line in reversed(self._plain[max(at - _ABOVE, 0) : at]):
            if all(year in line for year in years):
                return sorted(years, key=line.index)
        return years


def all_of(
    report: Report, lines: Sequence[Line]
) -> Iterator[tuple[Wanted, str, Place | None]]:
    """Yield every value of a report with its year and its place, or None."""
    places = Places(lines)
    for row in wanted(report):
        for year in sorted(row.values):
            yield row, year, places.of(row, year)


def _token(value: str, *, letters: bool) -> re.Pattern[str]:
    escaped = re.escape(value)
    return re.compile(escaped if letters else rf"(?<![\d.,]){escaped}(?!\.?\d)")
