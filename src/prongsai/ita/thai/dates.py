"""Thai dates: read in every spelling offices use, written as official letters do."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from prongsai.ita.errors import UnreadableDate
from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ita.thai.text import clean

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""January to December, spelled out."""

SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"""January to December, abbreviated with their dots."""

_BARE = {short.replace(".", ""): n for n, short in enumerate(SHORT_MONTHS, 1)}
# Spellings that no other month shares, seen where an officer or a scanner slipped.
_SLIPS = {"มีย": 6, "มคร": 1, "เมษ": 4, "กค": 7, "มิค": 3, "มยิ": 6}
_FULL = "|".join(MONTHS)
_SHORT = "|".join(
    r"\s*\.?\s*".join(re.escape(letter) for letter in short.strip(".").split("."))
    for short in sorted((*SHORT_MONTHS, "มี.ย.", "มิ.ค.", "เม.ษ."), key=len, reverse=True)
)
MONTH = rf"(?:{_FULL}|(?:{_SHORT})\s*\.?)"
"""A pattern for one month, spelled out or abbreviated with any of its dots missing."""

_ERA = r"(?:(?:ปี\s*)?พ\.?\s*ศ\.?\s*|ปี\s*)?"


def year_pattern(group: str) -> str:
    """Return a pattern for a Buddhist year of two or four digits, named ``group``."""
    return rf"{_ERA}(?P<{group}>\d{{4}}|\d{{2}})(?!\d)"


_DATE = re.compile(
    r"^(?:วันที่\s*)?(?P<day>\d{1,2})\s*"
    rf"(?:เดือน\s*)?(?P<month>{MONTH})\s*{year_pattern('year')}$"
)


@dataclass(frozen=True, kw_only=True)
class Month:
    """A month as printed: its number, and whether it is spelled as it should be."""

    number: int
    well_formed: bool


def parse_month(text: str) -> Month | None:
    """Read a month's name; None when it is no month.

    >>> parse_month("มิย.")
    Month(number=6, well_formed=False)
    >>> parse_month("มีนาคม")
    Month(number=3, well_formed=True)
    """
    text = clean(text)
    if text in MONTHS:
        return Month(number=MONTHS.index(text) + 1, well_formed=True)
    if text in SHORT_MONTHS:
        return Month(number=SHORT_MONTHS.index(text) + 1, well_formed=True)
    bare = re.sub(r"[.\s]", "", text)
    number = _BARE.get(bare) or _SLIPS.get(bare)
    return Month(number=number, well_formed=False) if number else None


def full_year(digits: str) -> int:
    """Return the Buddhist year of two or four Arabic digits.

    >>> full_year("68"), full_year("2568")
    (2568, 2568)
    """
    year = int(digits)
    return year if len(digits) > 2 else 2500 + year  # noqa: PLR2004  # two digits


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month; ``year`` in Buddhist era."""
    return date(year - BUDDHIST_ERA, month, monthrange(year - BUDDHIST_ERA, month)[1])


def parse_date(text: str) -> date:
    """Read one day, such as ``๘ ตุลาคม ๒๕๖๘`` or ``19 มิ.ย. 68``.

    Raises ``UnreadableDate`` for anything else, and for days no calendar has.

    >>> parse_date("๘ ตุลาคม ๒๕๖๘")
    datetime.date(2025, 10, 8)
    """
    found = _DATE.match(to_arabic(clean(text)))
    month = parse_month(found["month"]) if found else None
    if not found or not month:
        raise UnreadableDate(text=text)
    try:
        return date(
            full_year(found["year"]) - BUDDHIST_ERA, month.number, int(found["day"])
        )
    except ValueError as error:
        raise UnreadableDate(text=text) from error


def long_date(day: date, digits: str = "thai") -> str:
    """Write a day as official letters do; ``digits`` is ``thai`` or ``arabic``.

    >>> long_date(date(2025, 10, 8))
    '๘ ตุลาคม ๒๕๖๘'
    """
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"
    return to_thai(text) if digits == "thai" else text
