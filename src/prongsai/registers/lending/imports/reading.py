"""A file of assets as rows of texts, whatever program wrote it; hostile files are refused."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.core.files.base import File
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException

from prongsai.foundations.files.checking import format_of
from prongsai.foundations.files.contents.texts import decoded
from prongsai.foundations.files.errors import DamagedUpload
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ita.thai.text import clean
from prongsai.registers.lending import rules

FORMULA = "\ue000formula"
"""Stands for a cell that computes instead of saying: it is refused row by row."""

MOST_COLUMNS = 60
LONGEST_CELL = 4000

_QUOTED = ("=", "+", "-", "@", "\t")
_THAI_YEARS = 2300  # a year this late in a spreadsheet is one of the Buddhist era
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    SyntaxError,  # what the XML readers raise is a kind of it
)


class TableRefused(ItaError):
    """A file that cannot be a table of assets; subclasses say why: ``name``."""

    code = "lending.table-refused"


class EmptyTable(TableRefused):
    """There is no row under the headings: ``name``."""

    code = "lending.table-empty"


class TooManyRows(TableRefused):
    """More rows than one file may have: ``name``, ``limit``."""

    code = "lending.table-too-long"


class TooWide(TableRefused):
    """More columns or longer cells than any list of assets: ``name``, ``limit``."""

    code = "lending.table-too-wide"


@dataclass(frozen=True, kw_only=True)
class Table:
    """The headings, and every row that holds something with its number in the file."""

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(upload: File[bytes], *, name: str, on: date) -> Table:
    """Return the table of an uploaded CSV or XLSX file, every cell as a text.

    Raises ``FileRefused`` for files that are not what they say, and ``TableRefused``
    for those that are no list of assets.
    """
    limit = rules.value("import_megabytes", on=on) * MEGABYTE
    wanted = FileRules(types=("csv", "xlsx"), max_bytes=limit, max_count=1)
    found = format_of(upload, name=name, rules=wanted)
    upload.seek(0)
    content = upload.read()
    lines = (
        _csv_lines(content, name) if found.code == "csv" else _xlsx_lines(content, name)
    )
    most = rules.value("import_rows", on=on)
    kept = list(_kept(lines, name=name, most=most))
    if len(kept) < 2:  # noqa: PLR2004  # headings and a row
        raise EmptyTable(name=name)
    (_number, headings), *rows = kept
    return Table(
        name=name,
        sha256=sha256(content).hexdigest(),
        headings=headings,
        rows=tuple(rows),
    )


def _kept(
    lines: Iterator[list[str]], *, name: str, most: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Number the lines, drop empty ones, and stop at what is too much."""
    found = 0
    for number, line in enumerate(lines, 1):
        cells = tuple(line)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise TooWide(name=name, limit=MOST_COLUMNS)
        if found > most:
            raise TooManyRows(name=name, limit=most)
        found += 1
        yield number, cells


def _csv_lines(content: bytes, name: str) -> Iterator[list[str]]:
    text = decoded(content) or ""
    head = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for line in reader:
            yield [_unquoted(cell) for cell in line]
    except csv.Error as error:
        raise DamagedUpload(name=name, kind="CSV") from error


def _unquoted(cell: str) -> str:
    """Take away the mark that keeps a spreadsheet from running a text."""
    cell = cell[:LONGEST_CELL].strip()
    if cell.startswith("'") and cell[1:].lstrip().startswith(_QUOTED):
        return cell[1:]
    return FORMULA if cell.startswith("=") else clean_lines(cell)


def _xlsx_lines(content: bytes, name: str) -> Iterator[list[str]]:
    """Read the first sheet; formulas are seen as formulas, never computed."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            for row in sheet.iter_rows(max_col=MOST_COLUMNS + 1):
                yield [_cell_text(cell) for cell in row]
        finally:
            book.close()
    except _BROKEN as error:
        raise DamagedUpload(name=name, kind="Excel (.xlsx)") from error


def _cell_text(cell: Cell | MergedCell) -> str:
    value = cell.value
    if cell.data_type == "f":
        return FORMULA
    if isinstance(value, date):  # a moment is a day, too
        return _day_text(value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else clean_lines(str(value)[:LONGEST_CELL])


def _day_text(day: date) -> str:
    """A real date of a spreadsheet, also one that was typed with its Buddhist year."""
    year = day.year if day.year > _THAI_YEARS else day.year + BUDDHIST_ERA
    return f"{day.day}/{day.month}/{year}"


def clean_lines(text: str) -> str:
    """Tidy a text line by line; notes may have several."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()
