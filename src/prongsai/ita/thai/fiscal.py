"""Fiscal years of the Thai state: year N (Buddhist era) is 1 Oct N-1 to 30 Sep N.

Rule of law: Budget Procedures Act B.E. 2561 (2018), section 4.
"""

from datetime import date

BUDDHIST_ERA = 543
_OCTOBER = 10


def first_day(year: int) -> date:
    """Return the first day of fiscal year ``year`` (Buddhist era).

    >>> first_day(2568)
    datetime.date(2024, 10, 1)
    """
    return date(year - BUDDHIST_ERA - 1, _OCTOBER, 1)


def last_day(year: int) -> date:
    """Return the last day of fiscal year ``year`` (Buddhist era).

    >>> last_day(2568)
    datetime.date(2025, 9, 30)
    """
    return date(year - BUDDHIST_ERA, 9, 30)


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year (Buddhist era) that ``day`` falls in.

    >>> fiscal_year_of(date(2025, 9, 30)), fiscal_year_of(date(2025, 10, 1))
    (2568, 2569)
    """
    return day.year + BUDDHIST_ERA + (day.month >= _OCTOBER)
