"""Every row of a file checked before anything is written: what is wrong, where, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.files.sheets import FORMULA
from prongsai.registers.directory.actions.importing import Line
from prongsai.registers.directory.actions.people import PersonDraft
from prongsai.registers.directory.imports.columns import (
    REQUIRED,
    headings,
    key_of,
    readers,
)
from prongsai.registers.directory.models import Seat, TermImport
from prongsai.registers.directory.queries import directory as queries

_PERSON = ("prefix", "first_name", "last_name", "name_en", "phone", "email")


@dataclass(kw_only=True)
class Checked:
    """What a file would do to the directory."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        """Whether every row can go into the directory."""
        return bool(self.lines) and not self.problems

    @property
    def bad_rows(self) -> int:
        """How many rows have something wrong with them."""
        return len({problem.row for problem in self.problems if problem.row})


def check(uploaded: TermImport) -> Checked:
    """Check every row of a file; nothing is written."""
    found = Checked()
    if not uploaded.table:
        return found
    names, *rows = uploaded.table
    columns = _columns(names[1:], found)
    if found.problems:
        return found
    fields = readers()
    for row, *cells in rows:
        texts = {key: cells[n] if n < len(cells) else "" for key, n in columns.items()}
        values, problems = _values(fields, texts, row)
        if not problems:
            problems = _together(values, found.lines, row)
        found.problems += problems
        if not problems:
            found.lines.append(_line(values, row))
    return found


def _columns(names: list[str], found: Checked) -> dict[str, int]:
    """Return where each known column stands; note what is double or missing."""
    columns: dict[str, int] = {}
    for n, name in enumerate(names):
        key = key_of(name)
        if key is None:
            found.ignored += [name] if name else []
        elif key in columns:
            text = _("This column is there twice. Delete one of the two.")
            found.problems.append(Problem(row=0, column=name, text=text))
        else:
            columns[key] = n
    found.problems += [
        Problem.missing(str(headings()[key])) for key in REQUIRED if key not in columns
    ]
    return columns


def _values(
    fields: Mapping[str, forms.Field], texts: Mapping[str, str], row: int
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for key, text in texts.items():
        column = str(headings()[key])
        if text == FORMULA:
            problems.append(Problem.formula(column, row))
            continue
        try:
            values[key] = fields[key].clean(text)
        except ValidationError as error:
            problems.append(Problem.invalid(column, row, error))
    return values, problems


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
