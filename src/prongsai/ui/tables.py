"""Tables as data: the page draws them, on a phone as stacked rows; files export them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from django.utils.functional import Promise

Tone: TypeAlias = Literal["", "plain", "info", "ok", "warn", "bad"]


@dataclass(frozen=True)
class Cell:
    """One cell: its text, where it leads, and the tone when it is drawn as a badge.

    ``value`` is what a spreadsheet gets: a number or a date where the text is one.
    """

    text: str
    href: str = field(default="", kw_only=True)
    tone: Tone = field(default="", kw_only=True)
    value: object = field(default=None, kw_only=True)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Column:
    """One column; ``value`` takes a row of a list and gives a cell, a text or a value.

    ``sort`` names the database fields a list is ordered by when its head is pressed,
    separated by spaces. ``shown`` and ``exported`` say where the column appears.
    """

    key: str
    label: str | Promise
    numeric: bool = field(default=False, kw_only=True)
    sort: str = field(default="", kw_only=True)
    value: Callable[[Any], object] | None = field(default=None, kw_only=True)
    shown: bool = field(default=True, kw_only=True)
    exported: bool = field(default=True, kw_only=True)
    sort_url: str = field(default="", kw_only=True)
    direction: Literal["", "none", "ascending", "descending"] = field(
        default="", kw_only=True
    )


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row; ``href`` is the page of the thing it is about."""

    cells: Sequence[str | Cell]
    href: str = ""


@dataclass(frozen=True)
class Table:
    """A table with its caption; the caption is read aloud first."""

    caption: str
    columns: Sequence[Column] = field(kw_only=True)
    rows: Sequence[Row] = field(kw_only=True)
    empty: str = field(default="", kw_only=True)
