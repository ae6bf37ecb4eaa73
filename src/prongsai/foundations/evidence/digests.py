"""One digest for rows, for bytes and for what a record says, the same on every engine.

The order of rows does not matter. Each row becomes one line of JSON in which every cell carries its kind; the lines are
sorted and hashed. Numbers that are equal are written alike, moments stand in UTC, text
in Unicode's composed form.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.files.base import File

from prongsai.foundations.evidence import sources
from prongsai.foundations.publications import contents


class UnfitCell(TypeError):
    """A figure's rows hold something engines write differently, as a float."""


def digest_of(rows: Iterable[tuple[object, ...]]) -> str:
    """Return the SHA-256 of rows, whatever their order.

    >>> digest_of([(1, "ก"), (2, None)]) == digest_of([(2, None), (1, "ก")])
    True
    """
    lines = sorted(_line(row) for row in rows)
    return hashlib.sha256("\n".join([str(len(lines)), *lines]).encode()).hexdigest()


def digest_of_bytes(content: File[Any]) -> str:
    """Return the SHA-256 of an open file, read piece by piece."""
    sha256 = hashlib.sha256()
    content.seek(0)
    for piece in content.chunks():
        sha256.update(piece)
    return sha256.hexdigest()


def digest_of_content(content: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical form of what a record says.

    >>> digest_of_content({"b": 1, "a": "ก"}) == digest_of_content({"a": "ก", "b": 1})
    True
    """
    return contents.digest_of(contents.plain(content))


def content_of_record(source: str, pk: int) -> Mapping[str, object] | None:
    """Return what a record says now; nothing when it is gone."""
    try:
        return sources.source(source).content_of(pk)
    except (LookupError, ObjectDoesNotExist):
        return None


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
