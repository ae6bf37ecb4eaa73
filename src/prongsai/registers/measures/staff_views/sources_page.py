"""What the pages of sources show: standard measures, reports that were read, gaps."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.organisations.models import Division
from prongsai.ita.documents.model import report as ita
from prongsai.ita.thai import fiscal
from prongsai.registers.assessments.models import Reading
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import plans, sources
from prongsai.registers.measures.queries.matrix import Entry, Matrix
from prongsai.registers.measures.queries.sources import Weak
from prongsai.registers.measures.queries.timeline import Run, runs
from prongsai.registers.measures.standards import Standard, StandardStep, for_weak
from prongsai.ui import years
from prongsai.ui.charts import Chart
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import in_english, short_date


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A standard measure as this plan would take it; ``taken`` when it has it already."""

    standard: Standard
    steps: Sequence[tuple[StandardStep, date]]
    aspects: Sequence[str]
    indicators: Sequence[str]
    weak: Sequence[Weak]
    items: Sequence[str]
    figure: str
    taken: Measure | None


@dataclass(frozen=True, kw_only=True)
class Read:
    """A measure of a report before it is taken over, with what is sure about it."""

    place: int
    measure: ita.Measure
    division: Division | None

    @property
    def days(self) -> str:
        """Which days its printed period was read as; nothing in doubt."""
        period = self.measure.period
        if period is None or period.start is None or period.end is None:
            return ""
        return f"{short_date(period.start)} – {short_date(period.end)}"

    @property
    def lines(self) -> list[tuple[str, Sequence[ita.Item]]]:
        """The lists of it that hold something, each with its name."""
        found = [
            (_("Steps"), self.measure.steps),
            (_("Outputs"), self.measure.outputs),
            (_("Outcomes"), self.measure.outcomes),
        ]
        return [(name, items) for name, items in found if items]


def offers(
    plan: Plan,
    *,
    aspect: int | None = None,
    indicator: int | None = None,
    codes: Collection[str] = (),
) -> list[Offer]:
    """Return the standard measures that were asked for, those of weak points first."""
    weak = sources.weak_indicators(plan)
    taken = sources.standards_taken(plan)
    ordered = for_weak(tuple(one.number for one in weak))
    return [
        _offer(one, plan, weak, taken=taken.get(one.code))
        for one in ordered
        if aspect in (None, *one.aspects)
        and indicator in (None, *one.indicators)
        and (not codes or one.code in codes)
    ]


def read_measures(report: ita.Report) -> list[Read]:
    """Return the measures of a report with the divisions that are certain."""
    known = sources.Divisions()
    return [
        Read(place=place, measure=one, division=known.certain(one.responsible))
        for place, one in enumerate(report.measures)
    ]


def readings_table(plan: Plan, readings: Sequence[Reading]) -> Table:
    """Return the reports that were read; each leads to its measures."""
    columns = [
        Column("name", _("Report")),
        Column("year", _("Fiscal year"), numeric=True),
        Column("read", _("Read")),
        Column("taken", _("Measures")),
    ]
    rows = [Row(cells=_reading(plan, one)) for one in readings]
    return Table(_("Reports that were read"), columns=columns, rows=rows)


def _reading(plan: Plan, one: Reading) -> list[str | Cell]:
    address = reverse("measures:from_reading", args=[one.pk])
    taken = Cell(_("not taken over"), tone="warn")
    if one.measures_taken_at is not None:
        taken = Cell(_("taken over"), tone="ok")
    return [
        Cell(one.name, href=f"{address}?plan={plan.pk}"),
        str(one.fiscal_year or "–"),
        short_date(one.read_at),
        taken,
    ]


def choices(plan: Plan) -> dict[str, list[tuple[int, str]]]:
    """Return the aspects and indicators one may ask for."""
    return {
        "aspects": _named(plans.aspects_of(plan.fiscal_year)),
        "indicators": _named(_indicators(plan)),
    }


def gap_lines(matrix: Matrix) -> list[str]:
    """Say in words which indicator and which aspect has no measure."""
    aspects = {id(one) for one in matrix.aspects}
    return [_gap(one, is_aspect=id(one) in aspects) for one in matrix.gaps]


def matrix_tables(matrix: Matrix) -> list[Table]:
    """Return the matrix as two tables: by aspect and by indicator."""
    return [
        _table(_("Aspects and their measures"), _("Aspect"), matrix.aspects),
        _table(_("Indicators and their measures"), _("Indicator"), matrix.indicators),
    ]


def crosses(matrix: Matrix) -> Iterator[dict[str, object]]:
    """Return each measure with a yes or no for each head of the grid."""
    for number, measure in enumerate(matrix.measures, 1):
        answers = [measure.aspect == one.number for one in matrix.aspects]
        answers += [one.number in measure.indicators for one in _by_number(matrix)]
        cells = list(zip(heads(matrix), answers, strict=True))
        yield {"number": number, "measure": measure, "cells": cells}


