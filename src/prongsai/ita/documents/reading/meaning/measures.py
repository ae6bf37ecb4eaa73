"""Measures from the rows of a table: one row may hold several of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.ita.documents.model.report import (
    Aspect,
    Item,
    Measure,
    Notice,
    Period,
)
from prongsai.ita.documents.reading.meaning.columns import Column
from prongsai.ita.documents.reading.meaning.items import Point, points_of, split_items
from prongsai.ita.documents.reading.meaning.rows import ANY_YEAR, MeasureRow
from prongsai.ita.documents.reading.meaning.units import split_units
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.periods import parse_period
from prongsai.ita.thai.text import clean, fold

_HEADED = re.compile(
    r"^(?:ด้าน|ประเด็น|มิติ|แนวทาง|ส่วน|หมวด)(?:ที่)?\s*(?P<n>\d{1,2})[.):\s]*"
)
_NUMBER = re.compile(r"^(?P<n>\d{1,2}(?:\.\d{1,2})*)[.)]?\s*")
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(?P<n>\d{1,2})(?!\d)")
_LEAD = re.compile(r"ตัวชี้วัด|^ด้าน|^ประเด็น|^เครื่องมือ|^มิติ")


@dataclass(frozen=True, kw_only=True)
class Found:
    """The measures of a document, and what of their rows had no place."""

    measures: tuple[Measure, ...]
    warnings: tuple[Notice, ...]


@dataclass(frozen=True, kw_only=True)
class _Title:
    """One measure of a cell: its printed number, if any, and its text."""

    number: str
    text: str


@dataclass(kw_only=True)
class _Context:
    """What the rows before have said and the next ones leave out."""

    fiscal_year: int | None
    aspect: Aspect | None = None
    indicator: str | None = None
    measures: list[Measure] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)


def measures_of(rows: Sequence[MeasureRow], fiscal_year: int | None) -> Found:
    """Turn rows into measures, in order.

    ``fiscal_year`` (Buddhist era) dates the periods that name no year.
    """
    context = _Context(fiscal_year=fiscal_year)
    for row in rows:
        _read_row(row, context)
    return Found(measures=tuple(context.measures), warnings=tuple(context.warnings))


def _read_row(row: MeasureRow, context: _Context) -> None:
    _read_heading(row.heading, context)
    _read_keys(row, context)
    here, titles = _titles(row, context)
    parts = [_share(row, column, len(titles)) for column in _LISTS]
    periods = _periods(row, len(titles))
    units = _units(row, len(titles))
    for at, title in enumerate(titles):
        steps, outputs, outcomes = (part[at] for part in parts)
        context.measures.append(
            Measure(
                ref=_ref(row, title, context, several=len(titles) > 1),
                aspect=context.aspect,
                indicator=here or context.indicator,
                title=title.text,
                analysis=row.text(Column.ANALYSIS) or None,
                steps=steps,
                period=_period(periods[at], context.fiscal_year),
                responsible=units[at],
                outputs=outputs,
                outcomes=outcomes,
                source=row.source(),
            )
        )
    if other := row.text(Column.OTHER):
        context.warnings.append(
            Notice(code="column-unplaced", text=other, source=row.source())
        )


_LISTS = (Column.STEPS, Column.OUTPUT, Column.OUTCOME)


def _read_heading(text: str, context: _Context) -> None:
    """A line or a row above the measures that names their aspect or indicator."""
    if not text:
        return
    if found := _INDICATOR.search(to_arabic(text)):
        context.indicator = found["n"]
    else:
        context.aspect = _aspect(text)


def _read_keys(row: MeasureRow, context: _Context) -> None:
    if text := row.text(Column.ASPECT):
        context.aspect = _aspect(text)
    if text := row.text(Column.INDICATOR):
        found = _INDICATOR.search(to_arabic(text)) or _NUMBER.match(to_arabic(text))
        context.indicator = found["n"] if found else text


def _aspect(text: str) -> Aspect:
    plain = to_arabic(text)
    found = _HEADED.match(plain) or _NUMBER.match(plain)
    if not found:
        return Aspect(number="", title=text)
    return Aspect(number=found["n"], title=clean(text[found.end() :]))


def _titles(row: MeasureRow, context: _Context) -> tuple[str | None, list[_Title]]:
    """The measures of one cell, and the indicator a heading in it names.

    An aspect named there holds for the rows below too; an indicator stands over this
    row alone, because it does not number the measures below it.
    """
    points = points_of(row.cells.get(Column.MEASURE, []))
    if not points:
        return None, [_Title(number="", text="")]
    lead = _lead(points)
    here = _INDICATOR.search(to_arabic(lead))
    if lead:
        points = [*points[0].points, *points[1:]]
    if lead and here:
        context.warnings.append(
            Notice(code="heading-in-cell", text=lead, source=row.source())
        )
    elif lead:
        context.aspect = _aspect(lead)
    number = here["n"] if here else None
    if _each(points):
        return number, [t for point in points for t in _of_point(point, context)]
    whole = clean(" ".join(point.flat() for point in points))
    return number, [_Title(number="", text=whole)]


def _lead(points: list[Point]) -> str:
    """A heading that stands above the measures inside their cell, if any."""
    lead = points[0]
    text = clean(" ".join(lead.texts))
    stands = not lead.marker and bool(lead.points or points[1:])
    return text if stands and _LEAD.search(text) else ""


def _each(points: list[Point]) -> bool:
    """Whether every point at the top of the cell is a measure of its own."""
    return len(points) == 1 or all(_plain_number(p.marker) for p in points)


def _plain_number(marker: str) -> str:
    """The number of a marker such as ``๑.`` or ``๑.๑``; empty for others.

    >>> _plain_number("๒.๑"), _plain_number("(๑)"), _plain_number("-")
    ('2.1', '', '')
    """
    found = re.fullmatch(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?", to_arabic(marker))
    return found[1] if found else ""


def _of_point(point: Point, context: _Context) -> list[_Title]:
    number = _plain_number(point.marker)
    inner = [_plain_number(sub.marker) for sub in point.points]
    if number and inner and all(n.startswith(f"{number}.") for n in inner):
        context.aspect = Aspect(number=number, title=clean(" ".join(point.texts)))
        return [
            _Title(number=n, text=sub.flat(marker=False))
            for n, sub in zip(inner, point.points, strict=True)
        ]
    return [_Title(number=number, text=point.flat(marker=False))]


def _ref(row: MeasureRow, title: _Title, context: _Context, *, several: bool) -> str:
    """Number of a measure in Arabic digits: its own, its row's, or the next one."""
    printed = _NUMBER.match(to_arabic(row.text(Column.NUMBER)))
    if printed and not several:
        return printed["n"]
    if printed:
        return f"{printed['n']}.{title.number or len(context.measures) + 1}"
    if title.number:
        _follow_aspect(title.number, context)
        alone = "." in title.number or not (context.indicator or context.aspect)
        group = context.indicator or (context.aspect.number if context.aspect else "")
        return title.number if alone or not group else f"{group}.{title.number}"
    return _next_ref(context)


