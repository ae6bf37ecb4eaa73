"""Rows of things: tables, pages of them, files, figures."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Page
from django.template import Library, RequestContext

from prongsai.ui.components.status import TONES
from prongsai.ui.listing import Listing
from prongsai.ui.tables import Cell, Row, Table

register = Library()

SORT_ICONS = {"ascending": "up", "descending": "down"}

KIND_ICONS = {"image": "picture", "text": "table", "application": "file"}
"""The icon of a file by the first half of its kind."""


_SHORT = 13
"""Letters of a date or a number, which are not broken over two lines."""


@register.inclusion_tag("ui/components/data_table.html")
def data_table(table: Table) -> dict[str, object]:
    """Draw a table; on a phone each row becomes a small list of its own."""
    heads = [
        {"column": column, "icon": SORT_ICONS.get(column.direction, "sort")}
        for column in table.columns
    ]
    rows = [list(_cells(table, row)) for row in table.rows]
    return {"table": table, "heads": heads, "rows": rows}


def _cells(table: Table, row: Row) -> Iterator[dict[str, Any]]:
    for n, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        own = cell if isinstance(cell, Cell) else Cell(str(cell))
        yield {
            "column": column,
            "text": own.text,
            "href": own.href or (row.href if n == 0 else ""),
            "tone": own.tone,
            "icon": TONES.get(own.tone, ""),
            "first": n == 0 and bool(own.text.strip()),
            "short": len(own.text) <= _SHORT,
        }


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context: RequestContext, page: Page[Any]) -> dict[str, object]:
    """Draw the way from page to page, keeping the rest of the address."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "shown": list(shown), "request": context.get("request")}


@register.inclusion_tag("ui/components/file_list.html")
def file_list(files: Iterable[object]) -> dict[str, object]:
    """Draw files one can open, with kind and size."""
    rows = [{"file": file, "icon": _icon_of(file)} for file in files or ()]
    return {"rows": rows}


def _icon_of(file: object) -> str:
    kind = str(getattr(file, "content_type", "")).partition("/")[0]
    return KIND_ICONS.get(kind, "file")


@register.inclusion_tag("ui/components/figure.html")
def figure(chart: object) -> dict[str, object]:
    """Draw a chart and the table of its numbers."""
    return {"chart": chart}


@register.inclusion_tag("ui/components/search_bar.html")
def search_bar(listing: Listing) -> dict[str, object]:
    """Draw the field that searches a list, keeping how it is filtered and sorted."""
    kept = [
        (name, value)
        for name, values in listing.request.GET.lists()
        for value in values
        if name not in {"q", "page", "export"}
    ]
    return {"listing": listing, "kept": kept}
