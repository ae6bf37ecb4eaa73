"""Which days an office works, and when a deadline ends.

National holidays come from the library ``holidays``; what the cabinet or the office adds
is passed in as ``closed``, and days worked in spite of a holiday as ``opened``. Days of
coming years are computed by rule and may be changed by the cabinet.

Deadlines: Administrative Procedure Act B.E. 2539 (1996), section 64. The first day is
not counted. A deadline of an officer ends on its last day even when that is a holiday; a
deadline of a citizen ends on the next working day.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import holidays

from prongsai.ita.thai.fiscal import BUDDHIST_ERA

Days: TypeAlias = Collection[date]

_LABOUR_DAY = "วันแรงงานแห่งชาติ"  # firms and banks close, offices of the state do not
_SATURDAY = 5


class Owner(StrEnum):
    """Whom a deadline binds."""

    OFFICER = "officer"
    CITIZEN = "citizen"


class Unit(StrEnum):
    """What a deadline counts."""

    CALENDAR = "calendar"
    WORKING = "working"


@cache
def national_holidays(year: int) -> "MappingProxyType[date, str]":
    """Return the holidays of the state in a Buddhist year, with their Thai names.

    >>> national_holidays(2569)[date(2026, 4, 13)]
    'วันสงกรานต์'
    >>> date(2026, 5, 1) in national_holidays(2569)
    False
    """
    found = holidays.country_holidays(
        "TH",
        years=year - BUDDHIST_ERA,
        categories=(holidays.PUBLIC, holidays.GOVERNMENT),
        language="th",
    )
    names = {
        day: [name for name in found.get_list(day) if _LABOUR_DAY not in name]
        for day in sorted(found)
    }
    return MappingProxyType(
        {day: "; ".join(kept) for day, kept in names.items() if kept}
    )


def is_working_day(day: date, closed: Days = (), *, opened: Days = ()) -> bool:
    """Say whether the office works on a day.

    >>> is_working_day(date(2026, 4, 16)), is_working_day(date(2026, 4, 15))
    (True, False)
    """
    if day in opened:
        return True
    if day.weekday() >= _SATURDAY or day in closed:
        return False
    return day not in national_holidays(day.year + BUDDHIST_ERA)


def first_working_day(day: date, closed: Days = (), *, opened: Days = ()) -> date:
    """Return this day, or the next one the office works on.

    >>> first_working_day(date(2026, 1, 3))
    datetime.date(2026, 1, 5)
    """
    while not is_working_day(day, closed, opened=opened):
        day += timedelta(days=1)
    return day


def add_working_days(
    start: date, n: int, closed: Days = (), *, opened: Days = ()
) -> date:
    """Return the n-th working day after a day, which itself is not counted.

    >>> add_working_days(date(2026, 4, 10), 1)
    datetime.date(2026, 4, 16)
    """
    if n < 0:
        raise ValueError(n)
    day = start
    for _ in range(n):
        day = first_working_day(day + timedelta(days=1), closed, opened=opened)
    return day


def deadline(
    start: date,
    days: int,
    *,
    owner: Owner,
    unit: Unit = Unit.CALENDAR,
    closed: Days = (),
    opened: Days = (),
) -> date:
    """Return the last day of a deadline that begins with what happened on ``start``.

    >>> deadline(date(2026, 4, 1), 15, owner=Owner.CITIZEN)
    datetime.date(2026, 4, 16)
    >>> deadline(date(2026, 4, 1), 12, owner=Owner.CITIZEN)
    datetime.date(2026, 4, 16)
    >>> deadline(date(2026, 4, 1), 12, owner=Owner.OFFICER)
    datetime.date(2026, 4, 13)
    """
    if days < 0:
        raise ValueError(days)
    if unit is Unit.WORKING:
        return add_working_days(start, days, closed, opened=opened)
    end = start + timedelta(days=days)
    if owner is Owner.OFFICER:
        return end
    return first_working_day(end, closed, opened=opened)
