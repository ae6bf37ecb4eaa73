"""Pages of long lists, without counting all there is."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

COUNTED = 1000
"""Rows are counted up to here; beyond it the page says "more than"."""

FURTHEST = 100_000
"""Nobody turns pages further than this; a higher number is a mistake or an attack."""


class LongPaginator(Paginator[Any]):
    """Knows whether a next page exists by fetching one row more than it shows."""

    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        """How many rows there are; ``COUNTED + 1`` stands for more than that."""
        return self.object_list.order_by()[: COUNTED + 1].count()

    @property
    def counted_all(self) -> bool:
        """Whether ``count`` is the exact number."""
        return self.count <= COUNTED

    @property
    def num_pages(self) -> int:
        """The last page known: of what was counted, or the one that is being read."""
        return max(-(-min(self.count, COUNTED) // self.per_page), 1, self._reached)

    _reached = 1

    def validate_number(self, number: Any) -> int:
        """Return the page asked for; nonsense is the first page."""
        try:
            found = int(number)
        except (TypeError, ValueError):
            return 1
        return found if 1 <= found <= FURTHEST else 1

    def page(self, number: Any) -> "LongPage":
        """Return a page; one beyond the end is the last."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows = list(self.object_list[start : start + self.per_page + 1])
        if not rows and number > 1:
            return self.page(self._last(number))
        has_more = len(rows) > self.per_page
        self._reached = number + has_more
        return LongPage(rows[: self.per_page], number, self, has_more=has_more)

    def _last(self, asked: int) -> int:
        """The last page with rows on it; counts everything, for nobody asks that often."""
        return min(
            asked - 1, max(-(-self.object_list.order_by().count() // self.per_page), 1)
        )


class LongPage(Page[Any]):
    """One page; whether another follows is known without counting."""

    paginator: LongPaginator

    def __init__(
        self, rows: list[Any], number: int, paginator: LongPaginator, *, has_more: bool
    ) -> None:
        super().__init__(rows, number, paginator)
        self.has_more = has_more

    def has_next(self) -> bool:
        """Whether a next page exists."""
        return self.has_more

    def next_page_number(self) -> int:
        """The next page's number."""
        return self.number + 1

    def start_index(self) -> int:
        """The number of the first row on this page, from 1; 0 when there is none."""
        return (
            (self.number - 1) * self.paginator.per_page + 1 if self.object_list else 0
        )

    def end_index(self) -> int:
        """The number of the last row on this page."""
        return (self.number - 1) * self.paginator.per_page + len(self.object_list)
