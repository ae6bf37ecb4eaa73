"""A published table as a file a spreadsheet opens rightly and cannot be made to run."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

from prongsai.foundations.publications.contents import Table
from prongsai.ui.exporting import Sheet, as_csv, as_workbook

_BELOW_ZERO = re.compile(r"-\d+(?:\.\d+)?", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def csv_of(table: Table) -> bytes:
    """Return a table with its headings; a number below zero stays a number."""
    rows = [[_value(cell) for cell in row] for row in table.rows]
    return as_csv([column.label for column in table.columns], rows)


def xlsx_of(tables: Sequence[Table], *, made_at: datetime) -> bytes:
    """Return tables as a workbook; numbers and days are such, not texts."""
    return as_workbook([sheet_of(table) for table in tables], made_at=made_at)


def sheet_of(table: Table) -> Sheet:
    """Return a table as a sheet of a workbook."""
    numeric = [column.numeric for column in table.columns]
    return Sheet(
        title=table.title,
        heads=[column.label for column in table.columns],
        rows=[
            [_typed(cell, n) for cell, n in zip(row, numeric, strict=True)]
            for row in table.rows
        ],
    )


def _value(cell: str) -> object:
    return Decimal(cell) if _BELOW_ZERO.fullmatch(cell) else cell


def _typed(cell: str, numeric: object) -> object:
    """Return what a spreadsheet keeps of a cell; codes with leading zeros stay text.

    >>> _typed("12.50", True), _typed("12", False), _typed("2026-10-01", False)
    (Decimal('12.50'), '12', datetime.date(2026, 10, 1))
    """
    if numeric and _NUMBER.fullmatch(cell):
        return Decimal(cell)
    if _DAY.fullmatch(cell):
        with suppress(ValueError):
            return date.fromisoformat(cell)
    return cell
