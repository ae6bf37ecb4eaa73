"""A plan as the library's report: the exact inverse of taking a report over.

What was printed comes back word for word. A measure written here prints what it says:
its number follows its aspect or indicator, its period is written from its days.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeAlias

from django.db.models import Prefetch

from prongsai.ita.documents.model import report as ita
from prongsai.ita.thai.dates import long_date
from prongsai.registers.assessments.queries.as_report import organisation_of
from prongsai.registers.measures.models import Kind, Line, Measure, Plan, Step
from prongsai.registers.measures.queries import plans

_Aspects: TypeAlias = Mapping[int, tuple[str, str]]
"""The aspects of a year: number to their names in Thai and English."""


class Point(Protocol):
    """A row that stands in a list, or under another row of it."""

    pk: int
    parent_id: int | None
    marker: str
    text: str


def report_of(plan: Plan) -> ita.Report:
    """Return the plan as a report: of results when any is written, else of the plan."""
    measures = measures_of(plan)
    has_results = any(one.outputs or one.outcomes for one in measures)
    kind = ita.Kind.MEASURES_RESULT if has_results else ita.Kind.ANALYSIS_AND_PLAN
    return ita.Report(
        kind=kind,
        title=plan.title,
        organisation=organisation_of(plan.organisation),
        fiscal_year=plan.fiscal_year,
        measures=measures,
    )


def measures_of(plan: Plan) -> tuple[ita.Measure, ...]:
    """Return the measures of a plan as the library has them, in order, in four queries."""
    lines = Prefetch("lines", Line.objects.order_by("order", "pk"))
    found = list(plans.measures_of(plan).prefetch_related(lines))
    refs = _refs(found)
    aspects = plans.aspects_of(plan.fiscal_year)
    return tuple(_measure(one, refs[one.pk], aspects) for one in found)


def _measure(measure: Measure, ref: str, aspects: _Aspects) -> ita.Measure:
    lines = list(measure.lines.all())
    return ita.Measure(
        ref=ref,
        aspect=_aspect(measure, aspects),
        indicator=_indicator(measure),
        title=measure.title,
        analysis=measure.analysis or None,
        steps=_items(_steps(measure)),
        period=_period(measure),
        responsible=_responsible(measure),
        outputs=_items([line for line in lines if line.kind == Kind.OUTPUT]),
        outcomes=_items([line for line in lines if line.kind == Kind.OUTCOME]),
    )


def _aspect(measure: Measure, aspects: _Aspects) -> ita.Aspect | None:
    """As printed; of a measure written here with the framework's title."""
    title = measure.aspect_title
    if measure.aspect_number or (title and measure.aspect is None):
        return ita.Aspect(number=measure.aspect_number, title=title)
    if measure.aspect is None:
        return None
    named = aspects.get(measure.aspect, ("", ""))[0]
    return ita.Aspect(number=str(measure.aspect), title=title or named)


def _indicator(measure: Measure) -> str | None:
    """As printed; of several the first, for a row of the report stands under one."""
    if measure.indicator_text:
        return measure.indicator_text
    return str(measure.indicators[0]) if measure.indicators else None


def _refs(measures: Sequence[Measure]) -> dict[int, str]:
    """Number measures as printed, the others on from there within their group."""
    taken = {measure.reference for measure in measures if measure.reference}
    found = {}
    for measure in measures:
        found[measure.pk] = measure.reference or _next_ref(measure, taken)
        taken.add(found[measure.pk])
    return found


def _next_ref(measure: Measure, taken: Iterable[str]) -> str:
    group = str(measure.aspect or "") or (_indicator(measure) or "")
    before = f"{group}." if group else ""
    numbers = (ref.removeprefix(before) for ref in taken if ref.startswith(before))
    last = max((int(n) for n in numbers if n.isdecimal()), default=0)
    return f"{before}{last + 1}"


def _period(measure: Measure) -> ita.Period | None:
    """As printed; of a measure written here from its days."""
    text, start, end = measure.period_text, measure.starts_on, measure.ends_on
    if not text:
        days = [long_date(day) for day in (start, end) if day is not None]
        text = " - ".join(dict.fromkeys(days))
    return ita.Period(text=text, start=start, end=end) if text else None


def _responsible(measure: Measure) -> tuple[str, ...]:
    if measure.responsible_texts:
        return tuple(measure.responsible_texts)
    return (measure.division.name_th,) if measure.division else ()


def _steps(measure: Measure) -> list[Step]:
    """Name the division in lines that say the same: each division has one of them."""
    steps = list(measure.steps.all())
    owners: dict[tuple[int | None, str], set[int | None]] = {}
    for step in steps:
        owners.setdefault((step.parent_id, step.text), set()).add(step.division_id)
    for step in steps:
        if step.division and len(owners[step.parent_id, step.text]) > 1:
            step.text = f"{step.text} ({step.division.name_th})"
    return steps


def _items(rows: Sequence[Point], parent: int | None = None) -> tuple[ita.Item, ...]:
    return tuple(
        ita.Item(marker=row.marker, text=row.text, items=_items(rows, row.pk))
        for row in rows
        if row.parent_id == parent
    )
