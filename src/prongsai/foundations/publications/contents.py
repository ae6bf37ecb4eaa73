"""A published document: plain JSON, its canonical form and its digest.

The digest is the SHA-256 of the document written as JSON with sorted keys, without
spaces, in UTF-8. The ``.json`` beside each page holds the document, so that anyone can
compute it again. Numbers with decimals are text: engines would write floats differently.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*", re.ASCII)
_TABLE_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}", re.ASCII)
_RESERVED = re.compile(r"versions|files|document|v\d+", re.ASCII)
ASSESSMENT = re.compile(r"ita/\d{4}(?:/[a-z0-9][a-z0-9-]*)+", re.ASCII)
OPEN = re.compile(r"(?:news|people)(?:/[a-z0-9][a-z0-9-]*)+", re.ASCII)
_ITA = "ita"
_ROOTS = (f"{_ITA}/", "news/", "people/")
_PLACE = re.compile(
    "".join(
        (
            r"/(?:published/)?(?P<address>",
            ADDRESS.pattern,
            r"?)(?:/v(?P<number>\d{1,9}))?",
            r"(?:\.json|/document\.json|/versions|/files/[^/]+",
            r"|/[a-zA-Z0-9_-]+\.(?:csv|xlsx))?/?",
        )
    ),
    re.ASCII,
)
_LONGEST = 200
_LONGEST_SUMMARY = 300


class BadDocument(ValueError):
    """Code of ours publishes what is no plain document: says where."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column in the language of the reader."""

    key: str
    label: str
    numeric: bool


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of a document in the language of the reader."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def checked_address(address: str) -> str:
    """Return an address that can stand for good; raise ``BadDocument``.

    >>> checked_address("lending/2569/register")
    'lending/2569/register'

    What begins with ``ita/`` goes on with a fiscal year: ``ita/2569/o26/year``.
    """
    parts = address.split("/")
    is_taken = any(_RESERVED.fullmatch(part) for part in parts)
    if parts[0] == _ITA and not ASSESSMENT.fullmatch(address):
        raise BadDocument(address)
    if len(address) > _LONGEST or is_taken or not ADDRESS.fullmatch(address):
        raise BadDocument(address)
    return address


def path_of(address: str) -> str:
    """Return where an address is opened; some subjects have a place of their own.

    >>> path_of("ita/2569/o26/year"), path_of("lending/2569/register")
    ('/ita/2569/o26/year/', '/published/lending/2569/register/')
    >>> path_of("news/2569/library-opens")
    '/news/2569/library-opens/'
    """
    is_short = address.startswith(_ROOTS)
    return f"/{address}/" if is_short else f"/published/{address}/"


def place_of(path: str) -> tuple[str, int | None] | None:
    """Return which address, and which version of it, a path opens; the inverse.

    >>> place_of("/ita/2569/o26/year/v2/files/report.pdf")
    ('ita/2569/o26/year', 2)
    >>> place_of("/staff/")
    """
    found = _PLACE.fullmatch(path)
    address = found["address"] if found else ""
    opened_there = path_of(address).rstrip("/") if address else ""
    if found is None or not path.startswith(opened_there):
        return None
    return address, int(found["number"]) if found["number"] else None