def heads(matrix: Matrix) -> list[tuple[str, str]]:
    """Return the heads of the grid, short and whole: aspects, then indicators."""
    aspects = [
        (_("A%(number)s") % {"number": one.number}, _("Aspect %(name)s"), one)
        for one in matrix.aspects
    ]
    indicators = [
        (_("I%(number)s") % {"number": one.number}, _("Indicator %(name)s"), one)
        for one in _by_number(matrix)
    ]
    return [
        (short, whole % {"name": _name(one)})
        for short, whole, one in (*aspects, *indicators)
    ]


def year_chart(plan: Plan, *, on: date) -> Chart:
    """Draw the fiscal year of a plan as it stands on a day."""
    return years.year(
        str(plan),
        first=fiscal.first_day(plan.fiscal_year),
        bars=[_bar(run) for run in runs(plan, on=on)],
        today=on,
    )


def _offer(
    one: Standard, plan: Plan, weak: Sequence[Weak], *, taken: Measure | None
) -> Offer:
    aspects, indicators = plans.aspects_of(plan.fiscal_year), _indicators(plan)
    figure = registry().get(one.figure_key)
    return Offer(
        standard=one,
        steps=[(step, step.due_on(plan.fiscal_year)) for step in one.steps],
        aspects=[name for n, name in _named(aspects) if n in one.aspects],
        indicators=[name for n, name in _named(indicators) if n in one.indicators],
        weak=[w for w in weak if w.is_worst and w.number in one.indicators],
        items=_items(one, plan),
        figure=str(figure.label) if figure else "",
        taken=taken,
    )


def _items(one: Standard, plan: Plan) -> list[str]:
    """Return the items of the year's framework that ask for what a measure brings."""
    return [
        f"{item.code.upper()} {item.en if in_english() else item.th}"
        for item in plans.framework_of(plan.fiscal_year).items or ()
        if any(_meets(key, subject) for key in one.keys for subject in item.subjects)
    ]


def _meets(key: str, subject: str) -> bool:
    return f"{subject}.".startswith(f"{key}.") or f"{key}.".startswith(f"{subject}.")


def _indicators(plan: Plan) -> dict[int, tuple[str, str]]:
    return plans.indicators_of(plan.result_year or plan.fiscal_year)


def _named(names: dict[int, tuple[str, str]]) -> list[tuple[int, str]]:
    return [(n, f"{n}. {en if in_english() else th}") for n, (th, en) in names.items()]


def _name(one: Entry) -> str:
    return f"{one.number}. {one.en if in_english() else one.th}"


def _gap(one: Entry, *, is_aspect: bool) -> str:
    facts: dict[str, object] = {"name": _name(one)}
    if is_aspect:
        return _("Aspect %(name)s has no measure.") % facts
    if one.weak is None:
        return _("Indicator %(name)s has no measure.") % facts
    facts |= {"points": one.weak.points, "lost": one.weak.lost}
    if not one.weak.lost:
        return _("Indicator %(name)s got %(points)s points and has no measure.") % facts
    return (
        _(
            "Indicator %(name)s got %(points)s points, which cost %(lost)s of the "
            "total, and has no measure."
        )
        % facts
    )


def _table(caption: str, what: str, entries: Sequence[Entry]) -> Table:
    columns = [
        Column("what", what),
        Column("points", _("Points"), numeric=True),
        Column("count", _("Measures"), numeric=True),
        Column("standing", _("Covered")),
        Column("measures", _("Which")),
    ]
    rows = [list(_cells(one)) for one in entries]
    if not any(one.weak for one in entries):
        del columns[1]
        rows = [[what, *rest] for what, _points, *rest in rows]
    return Table(caption, columns=columns, rows=[Row(cells=row) for row in rows])


def _cells(one: Entry) -> Iterator[Cell]:
    yield Cell(_name(one))
    yield Cell(str(one.weak.points) if one.weak else "–")
    yield Cell(str(len(one.measures)))
    if one.is_gap:
        yield Cell(
            _("no measure"), tone="bad" if one.weak and one.weak.is_worst else "warn"
        )
    else:
        yield Cell(_("covered"), tone="ok")
    yield Cell("; ".join(str(measure) for measure in one.measures) or "–")


def _by_number(matrix: Matrix) -> list[Entry]:
    return sorted(matrix.indicators, key=lambda one: one.number)


def _bar(run: Run) -> years.Bar:
    measure = run.measure
    return years.Bar(
        label=f"{run.number}. {measure.title}",
        start=measure.starts_on,
        end=measure.ends_on,
        marks=[years.Mark(on=stop.on, state=stop.state) for stop in run.stops],
        standing=str(measure.get_state_display()),
        href=measure.get_absolute_url(),
    )
