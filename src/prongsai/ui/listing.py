"""Lists: searched, filtered, sorted, turned page by page and exported, all by the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from prongsai.ita.errors import ItaError
from prongsai.ui import exporting
from prongsai.ui.filtering import DateFilter, Filters, FiscalYearFilter
from prongsai.ui.forms import Form
from prongsai.ui.paging import LongPage, LongPaginator
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date, short_moment, with_commas

__all__ = [
    "Column",
    "DateFilter",
    "Filters",
    "FiscalYearFilter",
    "Listing",
    "ListingTooLong",
    "listing",
]

PER_PAGE = 25
MOST_EXPORTED = 50_000
"""Rows of one file; more are narrowed down first, or the file would hold half of them."""

_MACHINERY = ("page", "export")


class ListingTooLong(ItaError):
    """More rows than one file holds: ``limit``."""

    code = "ui.listing-too-long"


@dataclass(kw_only=True)
class Listing:
    """A list as the address asks for it; the queries run when the page is drawn."""

    name: str
    caption: str
    request: HttpRequest
    filters: Any
    rows: QuerySet[Any]
    columns: Sequence[Column]
    sorted_by: str
    per_page: int = PER_PAGE
    empty: str = ""

    @cached_property
    def form(self) -> Form:
        """The form of the filters."""
        found: Form = self.filters.form
        found.auto_id = f"{self.name}-%s"
        return found

    @property
    def has_filters(self) -> bool:
        """Whether there is anything to narrow the list by."""
        return self.is_searchable or any(f.name != "q" for f in self.form)

    @property
    def is_searchable(self) -> bool:
        """Whether words can be searched for."""
        return bool(getattr(self.filters, "search_in", ()))

    @property
    def chosen_sort(self) -> str:
        """The order the address asks for, if it makes sense."""
        return _chosen_sort(self.request.GET.get("sort", ""), self.columns)

    @property
    def words(self) -> str:
        """The words searched for."""
        return self.request.GET.get("q", "")[:200]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is searched or filtered for."""
        return any(
            self.request.GET.get(name, "").strip() for name in self.filters.filters
        )

    @property
    def clear_url(self) -> str:
        """The address of the whole list."""
        return self.request.path

    @cached_property
    def page(self) -> LongPage:
        """The rows of this page."""
        pages = LongPaginator(self.rows, self.per_page, allow_empty_first_page=True)
        return pages.page(self.request.GET.get("page", "1"))

    @cached_property
    def table(self) -> Table:
        """This page as a table, with links in the heads that sort."""
        shown = [column for column in self.columns if column.shown]
        return Table(
            self.caption,
            columns=[self._head(column) for column in shown],
            rows=[
                Row(
                    cells=[cell_of(column, row) for column in shown], href=_page_of(row)
                )
                for row in self.page
            ],
            empty=self.empty,
        )

    @cached_property
    def download(self) -> HttpResponse | None:
        """The whole list as a file when the address asks for one."""
        kind = self.request.GET.get("export", "")
        if kind not in {"csv", "xlsx"}:
            return None
        columns = [column for column in self.columns if column.exported]
        heads = [str(column.label) for column in columns]
        rows = [[value_of(column, row) for column in columns] for row in self._all()]
        if kind == "csv":
            content, kind_of_file = exporting.as_csv(heads, rows), exporting.CSV_TYPE
        else:
            content = exporting.as_xlsx(self.caption, heads, rows)
            kind_of_file = exporting.XLSX_TYPE
        return exporting.answer(
            content, content_type=kind_of_file, name=f"{self.name}.{kind}"
        )

    @property
    def exports(self) -> list[tuple[str, str]]:
        """The kinds of file with their addresses."""
        return [(kind.upper(), self.url(export=kind)) for kind in ("csv", "xlsx")]

    @property
    def count(self) -> str:
        """How many rows there are, in words; exact up to a thousand."""
        pages = self.page.paginator
        if pages.counted_all:
            return _("%(number)s in all") % {"number": with_commas(pages.count)}
        return _("more than %(number)s") % {"number": with_commas(pages.count - 1)}

    def url(self, **changes: str) -> str:
        """Return this address with some of its parameters changed, on the first page."""
        query: QueryDict = self.request.GET.copy()
        for name in _MACHINERY:
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"{self.request.path}?{query.urlencode()}"

    def _head(self, column: Column) -> Column:
        if not column.sort:
            return column
        key = self.sorted_by.removeprefix("-")
        if key != column.key:
            return replace(column, sort_url=self.url(sort=column.key), direction="none")
        falling = self.sorted_by.startswith("-")
        turned = column.key if falling else f"-{column.key}"
        return replace(
            column,
            sort_url=self.url(sort=turned),
            direction="descending" if falling else "ascending",
        )

    def _all(self) -> list[Any]:
        rows = list(self.rows[: MOST_EXPORTED + 1])
        if len(rows) > MOST_EXPORTED:
            raise ListingTooLong(limit=MOST_EXPORTED)
        return rows


