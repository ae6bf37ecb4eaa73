"""The rounds of a fiscal year, and which measures said nothing in one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai import fiscal
from prongsai.registers.measures.models import FollowUp, Measure, Plan, Round
from prongsai.registers.measures.states import LIVE

MONTHS = {Round.MONTH: 1, Round.QUARTER: 3, Round.HALF: 6, Round.YEAR: 12}
"""How many months a round looks back over; the 12-month round looks over the year."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """One round of a fiscal year: the first and the last day it speaks of."""

    round: Round
    starts_on: date
    ends_on: date

    @property
    def key(self) -> str:
        """Return the round as it stands in an address: ``half-2026-03-31``."""
        return f"{self.round}-{self.ends_on.isoformat()}"


def periods(year: int, kinds: Iterable[Round] = Round) -> list[Period]:
    """Return every round of a fiscal year, by kind and then by date.

    The 6-month round is only the first half: the second one is the 12-month round.
    """
    return [
        Period(round=kind, starts_on=_month(year, first), ends_on=_end(year, last))
        for kind in kinds
        for first, last in _spans(kind)
    ]


def period(year: int, kind: Round, ends_on: date) -> Period | None:
    """Return the round that ends on a day, if there is one."""
    return next((p for p in periods(year, [kind]) if p.ends_on == ends_on), None)


def running(year: int, kind: Round, *, on: date) -> Period:
    """Return the round a day lies in; the nearest one before or after the year."""
    found = periods(year, [kind])
    return next((p for p in found if on <= p.ends_on), found[-1])


def begun(year: int, *, on: date) -> list[Period]:
    """Return the rounds that a day lies in or after: of these something can be said."""
    return [p for p in periods(year) if p.starts_on <= on]


def said(measures: Iterable[Measure], of: Period) -> dict[int, FollowUp]:
    """Return the latest word of each measure in a round."""
    rows = FollowUp.objects.filter(
        organisation=tenancy.required(),
        measure__in=[measure.pk for measure in measures],
        round=of.round,
        ends_on=of.ends_on,
    ).select_related("said_by")
    return {row.measure_id: row for row in rows.order_by("said_at", "pk")}


def followed(plan: Plan) -> QuerySet[Measure]:
    """Return the measures of a plan that are to be followed up, in their order."""
    return (
        Measure.objects.filter(
            organisation=tenancy.required(), plan=plan, state__in=LIVE
        )
        .select_related("division", "accountable", "plan")
        .order_by("order", "pk")
    )


def history(measure: Measure) -> list[FollowUp]:
    """Return everything that was said of a measure, the latest round first."""
    rows = FollowUp.objects.filter(
        organisation=tenancy.required(), measure=measure
    ).select_related("said_by")
    return list(rows.order_by("-ends_on", "-said_at", "-pk"))


def trend(said_of: Iterable[FollowUp]) -> list[FollowUp]:
    """Return the latest word for each last day, the oldest first: points of a line."""
    latest: dict[date, FollowUp] = {}
    for row in sorted(said_of, key=lambda row: (row.ends_on, row.said_at, row.pk)):
        latest[row.ends_on] = row
    return list(latest.values())


def plans_to_follow(user: User) -> QuerySet[Plan]:
    """Return the plans of a person's office, the newest year first."""
    return Plan.objects.filter(organisation=user.organisation_id).order_by(
        "-fiscal_year"
    )


def _spans(kind: Round) -> list[tuple[int, int]]:
    length = MONTHS[kind]
    spans = [(first, first + length - 1) for first in range(0, 12, length)]
    return spans[:1] if kind is Round.HALF else spans


def _month(year: int, place: int) -> date:
    """Return the first day of the month at a place of the fiscal year; 0 is October."""
    first = fiscal.first_day(year)
    months = first.month - 1 + place
    return date(first.year + months // 12, months % 12 + 1, 1)


def _end(year: int, place: int) -> date:
    if place == 11:  # noqa: PLR2004  # September, the last month of twelve
        return fiscal.last_day(year)
    return _month(year, place + 1) - timedelta(days=1)
