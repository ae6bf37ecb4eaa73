"""The tables of a published document, drawn with the table of the design system."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Library, RequestContext
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.foundations.publications import contents
from prongsai.foundations.publications.models import PublishedFile
from prongsai.ui.components.lists import data_table
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date

register = Library()


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FILE = re.compile(r"/(?:[a-z0-9-]+/)+files/(?P<name>[A-Za-z0-9_-][\w.-]*)", re.ASCII)
"""The address of a published file of this website, standing alone in a cell."""

_KEPT = 32
"""Drawn tables a process keeps: what is published never changes, only the frame does."""


PER_PAGE = 50
"""Rows on one page of a long table: with nine columns it stays below 100 kB."""


@register.inclusion_tag("publications/public/paged_table.html", takes_context=True)
def published_table(
    context: RequestContext, table: contents.Table
) -> dict[str, object]:
    """Draw a table, a long one page by page: ``?<key of the table>=2`` is the second.

    One without rows says that there is nothing, which is a statement.
    """
    request = context.get("request")
    asked = request.GET.get(table.key, "1") if request is not None else "1"
    page = Paginator(table.rows, PER_PAGE).get_page(asked)
    shown = replace(table, rows=tuple(page.object_list))
    range_of_pages = page.paginator.get_elided_page_range(
        page.number, on_each_side=1, on_ends=1
    )
    return {
        "drawn": _drawn(shown, get_language()),
        "table": table,
        "page": page,
        "shown": list(range_of_pages) if page.has_other_pages() else [],
        "address": context.get("address", ""),
        "request": request,
    }


@register.simple_tag(takes_context=True)
def page_of_table(context: RequestContext, key: str, number: int) -> str:
    """Return the address of one page of a table, the other tables staying as they are."""
    query = QueryDict(mutable=True)
    query.update(context["request"].GET if context.get("request") else {})
    query[key] = str(number)
    return f"?{query.urlencode()}#table-{key}"


@register.simple_tag
def size_of(name: str, files: Iterable[PublishedFile]) -> int | None:
    """Return how large a published file is; nothing for one that is none."""
    return next((file.size for file in files if file.name == name), None)


@register.simple_tag
def label_of(name: str, labels: Mapping[str, str] | str = "") -> str:
    """Return what people call a published file; its name where nobody said.

    >>> label_of("o5-1.pdf", {"o5-1.pdf": "Plan"}), label_of("o5.pdf")
    ('Plan', 'o5.pdf')
    """
    return labels.get(name, name) if isinstance(labels, Mapping) else name


@register.filter
def kind_of_file(name: str) -> str:
    """Return what kind of file a name is of, as people say it.

    >>> kind_of_file("o12.pdf")
    'PDF'
    """
    return PurePosixPath(name).suffix.removeprefix(".").upper()


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


def _as_read(text: str) -> str | Cell:
    """Write a day as pages write days, lead to a file; the CSV keeps both as they are."""
    if file := _FILE.fullmatch(text):
        return Cell(file["name"], href=text)
    if not _DAY.fullmatch(text):
        return text
    with suppress(ValueError):
        return short_date(date.fromisoformat(text))
    return text
