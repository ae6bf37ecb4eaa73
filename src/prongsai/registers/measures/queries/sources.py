"""Where measures can come from: what is weak, what last year left, what a file says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from prongsai.foundations.organisations import queries as offices
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.ita.documents.model import report as ita
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.text import fold
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.models.results import MOST
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.weak_points import weak_points
from prongsai.registers.measures.models import Kind, Measure, Plan
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.queries.timeline import ends
from prongsai.registers.measures.states import MeasureState

_WORST = 3


@dataclass(frozen=True, kw_only=True)
class Weak:
    """An indicator that lost points: how many it has, and what that cost the total.

    ``lost`` is None where the total cannot be computed. ``is_worst``: one of the three
    dearest, or below the pass mark.
    """

    number: int
    points: Decimal
    lost: Decimal | None
    is_worst: bool


@dataclass(frozen=True, kw_only=True)
class Former:
    """A measure of an earlier year: why it is not done with, and its copy here.

    ``open`` says it was neither closed nor given up, ``below`` that an outcome stayed
    under the target; ``steps_left`` counts steps never done.
    """

    measure: Measure
    is_open: bool
    is_below: bool
    steps_left: int
    copy: Measure | None

    @property
    def is_left(self) -> bool:
        """Whether something of it was not reached."""
        return self.is_open or self.is_below or self.steps_left > 0


def weak_indicators(plan: Plan) -> list[Weak]:
    """Return the indicators that lost points in the result the plan answers.

    The dearest first; without the office's confirmed result of that year, none.
    """
    found = plan.result_year and results.confirmed(plan.result_year)
    if not found:
        return []
    mark = plans.framework_of(found.fiscal_year).pass_mark.value
    return [
        Weak(
            number=number,
            points=points,
            lost=lost,
            is_worst=place < _WORST or points < mark,
        )
        for place, (number, points, lost) in enumerate(_lost(found))
    ]


def standards_taken(plan: Plan) -> dict[str, Measure]:
    """Return the measures of a plan that came from standard measures, by code."""
    found = _present(plan).exclude(standard="")
    return {measure.standard: measure for measure in found}


def copies_in(plan: Plan) -> dict[int, Measure]:
    """Return the measures of a plan that were copied, by the key of their origin."""
    found = _present(plan).filter(copied_from__isnull=False)
    return {m.copied_from_id: m for m in found if m.copied_from_id is not None}


def year_before(plan: Plan) -> Plan | None:
    """Return the latest plan of an earlier year, or None."""
    earlier = Plan.objects.filter(
        organisation=tenancy.required(), fiscal_year__lt=plan.fiscal_year
    )
    return earlier.order_by("-fiscal_year").first()


def former(plan: Plan) -> list[Former]:
    """Return the measures of the year before, what was not reached on top."""
    before = year_before(plan)
    if before is None:
        return []
    copies = copies_in(plan)
    rows = (
        before.measures.select_related("division", "accountable", "plan")
        .prefetch_related("steps", "lines")
        .order_by("order", "pk")
    )
    found = [_former(measure, copies.get(measure.pk)) for measure in rows]
    return sorted(found, key=lambda one: not one.is_left)


class Divisions:
    """The names of the office's divisions, asked once for many texts."""

    def __init__(self) -> None:
        rows = [d for d in offices.divisions() if d.is_active]
        self._names: dict[str, set[Division]] = {}
        for row in rows:
            for name in {fold(row.name_th), fold(row.name_en)}:
                self._names.setdefault(name, set()).add(row)

    def named(self, text: str) -> Division | None:
        """Return the only division of this name."""
        found = self._names.get(fold(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def certain(self, texts: Iterable[str]) -> Division | None:
        """Return the one division all texts mean; None in doubt."""
        found = [self.named(text) for text in texts]
        rows = {row.pk: row for row in found if row is not None}
        if not found or None in found:
            return None
        tops = [row for row in rows.values() if row.parent_id not in rows]
        return tops[0] if len(tops) == 1 else None


def year_of(report: ita.Report) -> int | None:
    """Return the fiscal year in which the measures of a report run.

    The year most of their periods lie in; without readable periods the report's own.
    """
    days = [m.period.start for m in report.measures if m.period and m.period.start]
    years = [fiscal_year_of(day) for day in days]
    if not years:
        return report.fiscal_year
    return max(sorted(set(years)), key=years.count)


def moved(day: date | None, years: int) -> date | None:
    """Return a day some years later; 29 February becomes the 28th."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _lost(result: Assessment) -> list[tuple[int, Decimal, Decimal | None]]:
    """Return the indicators under 100 points; the lowest first where no total is."""
    if weak := weak_points(result):
        return [(one.indicator.number, one.points, one.lost) for one in weak]
    points = results.points_of(result)
    lowest = sorted(points, key=lambda number: (points[number], number))
    return [(n, points[n], None) for n in lowest if points[n] < MOST]


def _present(plan: Plan) -> QuerySet[Measure]:
    return Measure.objects.filter(organisation=tenancy.required(), plan=plan).exclude(
        state=MeasureState.DROPPED
    )


def _former(measure: Measure, copy: Measure | None) -> Former:
    return Former(
        measure=measure,
        is_open=measure.state not in {MeasureState.CLOSED, MeasureState.DROPPED},
        is_below=_is_below(measure),
        steps_left=sum(
            step.done_on is None for step in ends(list(measure.steps.all()))
        ),
        copy=copy,
    )


def _is_below(measure: Measure) -> bool:
    """Whether an outcome in the unit of the target stayed under it."""
    values = [
        line.value
        for line in measure.lines.all()
        if line.kind == Kind.OUTCOME
        and line.value is not None
        and (line.unit == measure.unit or not line.unit)
    ]
    if measure.target is None or not values:
        return False
    falls = measure.baseline is not None and measure.target < measure.baseline
    last = values[-1]
    return last > measure.target if falls else last < measure.target