def listing(  # noqa: PLR0913  # a list has all these sides
    request: HttpRequest,
    rows: QuerySet[Any],
    *,
    filters: type[Any],
    columns: Sequence[Column],
    sort: str = "-pk",
    name: str = "list",
    caption: str = "",
    empty: str = "",
    per_page: int = PER_PAGE,
) -> Listing:
    """Return the list an address asks for; parameters that make no sense are ignored.

    ``sort`` is the order when none is asked for: the key of a column or a database
    field, with ``-`` for falling.
    """
    narrowed = filters(request.GET, queryset=rows, request=request)
    chosen = _chosen_sort(request.GET.get("sort", ""), columns) or sort
    return Listing(
        name=name,
        caption=str(caption or name),
        request=request,
        filters=narrowed,
        rows=narrowed.qs.order_by(*_order(chosen, columns)),
        columns=columns,
        sorted_by=chosen,
        per_page=per_page,
        empty=str(empty),
    )


def value_of(column: Column, row: object) -> object:
    """Return what a column says of a row, as a spreadsheet wants it."""
    found = column.value(row) if column.value else _attribute(row, column.key)
    if isinstance(found, Cell):
        return found.text if found.value is None else found.value
    return in_words(found) if isinstance(found, Model | bool) else found


def cell_of(column: Column, row: object) -> str | Cell:
    """Return what a column says of a row, as the page shows it."""
    found = column.value(row) if column.value else _attribute(row, column.key)
    return found if isinstance(found, Cell) else in_words(found)


def in_words(value: object) -> str:
    """Write a value as the page shows it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return short_moment(value)
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, int | Decimal):
        return with_commas(value)
    return "" if value is None else str(value)


def _attribute(row: object, key: str) -> object:
    shown: Callable[[], str] | None = getattr(row, f"get_{key}_display", None)
    return shown() if shown else getattr(row, key)


def _page_of(row: object) -> str:
    address: Callable[[], str] | None = getattr(row, "get_absolute_url", None)
    return address() if address else ""


def _chosen_sort(asked: str, columns: Sequence[Column]) -> str:
    known = {column.key for column in columns if column.sort}
    return asked if asked.removeprefix("-") in known else ""


def _order(chosen: str, columns: Sequence[Column]) -> list[str]:
    """Return the database fields of an order; the key makes it the same every time."""
    key, falling = chosen.removeprefix("-"), chosen.startswith("-")
    names = {column.key: column.sort.split() for column in columns if column.sort}
    fields = [_turned(field) if falling else field for field in names.get(key, [key])]
    return [*fields, *([] if key == "pk" else ["-pk" if falling else "pk"])]


def _turned(field: str) -> str:
    return field.removeprefix("-") if field.startswith("-") else f"-{field}"
