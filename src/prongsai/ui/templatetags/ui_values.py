"""Filters that write a value as our pages do."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django import template
from django.utils.translation import gettext as _

from prongsai.ita.thai import identifiers
from prongsai.ui.writing import short_date, short_moment, with_commas

register = template.Library()


@register.filter
def thai_date(value: object) -> str:
    """Write a day as ``8 ต.ค. 2568``; nothing for no day."""
    return short_date(value) if isinstance(value, date) else ""


@register.filter
def thai_datetime(value: object) -> str:
    """Write a moment as ``8 ต.ค. 2568 09:05 น.``; nothing for no moment."""
    if isinstance(value, datetime):
        return short_moment(value)
    return thai_date(value)


@register.filter
def money(value: object) -> str:
    """Write an amount of baht as ``1,200.50``; nothing for no amount."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:  # an empty value too
        return ""
    if not amount.is_finite():
        return ""
    return with_commas(amount.quantize(Decimal("0.01")))


@register.filter
def masked_id(value: object) -> str:
    """Hide a number of a person but for its end: ``x-xxxx-xxxxx-12-1``."""
    return identifiers.masked(str(value)) if value else ""


@register.filter
def file_size(value: object) -> str:
    """Write a number of bytes as ``2.4 MB``."""
    if not isinstance(value, int) or value < 0:
        return ""
    size, units = Decimal(value), [_("bytes"), "KB", "MB", "GB"]
    unit = units[0]
    for unit in units:
        if size < 1000 or unit == units[-1]:  # noqa: PLR2004  # decimal units
            break
        size /= 1000
    return f"{size:.1f} {unit}" if unit != units[0] else f"{value} {unit}"
