"""What is wrong with an uploaded sheet: row by row, in words, and as a table on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from prongsai.ui.tables import Column, Row, Table

SHOWN = 200
"""Problems on a page; more help nobody, and the numbers say how many there are."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong with a sheet: the row (0 for the whole), the column, the words."""

    row: int
    column: str
    text: str

    @classmethod
    def missing(cls, column: str) -> Self:
        """Say that a column is not there."""
        words = _("This column is missing. Take the headings from the template.")
        return cls(row=0, column=column, text=words)

    @classmethod
    def formula(cls, column: str, row: int) -> Self:
        """Say that a cell computes instead of saying."""
        words = _("The cell holds a formula. Replace it by its value.")
        return cls(row=row, column=column, text=words)

    @classmethod
    def invalid(cls, column: str, row: int, error: ValidationError) -> Self:
        """Say what a field says about a cell."""
        return cls(row=row, column=column, text=" ".join(map(str, error.messages)))


def problems_table(problems: Sequence[Problem], *, column: str) -> Table:
    """Return the first problems as a table; ``column`` says what their places are."""
    columns = [
        Column("row", _("Row"), numeric=True),
        Column("column", column),
        Column("text", _("What is wrong and what to do")),
    ]
    rows = [
        Row(cells=[str(each.row or "–"), each.column or "–", each.text])
        for each in problems[:SHOWN]
    ]
    return Table(_("What is wrong"), columns=columns, rows=rows)
