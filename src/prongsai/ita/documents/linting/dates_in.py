"""Dates inside running text: whole ones, months with a year, and broken ones."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.ita.thai.dates import MONTH, MONTHS, full_year, parse_month
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ita.thai.text import clean

_ERA = r"(?:พ\.?\s*ศ\.?\s*)?"
_DATE = re.compile(
    rf"(?:(?P<day>(?<!\d)\d{{1,2}})\s*)?(?P<month>{MONTH})\s*{_ERA}"
    r"(?P<year>25\d\d|\d\d)(?!\d)"
)
_RANGE_GOES_ON = re.compile(rf"\s*(?:[-–—]|ถึง)\s*(?:\d{{1,2}}\s*)?{MONTH}")
_REFERENCE = re.compile(
    r"(?:ตาม(?:หนังสือ|คำสั่ง|ประกาศ|มติ)|อ้างถึง|ข้อมูล\s?ณ|พ\.ร\.บ\.|ระเบียบ"
    r"|พระราชบัญญัติ|กฎกระทรวง|นับ(?:ตั้ง)?แต่|มีผลใช้บังคับ)\D{0,30}(?:[\d/ ]{1,12}\D{0,20})?$"
)
_FULL_MONTH = "|".join(MONTHS)
_GAP = r"[\s.…_]*"
_INCOMPLETE = (
    # a day is announced, a month and a year follow
    re.compile(rf"วันที่{_GAP}(?:เดือน\s*)?(?:{_FULL_MONTH})\s*{_ERA}25\d\d(?!\d)"),
    # a day and a year, no month; or dots and a year
    re.compile(rf"วันที่\s*\d{{1,2}}{_GAP}(?:เดือน{_GAP})?{_ERA}25\d\d(?!\d)"),
    re.compile(rf"วันที่\s*[.…_]{{2,}}[\s.…_]*(?:เดือน{_GAP})?{_ERA}25\d\d(?!\d)"),
)


@dataclass(frozen=True, kw_only=True)
class Mentioned:
    """A date or a month as printed, its last day, and whether it only refers.

    A date refers when it belongs to a law, an order or a letter that is cited.
    """

    printed: str
    last: date
    is_reference: bool


def dates_in(text: str) -> Iterator[Mentioned]:
    """Yield the dates and months with a year in a text; of a range its end only.

    >>> [m.last.isoformat() for m in dates_in("ก่อนสิ้นเดือนสิงหาคม ๒๕๖๖")]
    ['2023-08-31']
    """
    printed = clean(text)
    plain = to_arabic(printed)
    for found in _DATE.finditer(plain):
        last = _last_day(found)
        if last is None or _RANGE_GOES_ON.match(plain, found.end()):
            continue
        before = plain[max(0, found.start() - 70) : found.start()]
        yield Mentioned(
            printed=printed[found.start() : found.end()],
            last=last,
            is_reference=bool(_REFERENCE.search(before)),
        )


def incomplete_dates(text: str) -> Iterator[str]:
    """Yield the dates of a text that lack their day or their month, as printed.

    >>> list(incomplete_dates("เมื่อวันที่ มีนาคม ๒๕๖๘")), list(incomplete_dates("วันที่ ๕ มีนาคม ๒๕๖๘"))
    (['วันที่ มีนาคม ๒๕๖๘'], [])
    """
    printed = clean(text)
    plain = to_arabic(printed)
    for pattern in _INCOMPLETE:
        for found in pattern.finditer(plain):
            yield printed[found.start() : found.end()]


def _last_day(found: re.Match[str]) -> date | None:
    month = parse_month(found["month"])
    if month is None:
        return None
    year = full_year(found["year"]) - BUDDHIST_ERA
    try:
        day = int(found["day"] or monthrange(year, month.number)[1])
        return date(year, month.number, day)
    except ValueError:
        return None  # no calendar has that day
