"""Which measures stand on evidence that no longer holds."""

from datetime import date, datetime

from prongsai.foundations.organisations import tenancy
from prongsai.registers.measures.models import Measure, Setback
from prongsai.registers.measures.queries import evidence
from prongsai.registers.measures.states import MeasureState, PlanState

SETTLED = (MeasureState.REPORTED, MeasureState.CLOSED)


def to_lower(*, on: date) -> list[Measure]:
    """Return reported and closed measures of open years without valid evidence.

    A measure is lowered once for each report: a closed one that went back to reported
    waits there for people, it does not fall on by itself the next day.
    """
    found = list(
        Measure.objects.filter(organisation=tenancy.required(), state__in=SETTLED)
        .exclude(plan__state=PlanState.CLOSED)
        .order_by("pk")
    )
    standing = evidence.standing(found, on=on)
    bare = [measure for measure in found if not standing[measure.pk].current]
    lowered = _last_lowered(bare)
    return [m for m in bare if not _is_lowered_since(m, lowered.get(m.pk))]


def _is_lowered_since(measure: Measure, lowered: datetime | None) -> bool:
    moments = [m for m in (measure.reported_at, measure.closed_at) if m is not None]
    return lowered is not None and all(lowered >= moment for moment in moments)


def _last_lowered(measures: list[Measure]) -> dict[int, datetime]:
    rows = Setback.objects.filter(
        organisation=tenancy.required(), measure__in=measures, sent_by=None
    ).order_by("sent_at")
    return {row.measure_id: row.sent_at for row in rows}
