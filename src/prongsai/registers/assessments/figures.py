"""Figures that results offer as evidence: announced points of the year a period ends in."""

from decimal import Decimal
from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.periods import Span
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries

INDICATORS = range(1, 11)
"""The ten indicators every year since 2562 has had."""


def total(period: Span) -> Outcome:
    """The announced total of the fiscal year in which the period ends."""
    found = _result(period)
    if found is None or found.announced_total is None:
        return Outcome(value=Decimal(0))
    return Outcome(
        value=found.announced_total,
        of=Decimal(100),
        rows=[(found.fiscal_year, "total", found.announced_total)],
    )


def points_lost(period: Span) -> Outcome:
    """What the announced total lacks to 100."""
    reached = total(period)
    if not reached.rows:
        return Outcome(value=Decimal(0))
    return Outcome(value=100 - reached.value, of=Decimal(100), rows=list(reached.rows))


def indicator(period: Span, *, number: int) -> Outcome:
    """The announced points of one indicator."""
    found = _result(period)
    points = queries.points_of(found) if found else {}
    if found is None or number not in points:
        return Outcome(value=Decimal(0))
    return Outcome(
        value=points[number],
        of=Decimal(100),
        rows=[(found.fiscal_year, str(number), points[number])],
    )


_FORMULA = _(
    "From the confirmed result of the fiscal year in which the period ends, as it was "
    "announced; 0 without rows where that year has no confirmed result."
)

FIGURES = [
    Figure(
        key="assessments.total",
        label=_("Total of the assessment"),
        unit=_("points"),
        formula=_FORMULA,
        run=total,
    ),
    Figure(
        key="assessments.points_lost",
        label=_("Points lost in the assessment"),
        unit=_("points"),
        formula=_(
            "100 less the announced total of the fiscal year in which the period ends; "
            "0 without rows where that year has no confirmed result."
        ),
        run=points_lost,
    ),
    *(
        Figure(
            key=f"assessments.indicator_{number}",
            label=format_lazy(
                "{words} {number}", words=_("Points of indicator"), number=number
            ),
            unit=_("points"),
            formula=_FORMULA,
            run=partial(indicator, number=number),
        )
        for number in INDICATORS
    ),
]


def _result(period: Span) -> Assessment | None:
    return queries.confirmed(fiscal_year_of(period.end))
