"""Lists as files: CSV and XLSX that a spreadsheet opens without running anything."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import HttpResponse
from django.utils.timezone import is_aware, localtime
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
THAI_DAY, THAI_MOMENT = "[$-107041E]d mmm yyyy", "[$-107041E]d mmm yyyy hh:mm"
"""How a spreadsheet shows a real date with its Buddhist year."""

_LONGEST_CELL = 32_000
_LONGEST_NAME = 28  # of a sheet: Excel takes 31, three are left to tell twins apart
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*<")
_RUNS = re.compile(r"^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV with the mark by which spreadsheets know UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_plain(head) for head in heads])
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of a workbook: its name, the heads of its columns, its rows."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[object]]


def as_xlsx(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> bytes:
    """Return a table as a workbook of one sheet; days stay days, numbers stay numbers."""
    return as_workbook([Sheet(title=title, heads=heads, rows=rows)])


def as_workbook(sheets: Iterable[Sheet], *, made_at: datetime | None = None) -> bytes:
    """Return tables as a workbook, a sheet for each.

    With ``made_at`` the same sheets give the same bytes, so that a digest means
    something; without it the workbook carries the moment it was written.
    """
    book = Workbook(write_only=True)
    for sheet in sheets:
        _fill(book, sheet)
    if made_at is not None:
        moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        book.properties.created = book.properties.modified = moment
    file = io.BytesIO()
    book.save(file)
    return file.getvalue() if made_at is None else _without_clock(file)


def _fill(book: Workbook, wanted: Sheet) -> None:
    # openpyxl numbers a name that is there already: two tables may be called alike.
    name = re.sub(r"[\\/*?:\[\]']", " ", _UNWRITABLE.sub("", wanted.title)).strip()
    sheet = book.create_sheet(name[:_LONGEST_NAME] or "1")
    sheet.freeze_panes = "A2"
    for n, head in enumerate(wanted.heads, 1):
        width = min(max(len(head) + 4, 14), 48)
        sheet.column_dimensions[get_column_letter(n)].width = width
    bold = [_cell(sheet, head) for head in wanted.heads]
    for cell in bold:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
    sheet.append(bold)
    for row in wanted.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _without_clock(file: io.BytesIO) -> bytes:
    """Return the same workbook, its parts packed as if at one fixed moment."""
    packed = io.BytesIO()
    with ZipFile(file) as book, ZipFile(packed, "w", ZIP_DEFLATED) as fixed:
        for part in book.infolist():
            content = book.read(part)
            if part.filename == _CORE:
                # openpyxl writes the moment of saving, whatever the properties say.
                made = re.search(rb"<dcterms:created[^>]*>([^<]*)<", content)
                moment = made[1] if made else b""
                content = _MODIFIED.sub(rb"\g<1>" + moment + rb"<", content)
            fixed.writestr(ZipInfo(part.filename), content, ZIP_DEFLATED)
    return packed.getvalue()


def answer(content: bytes, *, content_type: str, name: str) -> HttpResponse:
    """Return a file to keep, never to show in the page."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _plain(value: object) -> str:
    """Write a value for CSV; a text that a spreadsheet would run is quoted."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{_here(value):%Y-%m-%d %H:%M}"
    if isinstance(value, Decimal):
        return format(value, "f")
    text = _UNWRITABLE.sub("", str(value))
    is_number = isinstance(value, int | float)
    return f"'{text}" if _RUNS.search(text) and not is_number else text


def _cell(sheet: Any, value: object) -> Cell:  # noqa: ANN401  # openpyxl's are many
    if isinstance(value, datetime):
        return _formatted(sheet, _here(value), THAI_MOMENT)
    if isinstance(value, date):
        return _formatted(sheet, value, THAI_DAY)
    if isinstance(value, Decimal) and value.is_finite():
        is_whole = value.as_tuple().exponent == 0
        return _formatted(sheet, value, "#,##0" if is_whole else "#,##0.00")
    if value is None or isinstance(value, int) or _is_finite(value):
        return _formatted(sheet, value, "General")
    text = _UNWRITABLE.sub("", str(value))[:_LONGEST_CELL]
    cell = _formatted(sheet, text, "General")
    cell.data_type = "s"  # text, even where it looks like a formula
    return cell


def _is_finite(value: object) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _formatted(sheet: Any, value: Any, number_format: str) -> Cell:  # noqa: ANN401  # as above
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = number_format
    return cell


def _here(moment: datetime) -> datetime:
    local = localtime(moment) if is_aware(moment) else moment
    return local.replace(tzinfo=None)
