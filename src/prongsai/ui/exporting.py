"""Lists as files: CSV and XLSX that a spreadsheet opens without running anything."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

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
_RUNS = re.compile(r"^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV with the mark by which spreadsheets know UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_plain(head) for head in heads])
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> bytes:
    """Return a table as a workbook of one sheet; days stay days, numbers stay numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "1")
    sheet.freeze_panes = "A2"
    for n, head in enumerate(heads, 1):
        width = min(max(len(head) + 4, 14), 48)
        sheet.column_dimensions[get_column_letter(n)].width = width
    bold = [_cell(sheet, head) for head in heads]
    for cell in bold:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
    sheet.append(bold)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


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
