"""The tables of a published document, drawn with the table of the design system."""

from functools import lru_cache

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.foundations.publications import contents
from prongsai.ui.components.lists import data_table
from prongsai.ui.tables import Column, Row, Table

register = Library()


_KEPT = 32
"""Drawn tables a process keeps: what is published never changes, only the frame does."""


@register.simple_tag
def published_table(table: contents.Table) -> SafeString:
    """Draw a table; one without rows says that there is nothing, which is a statement."""
    return _drawn(table, get_language())


@lru_cache(maxsize=_KEPT)
def _drawn(table: contents.Table, _language: str | None) -> SafeString:
    drawn = Table(
        table.title,
        columns=[
            Column(column.key, column.label, numeric=column.numeric)
            for column in table.columns
        ],
        rows=[Row(cells=row) for row in table.rows],
        empty=_("None in this period."),
    )
    return render_to_string("ui/components/data_table.html", data_table(drawn))
