"""On which days this office works: the holidays of the state, and its own exceptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Closure
from prongsai.ita.thai import holidays
from prongsai.ita.thai.holidays import Owner, Unit


@dataclass(frozen=True)
class Calendar:
    """The exceptions of one office, read once; ask it as often as needed."""

    closed: frozenset[date]
    opened: frozenset[date]

    def is_open(self, day: date) -> bool:
        """Whether the office works on a day."""
        return holidays.is_working_day(day, self.closed, opened=self.opened)

    def working_days(self, first: date, last: date) -> Iterator[date]:
        """Every day the office works on, from the first to the last."""
        day = first
        while day <= last:
            if self.is_open(day):
                yield day
            day += timedelta(days=1)

    def add_working_days(self, start: date, n: int) -> date:
        """Return the n-th working day after a day, which itself is not counted."""
        return holidays.add_working_days(start, n, self.closed, opened=self.opened)

    def deadline(
        self, start: date, days: int, *, owner: Owner, unit: Unit = Unit.CALENDAR
    ) -> date:
        """Return the last day of a deadline, by whom it binds and what it counts."""
        return holidays.deadline(
            start,
            days,
            owner=owner,
            unit=unit,
            closed=self.closed,
            opened=self.opened,
        )


def calendar() -> Calendar:
    """Return the calendar of the current office."""
    rows = list(
        Closure.objects.filter(organisation=tenancy.required()).values_list(
            "day", "is_open"
        )
    )
    return Calendar(
        closed=frozenset(day for day, is_open in rows if not is_open),
        opened=frozenset(day for day, is_open in rows if is_open),
    )


def is_open(day: date) -> bool:
    """Whether the current office works on a day."""
    return calendar().is_open(day)


def working_days(first: date, last: date) -> list[date]:
    """Return the days the current office works on, from the first to the last."""
    return list(calendar().working_days(first, last))


def add_working_days(start: date, n: int) -> date:
    """Return the n-th working day of the current office after a day."""
    return calendar().add_working_days(start, n)
