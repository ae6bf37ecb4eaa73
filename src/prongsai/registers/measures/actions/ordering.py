"""Changing places in a list that people order by hand. Pure."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Ordered(Protocol):
    """A row with its place in a list."""

    pk: int
    order: int


Row = TypeVar("Row", bound=Ordered)


def exchange(rows: Sequence[Row], moved: Row, *, up: bool) -> bool:
    """Number the rows anew with one of them moved by a place; False at the end.

    ``rows`` stand in their present order, which may have gaps or ties.
    """
    places = [row.pk for row in rows]
    old = places.index(moved.pk)
    new = old - 1 if up else old + 1
    if not 0 <= new < len(rows):
        return False
    places[old], places[new] = places[new], places[old]
    for row in rows:
        row.order = places.index(row.pk) + 1
    return True