def plain(value: object, place: str = "content") -> Json:
    """Return a value as plain JSON: dates and decimals become text.

    >>> plain({"total": Decimal("12.50"), "on": date(2025, 10, 1)})
    {'total': '12.50', 'on': '2025-10-01'}
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value, place)
    if isinstance(value, Decimal) and value.is_finite():
        return f"{value:f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return _container(value, place)


def _container(value: object, place: str) -> Json:
    if isinstance(value, Mapping):
        return {
            _text(key, place): plain(inner, f"{place}.{key}")
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [plain(inner, f"{place}[{n}]") for n, inner in enumerate(value)]
    raise BadDocument(place)


def _text(value: object, place: str) -> str:
    # Engines refuse NUL and lone surrogates, or store them differently.
    if (
        not isinstance(value, str)
        or "\0" in value
        or re.search(r"[\ud800-\udfff]", value)
    ):
        raise BadDocument(place)
    return str(value)


def checked_content(content: Mapping[str, object]) -> dict[str, Json]:
    """Return a content as plain JSON with well-formed tables; raise ``BadDocument``."""
    found = plain(content)
    if not isinstance(found, dict):
        raise BadDocument("content")
    tables = found.get("tables", [])
    if not isinstance(tables, list):
        raise BadDocument("content.tables")
    keys = [_checked_table(table, n) for n, table in enumerate(tables)]
    if len(set(keys)) != len(keys):
        raise BadDocument("content.tables")
    return found


def _checked_table(table: Json, n: int) -> str:
    place = f"content.tables[{n}]"
    if not isinstance(table, dict):
        raise BadDocument(place)
    key, columns, rows = table.get("key"), table.get("columns"), table.get("rows")
    if not isinstance(key, str) or not _TABLE_KEY.fullmatch(key):
        raise BadDocument(f"{place}.key")
    if not isinstance(columns, list) or not all(isinstance(c, dict) for c in columns):
        raise BadDocument(f"{place}.columns")
    if not isinstance(rows, list) or any(
        not isinstance(row, list) or len(row) != len(columns) for row in rows
    ):
        raise BadDocument(f"{place}.rows")
    return key


def document(
    *,
    address: str,
    title_th: str,
    title_en: str,
    content: dict[str, Json],
    files: Sequence[dict[str, Json]] = (),
) -> dict[str, Json]:
    """Return what is frozen: the address, the titles, the content, the files' digests."""
    whole: dict[str, Json] = {
        "address": address,
        "title": {"th": title_th, "en": title_en},
        "content": content,
    }
    return whole | {"files": list(files)} if files else whole


def digest_of(value: Json) -> str:
    """Return the SHA-256 of the canonical form of a document.

    >>> digest_of({"b": 1, "a": "ก"}) == digest_of({"a": "ก", "b": 1})
    True
    """
    return hashlib.sha256(canonical(value)).hexdigest()


def canonical(value: Json) -> bytes:
    """Return the one way a document is written: these bytes are what a digest is of.

    >>> canonical({"b": 1, "a": "x"})
    b'{"a":"x","b":1}'
    """
    text = json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    return text.encode()


def outline_of(document: Mapping[str, Json]) -> dict[str, Json]:
    """Return what lists say of a document: its size, and each table without its rows."""
    content = document.get("content")
    tables = content.get("tables") if isinstance(content, dict) else None
    return {
        "bytes": len(canonical(dict(document))),
        "tables": [
            {
                "key": str(table.get("key", "")),
                "title_th": _said(table, "title", "th"),
                "title_en": _said(table, "title", "en"),
                "columns": _length(table.get("columns")),
                "rows": _length(table.get("rows")),
            }
            for table in (tables if isinstance(tables, list) else [])
            if isinstance(table, dict)
        ],
    }


def _length(found: Json) -> int:
    return len(found) if isinstance(found, list) else 0


def summary_of(content: Mapping[str, Json], language: str) -> str:
    """Return what a content says of itself in a few words; empty where it does not.

    >>> summary_of({"summary": {"th": "สรุป", "en": ""}}, "en")
    'สรุป'
    """
    said = content.get("summary")
    if not isinstance(said, dict):
        return ""
    words = str(said.get(language) or said.get("th") or "")
    return " ".join(words.split())[:_LONGEST_SUMMARY]


def tables_of(content: Mapping[str, Json], language: str) -> list[Table]:
    """Return the tables of a content in one language."""
    tables = content.get("tables")
    return [
        _table(table, language)
        for table in (tables if isinstance(tables, list) else [])
        if isinstance(table, dict)
    ]


def _table(table: dict[str, Json], language: str) -> Table:
    columns, rows = table.get("columns"), table.get("rows")
    return Table(
        key=str(table.get("key", "")),
        title=_said(table, "title", language),
        columns=tuple(
            Column(
                key=str(column.get("key", "")),
                label=_said(column, "label", language),
                numeric=bool(column.get("numeric")),
            )
            for column in (columns if isinstance(columns, list) else [])
            if isinstance(column, dict)
        ),
        rows=tuple(
            tuple(_cell(cell, language) for cell in row)
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, list)
        ),
    )


def _said(thing: dict[str, Json], name: str, language: str) -> str:
    other = thing.get(f"{name}_th", "")
    return str(thing.get(f"{name}_{language}") or other or thing.get("key", ""))


def _cell(cell: Json, language: str) -> str:
    if isinstance(cell, dict):
        return str(cell.get(language) or cell.get("th") or "")
    return "" if cell is None else str(cell)
