"""A workbook as plain cells, unpacked within limits; and the columns with blank cells."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from prongsai.ita.disclosure.contents import is_total
from prongsai.ita.disclosure.model import Blank
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.trees import parse_xml
from prongsai.ita.errors import BrokenFile, TooComplex

CELL = " \x1f "
"""What no text and no number reaches across."""

MOST_ROWS, MOST_COLUMNS, MOST_MERGED = 10_000, 60, 20_000
"""How much of a sheet is looked through; one with more merged cells is made to print."""

_NAME = "file.xlsx"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS = "xl/sharedStrings.xml"
_PLACE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})", re.ASCII)
_LETTERS = 26
_ENOUGH = 2
"""Headings that make a table; filled cells that make one of its rows, not a note."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a sheet: its number, and its cells by their columns, both from 1."""

    number: int
    cells: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: its rows, and the areas of merged cells (left, top, right, bottom)."""

    rows: tuple[Row, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def text(self) -> str:
        """All that is written in it, a line a row."""
        return "\n".join(CELL.join(row.cells.values()) for row in self.rows)


def sheets_of(data: bytes, *, limits: Limits) -> Iterator[Sheet]:
    """Yield each sheet of a workbook; raise ``UnusableInput``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            _refuse_bomb(book, limits)
            names = set(book.namelist())
            strings = _strings(book, limits) if _STRINGS in names else []
            for sheet in sorted(filter(_SHEET.fullmatch, names)):
                yield _sheet(_part(book, sheet, limits), strings)
    except _BROKEN as broken:
        raise BrokenFile(name=_NAME, format="XLSX") from broken


def blanks_of(sheet: Sheet, number: int) -> Iterator[Blank]:
    """Yield the columns with blank cells, where the first row holds headings.

    A row that is blank as a whole, one that sums up the others, and one with a single
    cell (a note, the heading of a group) are passed over; so is what merged cells cover.
    """
    heads = _headings(sheet)
    covered = set(islice(_covered(sheet), MOST_MERGED))
    if len(heads) < _ENOUGH or len(covered) == MOST_MERGED:
        return
    blank: dict[int, list[int]] = {}
    for row in sheet.rows[1:MOST_ROWS]:
        for column in _empty(row, list(heads)):
            if (column, row.number) not in covered:
                blank.setdefault(column, []).append(row.number)
    for column, rows in sorted(blank.items()):
        yield Blank(sheet=number, column=heads[column], row=rows[0], count=len(rows))


def _headings(sheet: Sheet) -> dict[int, str]:
    """Return the headings by their columns; none where the first row has gaps."""
    first = sheet.rows[0] if sheet.rows else Row(number=1, cells={})
    found = {c: text.strip() for c, text in first.cells.items() if text.strip()}
    is_whole = bool(found) and max(found) - min(found) + 1 == len(found)
    fits = first.number == 1 and is_whole and len(found) <= MOST_COLUMNS
    return dict(sorted(found.items())) if fits else {}


def _empty(row: Row, columns: Sequence[int]) -> list[int]:
    texts = [row.cells.get(column, "").strip() for column in columns]
    filled = sum(map(bool, texts))
    if filled < min(_ENOUGH, len(columns) - 1) or is_total(texts):
        return []
    return [column for column, text in zip(columns, texts, strict=True) if not text]


def _covered(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the cells that merged ones cover, a few times where they overlap."""
    for left, top, right, bottom in sheet.merged:
        for row in range(top, min(bottom, top + MOST_ROWS) + 1):
            for column in range(left, min(right, left + MOST_COLUMNS) + 1):
                yield column, row


def _refuse_bomb(book: zipfile.ZipFile, limits: Limits) -> None:
    entries = book.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or total > limits.unpacked:
        raise TooComplex(name=_NAME, what="unpacked", limit=limits.unpacked)


def _part(book: zipfile.ZipFile, part: str, limits: Limits) -> etree._Element:
    """Unpack and parse one part; the directory's sizes are not believed."""
    with book.open(part) as file:
        content = file.read(limits.part + 1)
    if len(content) > limits.part:
        raise TooComplex(name=_NAME, what="unpacked", limit=limits.part)
    return parse_xml(content, name=_NAME, limits=limits)


def _strings(book: zipfile.ZipFile, limits: Limits) -> list[str]:
    return [
        "".join(text.text or "" for text in item.iter("{*}t"))
        for item in _part(book, _STRINGS, limits).iter("{*}si")
    ]


def _sheet(tree: etree._Element, strings: list[str]) -> Sheet:
    rows = (_row(row, n, strings) for n, row in enumerate(tree.iter("{*}row"), start=1))
    return Sheet(rows=tuple(rows), merged=tuple(_areas(tree)))


def _row(row: etree._Element, n: int, strings: list[str]) -> Row:
    told = row.get("r") or ""
    cells: dict[int, str] = {}
    for cell in row.iter("{*}c"):
        column, _ = _place_of(cell.get("r") or "")
        cells[column or len(cells) + 1] = _text(cell, strings)
    return Row(number=int(told) if told.isdecimal() else n, cells=cells)


def _areas(tree: etree._Element) -> Iterator[tuple[int, int, int, int]]:
    for merged in tree.iter("{*}mergeCell"):
        first, _, last = (merged.get("ref") or "").partition(":")
        yield (*_place_of(first), *_place_of(last or first))


def _place_of(written: str) -> tuple[int, int]:
    """Return the column and the row of ``B3``; noughts for what is no such place."""
    found = _PLACE.fullmatch(written)
    if found is None:
        return 0, 0
    column = 0
    for letter in found["column"]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column, int(found["row"])


def _text(cell: etree._Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter("{*}t"))
    value = cell.findtext("{*}v") or ""
    if cell.get("t") != "s":
        return value
    return (
        strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    )
