"""The columns of a file of people and terms: what they are called and how they are read."""

# ruff: noqa: ANN401  # Django hands values over without types

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.import_columns import ImportColumns
from prongsai.foundations.files.sheets import Limits
from prongsai.ita.thai.text import fold
from prongsai.registers.directory import rules
from prongsai.registers.directory.models import Seat
from prongsai.registers.directory.queries.sheets import seats_by_title
from prongsai.ui.fields import ThaiDateField

REQUIRED = ("position", "first_name", "last_name", "starts_on", "basis")
"""Columns no row can do without."""

MOST_COLUMNS = 40

_YES = frozenset(map(fold, ("ใช่", "รักษาการ", "yes", "true", "1", "y")))
_NO = frozenset(map(fold, ("ไม่ใช่", "ไม่", "no", "false", "0", "n", "-")))

COLUMNS = ImportColumns(__package__, required=REQUIRED)

headings = COLUMNS.headings


def limits(*, on: date) -> Limits:
    """Return how large a file of people and terms may be on a day."""
    return Limits(
        megabytes=rules.value("import_megabytes", on=on),
        rows=rules.value("import_rows", on=on),
        columns=MOST_COLUMNS,
    )


class SeatField(forms.Field):
    """A position of the office by its title, in either language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seats = seats_by_title()

    def to_python(self, value: Any) -> Seat | None:
        """Return the position with this title; refuse unknown and doubtful ones."""
        if not value:
            return None
        found = self.seats.get(fold(value), [])
        if len(found) == 1:
            return found[0]
        unknown = _("There is no position “%(title)s”. Enter it first.")
        doubtful = _(
            "Several positions are called “%(title)s”. Give each its own title."
        )
        raise ValidationError(
            doubtful if found else unknown, params={"title": str(value)[:60]}
        )


class ActingField(forms.Field):
    """Yes or no; empty is no."""

    def to_python(self, value: Any) -> bool:
        """Return what was said."""
        word = fold(value or "")
        if word and word not in _YES | _NO:
            raise ValidationError(
                _("“%(value)s”: write yes or no."), params={"value": str(value)[:60]}
            )
        return word in _YES


def readers() -> dict[str, forms.Field]:
    """Return a reader for every column, with the positions of the office."""
    return {
        "position": SeatField(),
        "prefix": forms.CharField(max_length=40, required=False),
        "first_name": forms.CharField(max_length=100),
        "last_name": forms.CharField(max_length=100),
        "name_en": forms.CharField(max_length=200, required=False),
        "phone": forms.CharField(max_length=60, required=False),
        "email": forms.EmailField(required=False),
        "starts_on": ThaiDateField(),
        "ends_on": ThaiDateField(required=False),
        "acting": ActingField(required=False),
        "basis": forms.CharField(max_length=300),
    }
