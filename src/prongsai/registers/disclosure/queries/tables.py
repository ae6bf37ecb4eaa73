"""An uploaded spreadsheet as the table of a part, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.files.sheets import FORMULA, Limits
from prongsai.registers.disclosure.models import TableUpload

LIMITS = Limits(megabytes=10, rows=10_000, columns=40)
"""How large a table of an item may be."""

_LONGEST_HEADING = 200


@dataclass(frozen=True, kw_only=True)
class Read:
    """A table as it would be kept, its problems, and how many cells are empty."""

    table: dict[str, Any]
    problems: Sequence[Problem] = ()
    blanks: Sequence[tuple[str, int]] = ()


def read(upload: TableUpload) -> Read:
    """Return the table of an upload; its first row holds the headings."""
    if not upload.table:
        return Read(table={})
    first, *others = upload.table
    headings = [str(cell).strip()[:_LONGEST_HEADING] for cell in first[1:]]
    width = len(headings)
    rows = [[*row[1:], *[""] * (width - len(row) + 1)][:width] for row in others]
    table = {"columns": headings, "rows": rows, "file_name": upload.file_name}
    return Read(
        table=table,
        problems=list(_problems(headings, others)),
        blanks=[
            (headings[n], empty)
            for n in range(width)
            if (empty := sum(1 for row in rows if not row[n]))
        ],
    )


def _problems(headings: list[str], rows: list[list[Any]]) -> Iterator[Problem]:
    yield from _heading_problems(headings)
    for number, *cells in rows:
        if len(cells) > len(headings):
            words = _("The row is longer than the headings. Give the column a heading.")
            yield Problem(row=number, column="", text=words)
        for heading, cell in zip(headings, cells, strict=False):
            if cell == FORMULA:
                yield Problem.formula(heading, number)


def _heading_problems(headings: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, heading in enumerate(headings, 1):
        column = heading or str(place)
        if not heading:
            words = _("The column has no heading in the first row.")
            yield Problem(row=1, column=column, text=words)
        elif heading == FORMULA:
            yield Problem.formula(str(place), 1)
        elif heading in seen:
            words = _("Two columns have this heading.")
            yield Problem(row=1, column=column, text=words)
        seen.add(heading)
