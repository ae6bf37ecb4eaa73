"""Every row of a file checked before anything is written: what is wrong, where, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.import_columns import CheckedSheet, texts_at
from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.lending.imports.columns import (
    COLUMNS,
    ReferenceField,
    headings,
    plain_fields,
)
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import AssetKind

_DEFAULTS = {
    "quantity": 1,
    "kind": AssetKind.DURABLE,
    "condition": "usable",
    "internal_borrowable": True,
    "public_borrowable": False,
}
_NULLABLE = frozenset({"acquired_on", "unit_price", "useful_life", "keeper"})


@dataclass(kw_only=True)
class Checked(CheckedSheet):
    """What a file would do to the register."""

    assets: list[Asset] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        """Whether every row can go into the register."""
        return bool(self.assets) and not self.problems


def check(uploaded: AssetImport) -> Checked:
    """Check every row of a file; nothing is written."""
    found = Checked()
    names, *rows = uploaded.table
    twice = _("This column is there twice. Delete one of the two.")
    columns = COLUMNS.places(names[1:], found, twice=twice)
    if found.problems:
        return found
    readers = _readers()
    seen: dict[str, int] = {}
    codes = [cells[n] for _row, *cells in rows for n in _place(columns, cells)]
    taken = queries.taken_codes(codes)
    for row, *cells in rows:
        values, problems = _row_values(readers, texts_at(columns, cells), row)
        problems += _double(str(values.get("code", "")), row, seen=seen, taken=taken)
        found.problems += problems
        if not problems:
            found.assets.append(Asset(**values))
    return found


def _place(columns: dict[str, int], cells: list[str]) -> list[int]:
    return [columns["code"]] if columns["code"] < len(cells) else []


def _readers() -> dict[str, forms.Field]:
    """Return a reader for every column, with the groups, divisions and people of the office."""
    places = list(divisions())
    by_code = {division.code: division for division in places}
    by_name = {division.name_th: division for division in places}
    return plain_fields() | {
        "group": ReferenceField(
            {group.code: group for group in queries.groups()},
            unknown=gettext_lazy(
                "There is no asset group “%(value)s”. Add it first, or correct the code."
            ),
        ),
        "division": ReferenceField(
            by_name | by_code,
            unknown=gettext_lazy(
                "There is no division “%(value)s”. Write its code as in the template."
            ),
        ),
        "keeper": ReferenceField(
            {person.username: person for person in people()},
            unknown=gettext_lazy("Nobody here has the user name “%(value)s”."),
            required=False,
        ),
    }


def _row_values(
    readers: dict[str, forms.Field], texts: dict[str, str], row: int
) -> tuple[dict[str, object], list[Problem]]:
    read, problems = COLUMNS.values(texts, readers, row=row)
    values = {key: _kept(key, value) for key, value in read.items()}
    return values, problems + list(_together(values, row))


def _kept(key: str, value: object) -> object:
    """Return what the register keeps where the cell is empty."""
    if value is not None and value != "":
        return value
    return None if key in _NULLABLE else _DEFAULTS.get(key, "")


def _together(values: dict[str, object], row: int) -> Iterator[Problem]:
    """Say what only two cells together get wrong."""
    is_durable = values.get("kind", AssetKind.DURABLE) == AssetKind.DURABLE
    if is_durable and values.get("quantity", 1) == 0:
        yield Problem(
            row=row,
            column=str(headings()["quantity"]),
            text=_("Durable things are at least one. Only consumables may be 0."),
        )


def _double(
    code: str, row: int, *, seen: dict[str, int], taken: set[str]
) -> Iterator[Problem]:
    """Say when a code is in the register already, or twice in the file."""
    column = str(headings()["code"])
    if code in taken:
        text = _("%(code)s is in the register already. Delete this row.")
        yield Problem(row=row, column=column, text=text % {"code": code})
    elif code and code in seen:
        text = _("%(code)s is also in row %(row)s. Each code may be there once.")
        facts = {"code": code, "row": seen[code]}
        yield Problem(row=row, column=column, text=text % facts)
    seen.setdefault(code, row)
