"""Score tables: ten indicators, one or more years, the total and the level."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from prongsai.ita.documents.model.report import Changes, Notice, Score
from prongsai.ita.documents.reading.meaning.columns import (
    Column,
    Heads,
    meaning_of,
    measure_heads,
    year_in,
)
from prongsai.ita.documents.reading.pages.source import Paragraph, Row, Table
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, fold, join_thai

_INSTRUMENT = re.compile(r"\b(IIT|EIT|OIT)\b")
_VALUE = re.compile(r"^\s*(\d{1,3}(?:\.\d+)?)\s*(?:คะแนน|%)?\s*$")
_NAMED = re.compile(r"^(?:ตัวชี้วัด(?:ที่)?\s*)?(?P<n>\d{1,2})[.):]?\s*(?P<name>.*)$")
_TOTAL = re.compile(
    r"คะแนนเฉลี่ย|คะแนนรวม|ภาพรวม|^รวม|ค่าเฉลี่ย|คะแนนรวมเฉลี่ย|คะแนนสุทธิ|ผลคะแนนรวม"
)
_LEVEL = re.compile(r"ระดับ|ผลการประเมิน$")
LONGEST_REST = 60
"""What a page break leaves of a name is shorter than this many letters."""
_INDICATORS = range(1, 11)
_STATED = re.compile(
    r"คะแนน(?:ที่ได้|รวม|เฉลี่ย|ภาพรวม)*\s*[:=]?\s*\.*\s*(?P<total>\d{2,3}\.\d{1,2})"
)
_STATED_LEVEL = re.compile(
    r"ระดับ(?:ผลการประเมิน)?(?:อยู่ที่|อยู่ในระดับ)?[\s.:]*(?P<level>ผ่าน\S*|ต้องปรับปรุง\S*|[A-F]{1,2}\b)"
)


@dataclass(kw_only=True)
class ScoreTables:
    """What the score tables of a document say, merged by indicator."""

    scores: dict[str, Score] = field(default_factory=dict)
    totals: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    total_change: str = ""
    level_change: str = ""
    notices: list[Notice] = field(default_factory=list)
    last: str = ""

    def changes(self) -> Changes | None:
        """The printed changes of total and level; None when none is printed."""
        if not (self.total_change or self.level_change):
            return None
        return Changes(total=self.total_change, level=self.level_change)


@dataclass(frozen=True, kw_only=True)
class _Grid:
    """Where each thing stands in one table."""

    heads: Heads
    years: Mapping[int, str]


def read_scores(
    blocks: Sequence[Paragraph | Table], fiscal_year: int | None
) -> tuple[ScoreTables, list[Paragraph | Table]]:
    """Read every score table; return what they say and the blocks that are none.

    A column of points without a year takes the year named just above the table,
    else ``fiscal_year`` (Buddhist era).
    """
    reader = _Reader(above=str(fiscal_year or ""))
    for block in blocks:
        if isinstance(block, Table):
            reader.table(block)
        elif reader.grid and _INSTRUMENT.fullmatch(block.text):
            reader.instrument = block.text
        else:
            reader.above = year_in(block.text) or reader.above
            reader.rest.append(block)
    return reader.found, reader.rest


@dataclass(kw_only=True)
class _Reader:
    """Goes through a document once; a table without a head goes on with the last."""

    above: str
    found: ScoreTables = field(default_factory=ScoreTables)
    rest: list[Paragraph | Table] = field(default_factory=list)
    grid: _Grid | None = None
    instrument: str = ""

    def table(self, table: Table) -> None:
        """Read one table, if it is one of scores."""
        left: list[Row] = []
        skip = False
        for at, row in enumerate(table.rows):
            if skip:
                skip = False
            elif heads := _heads(row):
                years, skip = _years(table.rows, at, self.above)
                self.grid = _Grid(heads=heads, years=years) if years else None
                self.instrument = ""
            elif measure_heads(row):
                left.extend(table.rows[at:])
                self.grid = None
                break
            elif self.grid is None or not self._row(self.grid, row, first=at == 0):
                left.append(row)
        self._leave(table, left)

    def _row(self, grid: _Grid, row: Row, *, first: bool) -> bool:
        texts = [clean(cell.text) for cell in row.cells]
        if printed := _INSTRUMENT.search(" ".join(texts)):
            self.instrument = printed[1]
        line = _line(grid, row, self.instrument)
        return _read_row(grid, line, self.found) or (
            first and _rest_of_name(line, self.found)
        )

    def _leave(self, table: Table, left: list[Row]) -> None:
        """Hand on what is none; rows between scores are told one by one."""
        if len(left) == len(table.rows) or any(map(measure_heads, left)):
            self.rest.append(
                table if len(left) == len(table.rows) else Table(rows=tuple(left))
            )
            self.grid = None
            return
        for row in left:
            if text := " ".join(cell.text for cell in row.cells if cell.text):
                self.found.notices.append(
                    Notice(code="row-unplaced", text=text, source=row.source)
                )


def stated(paragraphs: Iterable[Paragraph], found: ScoreTables, year: int) -> None:
    """Take the total and the level a sentence states where no table has them."""
    for paragraph in paragraphs:
        plain = to_arabic(paragraph.text)
        total, level = _STATED.search(plain), _STATED_LEVEL.search(plain)
        if total and level:
            found.totals.setdefault(str(year), total["total"])
            found.levels.setdefault(str(year), level["level"].strip("."))
            return


def _heads(row: Row) -> Heads | None:
    """Read a row as the head of a score table; None when it is none."""
    if measure_heads(row):
        return None
    heads = {i: m for i, c in enumerate(row.cells) if (m := _meaning(c.text))}
    known = set(heads.values())
    named = known & {Column.INDICATOR, Column.NAME, Column.NUMBER, Column.INSTRUMENT}
    return heads if Column.SCORE in known and named else None


def _meaning(text: str) -> Column | None:
    if re.fullmatch(r"\s*(?:พ\.?ศ\.?)?\s*25\d\d\s*", to_arabic(text)):
        return Column.SCORE
    return meaning_of(text)


def _years(rows: Sequence[Row], at: int, above: str) -> tuple[dict[int, str], bool]:
    """Year of each column of points, and whether a second line of heads has them."""
    head = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below and not any(_indicator(cell.text) for cell in below.cells[:-1]):
        years = {i: y for i, c in enumerate(below.cells) if (y := year_in(c.text))}
        if years:
            return years, True
    years = {
        i: year
        for i, cell in enumerate(head.cells)
        if _meaning(cell.text) is Column.SCORE and (year := year_in(cell.text) or above)
    }
    return years, False


def _indicator(text: str) -> bool:
    found = _NAMED.match(to_arabic(clean(text)))
    return bool(found and int(found["n"]) in _INDICATORS and not year_in(text))


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One row of a score table, taken apart."""

    row: Row
    texts: list[str]
    instrument: str
    values: Mapping[str, str]
    change: str
    label: str


