"""One digest for a set of rows, the same on every engine and in every order.

Each row becomes one line of JSON in which every cell carries its kind; the lines are
sorted and hashed. Numbers that are equal are written alike, moments stand in UTC, text
in Unicode's composed form.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID


class UnfitCell(TypeError):
    """A figure's rows hold something engines write differently, as a float."""


def digest_of(rows: Iterable[tuple[object, ...]]) -> str:
    """Return the SHA-256 of rows, whatever their order.

    >>> digest_of([(1, "ก"), (2, None)]) == digest_of([(2, None), (1, "ก")])
    True
    """
    lines = sorted(_line(row) for row in rows)
    return hashlib.sha256("\n".join([str(len(lines)), *lines]).encode()).hexdigest()


def _line(row: tuple[object, ...]) -> str:
    return json.dumps([_cell(cell) for cell in row], separators=(",", ":"))


def _cell(cell: object) -> list[str]:
    if isinstance(cell, Enum):
        cell = cell.value
    if cell is None:
        return ["none"]
    if isinstance(cell, bool):
        return ["yes" if cell else "no"]
    if isinstance(cell, int | Decimal):
        return ["number", _number(Decimal(cell))]
    if isinstance(cell, date):
        return _day_or_moment(cell)
    return _text(cell)


def _text(cell: object) -> list[str]:
    if isinstance(cell, str):
        return ["text", unicodedata.normalize("NFC", cell)]
    if isinstance(cell, UUID):
        return ["text", str(cell)]
    raise UnfitCell(type(cell).__name__)


def _number(number: Decimal) -> str:
    if not number.is_finite():
        raise UnfitCell(str(number))
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _day_or_moment(cell: date) -> list[str]:
    if not isinstance(cell, datetime):
        return ["day", cell.isoformat()]
    if cell.tzinfo is None:
        raise UnfitCell("naive datetime")
    return ["moment", cell.astimezone(UTC).isoformat(timespec="microseconds")]
