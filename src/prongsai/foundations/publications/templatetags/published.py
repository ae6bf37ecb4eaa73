"""The tables of a published document, drawn with the table of the design system."""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.foundations.publications import contents
from prongsai.ui.components.lists import data_table
from prongsai.ui.tables import Column, Row, Table
from prongsai.ui.writing import short_date

register = Library()


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_KEPT = 32
"""Drawn tables a process keeps: what is published never changes, only the frame does."""


@register.simple_tag
def published_table(table: contents.Table) -> SafeString:
    """Draw a table; one without rows says that there is nothing, which is a statement."""
    return _drawn(table, get_language())


@register.filter
def ita_item(address: str) -> str:
    """Return the item of the year an address stands under, as it is spoken of.

    >>> ita_item("ita/2569/o26/year"), ita_item("ita/2570/report/plan")
    ('O26', '')
    """
    item = address.split("/")[2] if address.count("/") > 1 else ""
    return item.upper() if item[:1] == "o" and item[1:].isdecimal() else ""


@lru_cache(maxsize=_KEPT)
def _drawn(table: contents.Table, _language: str | None) -> SafeString:
    drawn = Table(
        table.title,
        columns=[
            Column(column.key, column.label, numeric=column.numeric)
            for column in table.columns
        ],
        rows=[Row(cells=[_as_read(text) for text in row]) for row in table.rows],
        empty=_("None in this period."),
    )
    return render_to_string("ui/components/data_table.html", data_table(drawn))


def _as_read(text: str) -> str:
    """Write a day as pages write days; the CSV keeps it as machines read it."""
    if not _DAY.fullmatch(text):
        return text
    with suppress(ValueError):
        return short_date(date.fromisoformat(text))
    return text