def _line(grid: _Grid, row: Row, instrument: str) -> _Line:
    texts = [clean(cell.text) for cell in row.cells]
    width = 1 + max([*grid.years, *grid.heads])
    texts += [""] * (width - len(texts))  # a row may be shorter than its head
    return _Line(
        row=row,
        texts=texts,
        instrument=instrument,
        values=_values(grid, texts),
        change=_at(grid, texts, Column.CHANGE),
        label=" ".join(t for t in texts if t and not _VALUE.match(to_arabic(t))),
    )


def _read_row(grid: _Grid, line: _Line, found: ScoreTables) -> bool:
    named = _name(grid, line.texts)
    if named and line.values:
        score = Score(
            indicator=named[0],
            instrument=line.instrument,
            name=named[1],
            years=line.values,
            change=line.change,
        )
        _merge(found, score, line.row)
        return True
    if line.values and _TOTAL.search(line.label):
        found.totals.update(line.values)
        found.total_change = line.change or found.total_change
        return True
    if _LEVEL.search(line.label):
        found.levels.update(
            {y: line.texts[at] for at, y in grid.years.items() if line.texts[at]}
        )
        found.level_change = line.change or found.level_change
        return True
    return not line.label


def _rest_of_name(line: _Line, found: ScoreTables) -> bool:
    """Whether a page break left the end of the last name here; then it is joined."""
    if line.values or not found.scores or len(line.label) > LONGEST_REST:
        return False
    number, last = found.last, found.scores[found.last]
    found.scores[number] = replace(last, name=join_thai(f"{last.name} {line.label}"))
    return True


def _values(grid: _Grid, texts: list[str]) -> dict[str, str]:
    """Points by year: by column, or in order where a table shows other columns."""
    by_place = {y: v for at, y in grid.years.items() if (v := _value(texts, at))}
    if by_place:
        return by_place
    found = [_VALUE.match(to_arabic(text)) for text in texts]
    figures = [value[1] for value in found if value]
    points = [f for f in figures if "." in f]
    years = list(grid.years.values())
    return dict(zip(years, points, strict=True)) if len(points) == len(years) else {}


def _value(texts: list[str], at: int) -> str:
    found = _VALUE.match(to_arabic(texts[at]))
    return found[1] if found else ""


def _at(grid: _Grid, texts: list[str], column: Column) -> str:
    places = (i for i, m in grid.heads.items() if m is column)
    return next((texts[i] for i in places), "")


def _name(grid: _Grid, texts: list[str]) -> tuple[str, str] | None:
    """Number (Arabic digits) and name of an indicator, in one cell or in two."""
    words = [
        text
        for at, text in enumerate(texts)
        if text
        and not (at in grid.years and _VALUE.match(to_arabic(text)))
        and grid.heads.get(at) is not Column.CHANGE
        and not _INSTRUMENT.fullmatch(text)
    ]
    for at, text in enumerate(words):
        found = _NAMED.match(to_arabic(text))
        if found and int(found["n"]) in _INDICATORS:
            rest = (w for w in words[at + 1 :] if not _VALUE.match(to_arabic(w)))
            name = text[found.start("name") :] or next(rest, "")
            return (found["n"], clean(name)) if name else None
    return None


def _merge(found: ScoreTables, score: Score, row: Row) -> None:
    """Join two rows on one indicator: years add up, the fuller row names it."""
    found.last = score.indicator
    before = found.scores.get(score.indicator)
    if before is None:
        found.scores[score.indicator] = score
        return
    fuller = score if len(score.years) >= len(before.years) else before
    other = before if fuller is score else score
    found.notices.extend(_differences(score, before, other, row=row))
    found.scores[score.indicator] = Score(
        indicator=score.indicator,
        instrument=fuller.instrument or other.instrument,
        name=fuller.name,
        years=dict(sorted({**other.years, **fuller.years}.items())),
        change=fuller.change or other.change,
    )


def _differences(
    score: Score, before: Score, other: Score, *, row: Row
) -> Iterator[Notice]:
    """What two tables of one report say differently of an indicator."""
    for year in sorted(set(score.years) & set(before.years)):
        if score.years[year] != before.years[year]:
            text = f"{score.name} {year}: {other.years[year]}"
            yield Notice(code="score-differs", text=text, source=row.source)
    if fold(score.name) != fold(before.name):
        text = f"{score.indicator} {other.name}"
        yield Notice(code="score-name-differs", text=text, source=row.source)
