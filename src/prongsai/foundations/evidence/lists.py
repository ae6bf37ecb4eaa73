"""The list of stored figures: its columns and what it can be narrowed by."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence.models import StoredFigure
from prongsai.ui.filtering import Filters, FiscalYearFilter
from prongsai.ui.tables import Cell, Column
from prongsai.ui.writing import short_date, with_commas


class StoredFilters(Filters):
    """By words and by the fiscal year the period begins in."""

    search_in = ("label_th", "label_en", "key")
    year = FiscalYearFilter(field_name="start")


def columns() -> list[Column]:
    """Return the columns of the list."""
    return [
        Column("figure", str(_("Named figure")), value=lambda row: row.label),
        Column("value", str(_("Value")), numeric=True, value=_value),
        Column("period", str(_("Period")), sort="start end", value=period_of),
        Column("taken_at", str(_("Taken")), sort="taken_at"),
    ]


def amount(value: Decimal) -> str:
    """Write a value without decimals it does not need.

    >>> amount(Decimal("1234.5000")), amount(Decimal("41.0000"))
    ('1,234.5', '41')
    """
    text = with_commas(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_full(value: Decimal, of: Decimal | None, unit: str) -> str:
    """Write a value with the whole it is part of: a share without n says nothing."""
    if of is None:
        return f"{amount(value)} {unit}"
    words = _("%(value)s of %(of)s %(unit)s")
    return words % {"value": amount(value), "of": amount(of), "unit": unit}


def period_of(stored: StoredFigure) -> str:
    """Write the period of a stored figure."""
    return f"{short_date(stored.start)} – {short_date(stored.end)}"


def _value(stored: StoredFigure) -> Cell:
    return Cell(in_full(stored.value, stored.of, stored.unit), value=stored.value)
