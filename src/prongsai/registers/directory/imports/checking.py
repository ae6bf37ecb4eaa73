"""Every row of a file checked before anything is written: what is wrong, where, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.foundations.files.import_columns import CheckedSheet, texts_at
from prongsai.foundations.files.sheet_problems import Problem
from prongsai.registers.directory.actions.importing import Line
from prongsai.registers.directory.actions.people import PersonDraft
from prongsai.registers.directory.imports.columns import (
    COLUMNS,
    headings,
    readers,
)
from prongsai.registers.directory.models import Seat, TermImport
from prongsai.registers.directory.queries import directory as queries

_PERSON = ("prefix", "first_name", "last_name", "name_en", "phone", "email")


@dataclass(kw_only=True)
class Checked(CheckedSheet):
    """What a file would do to the directory."""

    lines: list[Line] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        """Whether every row can go into the directory."""
        return bool(self.lines) and not self.problems


def check(uploaded: TermImport) -> Checked:
    """Check every row of a file; nothing is written."""
    found = Checked()
    if not uploaded.table:
        return found
    names, *rows = uploaded.table
    twice = _("This column is there twice. Delete one of the two.")
    columns = COLUMNS.places(names[1:], found, twice=twice)
    if found.problems:
        return found
    fields = readers()
    for row, *cells in rows:
        values, problems = COLUMNS.values(texts_at(columns, cells), fields, row=row)
        if not problems:
            problems = _together(values, found.lines, row)
        found.problems += problems
        if not problems:
            found.lines.append(_line(values, row))
    return found


def _together(values: Mapping[str, Any], lines: list[Line], row: int) -> list[Problem]:
    """Say what only two cells, or two rows, get wrong together."""
    starts, ends = values["starts_on"], values.get("ends_on")
    if ends is not None and ends < starts:
        text = _("The last day lies before the first.")
        return [Problem(row=row, column=str(headings()["ends_on"]), text=text)]
    if values.get("acting"):
        return []
    seat: Seat = values["position"]
    column = str(headings()["starts_on"])
    if queries.overlapping(seat, starts, ends):
        text = _("Somebody holds this position on some of these days already.")
        return [Problem(row=row, column=column, text=text)]
    double = next((one for one in lines if _meets(one, seat, (starts, ends))), None)
    if double is not None:
        text = _("Row %(row)s says that somebody else holds this position then.")
        return [Problem(row=row, column=column, text=text % {"row": double.row})]
    return []


def _meets(line: Line, seat: Seat, days: tuple[date, date | None]) -> bool:
    starts, ends = days
    return (
        line.seat == seat
        and not line.is_acting
        and (ends is None or line.starts_on <= ends)
        and (line.ends_on is None or line.ends_on >= starts)
    )


def _person(values: Mapping[str, Any]) -> PersonDraft:
    said: dict[str, Any] = {key: values.get(key) or "" for key in _PERSON}
    return PersonDraft(**said)


def _line(values: Mapping[str, Any], row: int) -> Line:
    return Line(
        row=row,
        seat=values["position"],
        person=_person(values),
        starts_on=values["starts_on"],
        ends_on=values.get("ends_on"),
        is_acting=bool(values.get("acting")),
        basis=values["basis"],
    )
