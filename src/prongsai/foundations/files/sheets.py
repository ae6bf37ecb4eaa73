"""An uploaded sheet as rows of texts, whatever program wrote it; hostile files are refused."""

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
from prongsai.foundations.files.rules import FileRules
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ita.thai.text import clean

FORMULA = "\ue000formula"
"""Stands for a cell that computes instead of saying: whoever reads the rows refuses it."""

LONGEST_CELL = 4000

_QUOTED = ("=", "+", "-", "@", "\t")
_THAI_YEARS = 2300  # a year this late in a sheet is one of the Buddhist era
_BROKEN = (
    InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError,
    AttributeError, IndexError, EOFError, OSError, SyntaxError,  # what XML readers raise
)  # fmt: skip


class SheetRefused(ItaError):
    """A file that cannot be the sheet asked for; subclasses say why: ``name``."""

    code = "sheets.refused"


class EmptySheet(SheetRefused):
    """There is no row under the headings: ``name``."""

    code = "sheets.empty"


class TooManyRows(SheetRefused):
    """More rows than one file may have: ``name``, ``limit``."""

    code = "sheets.too-long"


class TooManyColumns(SheetRefused):
    """More columns than any such sheet has: ``name``, ``limit``."""

    code = "sheets.too-wide"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How large a sheet may be."""

    megabytes: int
    rows: int
    columns: int


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The headings, and every row that holds something with its number in the file."""

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(upload: File[bytes], *, name: str, limits: Limits) -> Sheet:
    """Return the first sheet of an uploaded CSV or XLSX file, every cell as a text.

    Raises ``FileRefused`` for files that are not what they say, and ``SheetRefused``
    for those that are too large or empty.
    """
    wanted = FileRules(
        types=("csv", "xlsx"), max_bytes=limits.megabytes * 1024 * 1024, max_count=1
    )
    found = format_of(upload, name=name, rules=wanted)
    upload.seek(0)
    content = upload.read()
    read_lines = _csv_lines if found.code == "csv" else _xlsx_lines
    lines = read_lines(content, name=name, columns=limits.columns)
    (_number, headings), *rows = [*_kept(lines, name=name, limits=limits)] or [(0, ())]
    if not rows:
        raise EmptySheet(name=name)
    return Sheet(
        name=name,
        sha256=sha256(content).hexdigest(),
        headings=headings,
        rows=tuple(rows),
    )


def _kept(
    lines: Iterator[list[str]], *, name: str, limits: Limits
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Number the lines, drop empty ones, and stop at what is too much."""
    found = 0
    for number, line in enumerate(lines, 1):
        cells = tuple(line)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            continue
        if len(cells) > limits.columns:
            raise TooManyColumns(name=name, limit=limits.columns)
        if found > limits.rows:
            raise TooManyRows(name=name, limit=limits.rows)
        found += 1
        yield number, cells


def _csv_lines(content: bytes, *, name: str, columns: int) -> Iterator[list[str]]:
    text = decoded(content) or ""
    head = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for line in reader:
            yield [_unquoted(cell) for cell in line[: columns + 1]]
    except csv.Error as error:
        raise DamagedUpload(name=name, kind="CSV") from error


def _unquoted(cell: str) -> str:
    """Take away the mark that keeps a spreadsheet from running a text."""
    cell = cell[:LONGEST_CELL].strip()
    if cell.startswith("'") and cell[1:].lstrip().startswith(_QUOTED):
        return cell[1:]
    return FORMULA if cell.startswith("=") else _clean_lines(cell)


def _xlsx_lines(content: bytes, *, name: str, columns: int) -> Iterator[list[str]]:
    """Read the first sheet; formulas are seen as formulas, never computed."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            for row in book.worksheets[0].iter_rows(max_col=columns + 1):
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
        year = value.year if value.year > _THAI_YEARS else value.year + BUDDHIST_ERA
        return f"{value.day}/{value.month}/{year}"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else _clean_lines(str(value)[:LONGEST_CELL])


def _clean_lines(text: str) -> str:
    """Tidy a text line by line; notes may have several."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()
