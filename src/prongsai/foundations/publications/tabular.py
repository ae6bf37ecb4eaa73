"""A published table as CSV that spreadsheets open rightly and cannot be made to run."""

import re
from decimal import Decimal

from prongsai.foundations.publications.contents import Table
from prongsai.ui.exporting import as_csv

_BELOW_ZERO = re.compile(r"-\d+(?:\.\d+)?", re.ASCII)


def csv_of(table: Table) -> bytes:
    """Return a table with its headings; a number below zero stays a number."""
    rows = [[_value(cell) for cell in row] for row in table.rows]
    return as_csv([column.label for column in table.columns], rows)


def _value(cell: str) -> object:
    return Decimal(cell) if _BELOW_ZERO.fullmatch(cell) else cell
