"""How days and numbers are written on screen: Arabic digits, Buddhist years."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

from prongsai.ita.thai.dates import SHORT_MONTHS
from prongsai.ita.thai.fiscal import BUDDHIST_ERA

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""January to December; their first three letters are the short form."""


def in_english() -> bool:
    """Return whether this page speaks English."""
    return (get_language() or "").startswith("en")


def short_date(day: date) -> str:
    """Write a day as ``8 ต.ค. 2568``, in English as ``8 Oct 2568``."""
    if isinstance(day, datetime) and is_aware(day):
        day = localtime(day)
    month = (
        ENGLISH_MONTHS[day.month - 1][:3]
        if in_english()
        else SHORT_MONTHS[day.month - 1]
    )
    return f"{day.day} {month} {day.year + BUDDHIST_ERA}"


def short_moment(moment: datetime) -> str:
    """Write a moment in Bangkok as ``8 ต.ค. 2568 09:05 น.``."""
    local = localtime(moment) if is_aware(moment) else moment
    return f"{short_date(local)} {local:%H:%M}{'' if in_english() else ' น.'}"


def with_commas(number: Decimal | int) -> str:
    """Write a number with commas between the thousands and all its decimals."""
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,d}"
