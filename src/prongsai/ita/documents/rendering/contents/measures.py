"""The tables of measures: which columns a table has, and a row for each measure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from prongsai.ita.documents.model.report import Item, Kind, Measure, Report
from prongsai.ita.documents.rendering.blocks import (
    Align,
    Cell,
    Column,
    Line,
    Row,
    Table,
)
from prongsai.ita.documents.rendering.contents.indicators import names
from prongsai.ita.documents.rendering.wording import Wording


class Part(StrEnum):
    """A column of a table of measures; its header is ``rendering.column.<part>``."""

    NUMBER = "number"
    INDICATOR = "indicator"
    MEASURE = "measure"
    ANALYSIS = "analysis"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    OUTPUTS = "outputs"
    OUTCOMES = "outcomes"


_WIDTHS: Mapping[Part, float] = MappingProxyType(
    {
        Part.NUMBER: 6,
        Part.INDICATOR: 13,
        Part.MEASURE: 20,
        Part.ANALYSIS: 20,
        Part.STEPS: 24,
        Part.PERIOD: 12,
        Part.RESPONSIBLE: 11,
        Part.OUTPUTS: 22,
        Part.OUTCOMES: 20,
    }
)
_CENTRED = (Part.NUMBER, Part.PERIOD)
_RESULTS = (Part.OUTPUTS, Part.OUTCOMES)


def tables(report: Report, wording: Wording, *, results: bool) -> tuple[Table, ...]:
    """Return the report's measures, in order, as tables.

    Six columns where measures stand under aspects or indicators, seven with a running
    number where they do not; a new table begins where aspects begin or end. Where
    only some name an indicator, it stands above the measure instead of in a column.
    ``results`` tells whether output and outcome are shown.
    """
    called = names(report)
    found = []
    for _, run in groupby(report.measures, lambda m: m.aspect is not None):
        measures = tuple(run)
        parts = _parts(measures, results=results)
        rows = _rows(measures, parts, _Writer(wording, called))
        found.append(_table(parts, rows, wording))
    return tuple(found)


def shows_results(report: Report) -> bool:
    """Whether a report's measures have results: a plan has neither."""
    return report.kind is Kind.MEASURES_RESULT or any(
        measure.outputs or measure.outcomes for measure in report.measures
    )


def _parts(measures: Sequence[Measure], *, results: bool) -> tuple[Part, ...]:
    left_out: set[Part] = set() if results else set(_RESULTS)
    if any(m.aspect or m.indicator is not None for m in measures):
        left_out.add(Part.NUMBER)
    if any(m.indicator is None for m in measures):
        left_out.add(Part.INDICATOR)
    if all(m.analysis is None for m in measures):
        left_out.add(Part.ANALYSIS)
    return tuple(part for part in Part if part not in left_out)


def _table(parts: Sequence[Part], rows: tuple[Row, ...], wording: Wording) -> Table:
    columns = tuple(
        Column(
            title=wording.say(f"column.{part}"),
            width=_WIDTHS[part],
            align=Align.CENTRE if part in _CENTRED else Align.START,
        )
        for part in parts
    )
    caption = wording.say("heading.measures")
    return Table(caption=caption, columns=columns, rows=rows)


def _rows(
    measures: Iterable[Measure], parts: Sequence[Part], writer: "_Writer"
) -> tuple[Row, ...]:
    rows, aspect = [], None
    for measure in measures:
        above = () if measure.aspect == aspect else writer.aspect(measure)
        aspect = measure.aspect
        if measure.indicator is not None and Part.INDICATOR not in parts:
            above += writer.indicator_line(measure.indicator)
        title = above + writer.title(measure, numbered=Part.NUMBER not in parts)
        cells = tuple(
            title if part is Part.MEASURE else writer.cell(part, measure)
            for part in parts
        )
        rows.append(Row(cells=cells, heading=parts.index(Part.MEASURE)))
    return tuple(rows)


@dataclass(frozen=True)
class _Writer:
    """Writes the cells of one document."""

    wording: Wording
    called: Mapping[str, str]

    def cell(self, part: Part, measure: Measure) -> Cell:
        cells: dict[Part, Callable[[Measure], Cell]] = {
            Part.NUMBER: lambda m: self._lines(self.wording.number(m.ref)),
            Part.INDICATOR: self._indicator,
            Part.ANALYSIS: lambda m: self._lines(self.wording.text(m.analysis or "")),
            Part.STEPS: lambda m: self._items(m.steps),
            Part.PERIOD: self._period,
            Part.RESPONSIBLE: lambda m: self._units(m.responsible),
            Part.OUTPUTS: lambda m: self._items(m.outputs),
            Part.OUTCOMES: lambda m: self._items(m.outcomes),
        }
        return cells[part](measure)

    def aspect(self, measure: Measure) -> Cell:
        """The line that names an aspect above its first measure."""
        if measure.aspect is None:
            return ()
        marker = self._marker(measure.aspect.number)
        text = self.wording.text(measure.aspect.title)
        return (Line(marker=marker, text=text, bold=True),)

    def indicator_line(self, indicator: str) -> Cell:
        """The line that names an indicator above the one measure it belongs to."""
        number = self.wording.number(indicator)
        name = self.wording.text(self.called.get(indicator, ""))
        text = self.wording.say("heading.indicator", number=number, name=name)
        return (Line(text=text, bold=True),)

    def title(self, measure: Measure, *, numbered: bool) -> Cell:
        marker = self._marker(measure.ref) if numbered else ""
        return (Line(marker=marker, text=self.wording.text(measure.title)),)

    def _indicator(self, measure: Measure) -> Cell:
        indicator = measure.indicator or ""
        name = self.wording.text(self.called.get(indicator, ""))
        return (Line(marker=self._marker(indicator), text=name),)

    def _period(self, measure: Measure) -> Cell:
        text = measure.period.text if measure.period else ""
        return self._lines(self.wording.text(text))

    def _marker(self, number: str) -> str:
        """``๑.`` for a whole number, ``๑.๑`` for a number with parts."""
        dot = "." if number and "." not in number else ""
        return self.wording.number(number) + dot

    def _lines(self, *texts: str) -> Cell:
        return tuple(Line(text=text) for text in texts if text)

    def _units(self, units: tuple[str, ...]) -> tuple[Line, ...]:
        """One unit a line; with a dash where a name of two words could be two units."""
        marker = "-" if any(" " in unit for unit in units) else ""
        return tuple(
            Line(text=self.wording.text(unit), marker=marker) for unit in units
        )

    def _items(self, items: Iterable[Item], indent: int = 0) -> Cell:
        lines: list[Line] = []
        for item in items:
            marker, text = self.wording.text(item.marker), self.wording.text(item.text)
            lines.append(Line(marker=marker, text=text, indent=indent))
            lines.extend(self._items(item.items, indent + 1))
        return tuple(lines)
