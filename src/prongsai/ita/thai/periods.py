"""Spans of time as reports print them, from ``ต.ค.๖๗-ก.ย.๖๘`` to a whole year."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.ita.thai import dates, fiscal
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, join_thai

FIRST_YEAR, LAST_YEAR = 2540, 2600
"""Buddhist years outside these are misprints, not periods of a report."""


class Form(StrEnum):
    """How well a period is spelled."""

    WELL_FORMED = "well-formed"
    MALFORMED = "malformed"


@dataclass(frozen=True, kw_only=True)
class Span:
    """First and last day, and whether the text is spelled as it should be."""

    start: date
    end: date
    form: Form = Form.WELL_FORMED


def _point(n: int) -> str:
    return (
        r"(?:ตั้งแต่\s*)?(?:วันที่\s*|เดือน\s*)?"
        rf"(?:(?P<day{n}>\d{{1,2}})\s*)?(?:เดือน\s*)?(?P<month{n}>{dates.MONTH})"
        rf"(?:\s*{dates.year_pattern(f'year{n}')})?"
    )


_GAP = re.compile(r"(?<=\d) (?=\d)")  # a layout's, inside a year
_TO = r"\s*(?:[-\u2010-\u2015\u2212~]+|จน?ถึง|ถึง)\s*(?:สิ้น)?"
_RANGE = re.compile(rf"^{_point(1)}{_TO}{_point(2)}$")
_DAYS = re.compile(rf"^(?P<first>\d{{1,2}}){_TO}{_point(2)}$")
_SINGLE = re.compile(rf"^(?P<within>ภายใน\s*)?{_point(1)}$")
_FISCAL_YEAR = r"ปี\s*งบ\s*ประมาณ"
_YEAR = re.compile(
    r"^(?:ตลอด(?:ทั้ง)?|ใน(?:ช่วง)?|ภายใน|ประจำ|ระหว่าง|ช่วง)?\s*"
    rf"(?:{_FISCAL_YEAR}|ปี)\s*{dates.year_pattern('year')}$"
)
_WHOLE = re.compile(
    rf"^(?:ตลอด(?:ทั้ง)?|ทั้ง)\s*(?:{_FISCAL_YEAR}|ปี)$|^(?:ใน|ภายใน){_FISCAL_YEAR}$"
)
_QUARTER = re.compile(
    r"^(?:ภายใน|ใน)?\s*ไตรมาส\s*(?:ที่)?\s*(?P<first>[1-4])"
    rf"(?:{_TO}(?:ไตรมาส\s*(?:ที่)?\s*)?(?P<last>[1-4]))?"
    rf"(?:\s*/?\s*(?:ของ)?(?:{_FISCAL_YEAR})?\s*{dates.year_pattern('year')})?$"
)


def parse_period(text: str, fiscal_year: int | None = None) -> Span | None:
    """Read a period; None when it cannot be read with certainty.

    ``fiscal_year`` (Buddhist era) is the report's, for periods that name no year
    (``ตลอดปีงบประมาณ``, ``ไตรมาส 2``, ``ต.ค. - ก.ย.``). Without it those stay unread.

    >>> parse_period("ต.ค.๖๗-ก.ย.๖๘").end
    datetime.date(2025, 9, 30)
    >>> parse_period("ม.ค.-มิย.๖๘").form
    <Form.MALFORMED: 'malformed'>
    >>> parse_period("1 ๓๑.๑๗ – 30 ก.ย.๑8") is None
    True
    """
    plain = _GAP.sub("", join_thai(to_arabic(clean(text)))).strip(" ,;()")
    for read in (_whole_year, _quarters, _range, _days, _single):
        try:
            span = read(plain, fiscal_year)
        except ValueError:  # a day or a year that no calendar has
            return None
        if span:
            return span if span.start <= span.end else None
    return None


def _plausible(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return year


def _fiscal(year: int) -> Span:
    return Span(start=fiscal.first_day(year), end=fiscal.last_day(year))


def _whole_year(plain: str, fiscal_year: int | None) -> Span | None:
    if found := _YEAR.match(plain):
        return _fiscal(_plausible(dates.full_year(found["year"])))
    if fiscal_year and _WHOLE.match(plain):
        return _fiscal(fiscal_year)
    return None


def _quarters(plain: str, fiscal_year: int | None) -> Span | None:
    found = _QUARTER.match(plain)
    if not found:
        return None
    year = _plausible(dates.full_year(found["year"])) if found["year"] else fiscal_year
    if not year:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return Span(
        start=_month_start(_calendar(year, 3 * first + 7), (3 * first + 6) % 12 + 1),
        end=dates.last_of_month(_calendar(year, 3 * last + 9), (3 * last + 8) % 12 + 1),
    )


def _calendar(year: int, month_from_january_before: int) -> int:
    return year - 1 if month_from_january_before <= 12 else year  # noqa: PLR2004


def _month_start(year: int, month: int) -> date:
    return date(year - fiscal.BUDDHIST_ERA, month, 1)


def _range(plain: str, fiscal_year: int | None) -> Span | None:
    found = _RANGE.match(plain)
    first = dates.parse_month(found["month1"]) if found else None
    last = dates.parse_month(found["month2"]) if found else None
    if not (found and first and last):
        return None
    years = _years(found, (first.number, last.number), fiscal_year)
    if years is None:
        return None
    start_year, end_year = years
    return Span(
        start=_first(start_year, first.number, found["day1"]),
        end=_last(end_year, last.number, found["day2"]),
        form=_form(plain, first, last),
    )


def _years(
    found: re.Match[str], months: tuple[int, int], fiscal_year: int | None
) -> tuple[int, int] | None:
    """Both years of a range that may print only one of them, or none."""
    over = months[0] > months[1]
    if found["year1"] and not found["year2"]:
        first = _plausible(dates.full_year(found["year1"]))
        return first, first + over
    last = _year_of(found["year2"], months[1], fiscal_year)
    if last is None:
        return None
    if found["year1"]:
        return _plausible(dates.full_year(found["year1"])), last
    return last - over, last


def _days(plain: str, fiscal_year: int | None) -> Span | None:
    found = _DAYS.match(plain)
    month = dates.parse_month(found["month2"]) if found else None
    if not (found and month and found["day2"]):
        return None
    year = _year_of(found["year2"], month.number, fiscal_year)
    if year is None:
        return None
    return Span(
        start=_first(year, month.number, found["first"]),
        end=_last(year, month.number, found["day2"]),
        form=_form(plain, month),
    )


def _single(plain: str, fiscal_year: int | None) -> Span | None:
    found = _SINGLE.match(plain)
    month = dates.parse_month(found["month1"]) if found else None
    if not (found and month):
        return None
    year = _year_of(found["year1"], month.number, fiscal_year)
    if year is None:
        return None
    return Span(
        start=_first(year, month.number, found["day1"]),
        end=_last(year, month.number, found["day1"]),
        form=_form(plain, month),
    )


def _year_of(printed: str | None, month: int, fiscal_year: int | None) -> int | None:
    if printed:
        return _plausible(dates.full_year(printed))
    if fiscal_year is None:
        return None
    return fiscal_year - 1 if month > 9 else fiscal_year  # noqa: PLR2004  # October on


def _first(year: int, month: int, day: str | None) -> date:
    return date(year - fiscal.BUDDHIST_ERA, month, int(day or 1))


def _last(year: int, month: int, day: str | None) -> date:
    if day:
        return date(year - fiscal.BUDDHIST_ERA, month, int(day))
    return dates.last_of_month(year, month)


def _form(plain: str, *months: dates.Month) -> Form:
    tidy = all(month.well_formed for month in months) and "  " not in plain
    return Form.WELL_FORMED if tidy else Form.MALFORMED