def _follow_aspect(number: str, context: _Context) -> None:
    """Let go of an aspect that a number such as ``4.1`` no longer belongs to."""
    first, _, rest = number.partition(".")
    if rest and context.aspect and context.aspect.number not in {"", first}:
        context.aspect = None


def _next_ref(context: _Context) -> str:
    group = context.indicator or (context.aspect.number if context.aspect else "")
    if not group:
        whole = [int(m.ref) for m in context.measures if m.ref.isdigit()]
        return str(max(whole, default=0) + 1)
    mine = [m for m in context.measures if m.ref.startswith(f"{group}.")]
    return f"{group}.{len(mine) + 1}"


def _share(row: MeasureRow, column: Column, count: int) -> list[tuple[Item, ...]]:
    """Points of one cell for each measure of the row.

    A list that restarts once for each measure is cut there; otherwise the cell
    speaks of all of them.
    """
    items = split_items(row.cells.get(column, []))
    if count > 1:
        starts = [
            at for at, item in enumerate(items) if _plain_number(item.marker) == "1"
        ]
        if len(starts) == count and starts[0] == 0:
            ends = [*starts[1:], len(items)]
            return [items[a:b] for a, b in zip(starts, ends, strict=True)]
    return [items] * count


def _periods(row: MeasureRow, count: int) -> list[str]:
    texts = row.cells.get(Column.PERIOD, [])
    if (
        count > 1
        and len(texts) == count
        and all(parse_period(text, ANY_YEAR) for text in texts)
    ):
        return list(texts)
    words = " ".join(texts).split()
    if len(words) % count == 0 and words == words[: len(words) // count] * count:
        words = words[: len(words) // count]  # printed once for each measure
    if len(set(map(fold, texts))) == 1:
        words = min(" ".join(words), texts[0], key=len).split()
    return [" ".join(words)] * count


def _period(text: str, fiscal_year: int | None) -> Period | None:
    if not text:
        return None
    span = parse_period(text, fiscal_year)
    return Period(
        text=text, start=span.start if span else None, end=span.end if span else None
    )


def _units(row: MeasureRow, count: int) -> list[tuple[str, ...]]:
    texts = row.cells.get(Column.RESPONSIBLE, [])
    if count > 1 and len(texts) == count:
        return [split_units([text]) for text in texts]
    units = split_units(texts)
    if len(units) == count and len(set(units)) == 1:
        units = units[:1]  # printed once for each measure
    return [units] * count
