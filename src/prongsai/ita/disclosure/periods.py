"""The span of time an item must cover, as far as the framework says it legibly."""

import re
from dataclasses import dataclass
from datetime import date

from prongsai.ita.frameworks.model import Confidence, Item
from prongsai.ita.thai import fiscal, periods
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_FISCAL = re.compile(r"ปี\s*งบ\s*ประมาณ\s*(?:พ\.\s*ศ\.)?\s*(25\d\d)")
_HALF = re.compile(r"6\s*เดือน\s*แรก|เดือนแรก\s*6")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the data must cover: to the day; ``start`` only where it is said."""

    start: date | None
    end: date
    confidence: Confidence


def expected(item: Item) -> Expected | None:
    """Return the span an item's data must cover; None when it is not legible."""
    if item.cut_off is not None:
        return Expected(
            start=None,
            end=item.cut_off.value,
            confidence=item.cut_off.grounds.confidence,
        )
    if item.period is None:
        return None
    year = item.data_year.value if item.data_year else None
    span = read(item.period.value, year)
    if span is None:
        return None
    start, end = span
    return Expected(start=start, end=end, confidence=item.period.grounds.confidence)


def read(text: str, data_year: int | None) -> tuple[date, date] | None:
    """Return the first and last day a period names; None when it cannot be read safely.

    >>> read("6 เดือนแรกของปีงบประมาณ พ.ศ. 2568 (ต.ค. 2567-มี.ค. 2568)", None)
    (datetime.date(2024, 10, 1), datetime.date(2025, 3, 31))
    >>> read("รายเดือน", 2568) is None
    True
    """
    plain = to_arabic(clean(text))
    named = _FISCAL.search(plain)
    year = int(named[1]) if named else data_year
    for inside in _IN_BRACKETS.findall(plain):
        if span := periods.parse_period(inside, year):
            return span.start, span.end
    if _HALF.search(plain):
        return first_half(year) if year else None
    span = periods.parse_period(_IN_BRACKETS.sub("", plain), year)
    return (span.start, span.end) if span else None


def first_half(year: int) -> tuple[date, date]:
    """Return the first six months of a fiscal year.

    >>> first_half(2569)
    (datetime.date(2025, 10, 1), datetime.date(2026, 3, 31))
    """
    return fiscal.first_day(year), date(year - fiscal.BUDDHIST_ERA, 3, 31)
