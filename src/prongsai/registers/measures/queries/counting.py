"""What the figures of measures count in a period."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.periods import Span
from prongsai.registers.measures.models import (
    FollowUp,
    Kind,
    Line,
    Measure,
    Part,
    Step,
)
from prongsai.registers.measures.queries import evidence, following
from prongsai.registers.measures.queries.following import COUNTED
from prongsai.registers.measures.states import PartState


def announced(period: Span) -> list[Measure]:
    """Return the measures that were approved and run on a day of a period."""
    years = range(
        fiscal.fiscal_year_of(period.start) - 1, fiscal.fiscal_year_of(period.end) + 2
    )
    rows = Measure.objects.filter(
        organisation=tenancy.required(),
        state__in=COUNTED,
        plan__fiscal_year__in=list(years),
    ).select_related("plan", "division")
    return [
        measure
        for measure in rows.order_by("plan__fiscal_year", "order", "pk")
        if _overlaps(evidence.period_of(measure), period)
    ]


def is_reported(measure: Measure, day: date) -> bool:
    """Whether a measure was reported as done on a day at the latest."""
    return measure.reported_at is not None and localdate(measure.reported_at) <= day


def with_number(measures: Collection[Measure]) -> set[int]:
    """Return the keys of those measures with an outcome in numbers."""
    is_number = Q(value__isnull=False) | Q(figure__isnull=False)
    lines = Line.objects.filter(
        is_number,
        organisation=tenancy.required(),
        measure__in=measures,
        kind=Kind.OUTCOME,
    )
    return set(lines.order_by().values_list("measure", flat=True))


def steps_due(period: Span) -> list[Step]:
    """Return the steps of announced measures that fell due in a period."""
    rows = following.leaves().filter(
        measure__state__in=COUNTED, due_on__gte=period.start, due_on__lte=period.end
    )
    return _listed(rows.order_by("due_on", "pk"))


def steps_done(period: Span) -> list[Step]:
    """Return the steps of announced measures that were done in a period."""
    rows = following.leaves().filter(
        measure__state__in=COUNTED, done_on__gte=period.start, done_on__lte=period.end
    )
    return _listed(rows.order_by("done_on", "pk"))


def was_on_time(step: Step) -> bool:
    """Whether a step was done on its date at the latest."""
    if step.done_on is None or step.due_on is None:
        return False
    return step.done_on <= step.due_on


def last_words(measures: Collection[Measure], period: Span) -> dict[int, FollowUp]:
    """Return the last word of each measure in the rounds that end in a period."""
    rows = FollowUp.objects.filter(
        organisation=tenancy.required(),
        measure__in=measures,
        ends_on__gte=period.start,
        ends_on__lte=period.end,
    )
    return {row.measure_id: row for row in rows.order_by("ends_on", "said_at", "pk")}


def parts_due(period: Span) -> list[Part]:
    """Return the parts of divisions that fell due in a period."""
    rows = Part.objects.filter(
        organisation=tenancy.required(),
        measure__state__in=COUNTED,
        due_on__gte=period.start,
        due_on__lte=period.end,
    ).select_related("division")
    return list(rows.order_by("due_on", "pk"))


def is_accepted(part: Part) -> bool:
    """Whether a part was accepted."""
    return part.state == PartState.ACCEPTED


def _listed(rows: QuerySet[Step]) -> list[Step]:
    return list(rows.select_related("measure__plan", "division"))


def _overlaps(one: Span, other: Span) -> bool:
    return one.start <= other.end and one.end >= other.start
