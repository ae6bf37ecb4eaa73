"""The columns of a file of assets: what they are called and how their texts are read."""

# ruff: noqa: ANN401  # Django hands values over without types

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Choices
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.import_columns import ImportColumns
from prongsai.foundations.files.sheets import Limits
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, fold
from prongsai.registers.lending import rules
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.states.assets import (
    AcquiredHow,
    AssetKind,
    Condition,
    Fund,
)
from prongsai.ui.fields import MoneyField, ThaiDateField, ThaiIntegerField

REQUIRED = ("code", "name_th", "group", "unit", "division")
"""Columns no row can do without."""

MOST_COLUMNS = 60

_YES = {"ใช่", "ได้", "yes", "true", "1", "y"}
_NO = {"ไม่ใช่", "ไม่ได้", "ไม่", "no", "false", "0", "n"}

COLUMNS = ImportColumns(__package__, required=REQUIRED)

headings = COLUMNS.headings


def limits(*, on: date) -> Limits:
    """Return how large a file of assets may be on a day."""
    return Limits(
        megabytes=rules.value("import_megabytes", on=on),
        rows=rules.value("import_rows", on=on),
        columns=MOST_COLUMNS,
    )


class WordField(forms.Field):
    """A word of a list, in either language."""

    default_error_messages = {
        "unknown": _("“%(value)s” is not known here. Write one of: %(known)s."),
    }

    def __init__(self, choices: type[Choices], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices
        self.words: dict[str, Any] = {}
        for language in ("th", "en"):
            with translation.override(language):
                for choice in choices:
                    self.words[fold(str(choice.label))] = choice
        self.words |= {fold(str(choice.value)): choice for choice in choices}

    def to_python(self, value: Any) -> Any:
        """Return the choice the word stands for."""
        if not value:
            return None
        found = self.words.get(fold(value))
        if found is None:
            known = ", ".join(str(choice.label) for choice in self.choices)
            raise _unknown(self, value, known)
        return found


class YesNoField(forms.Field):
    """Yes or no, ใช่ or ไม่ใช่."""

    default_error_messages = {"unknown": _("“%(value)s”: write yes or no.")}

    def to_python(self, value: Any) -> bool | None:
        """Return what was said; nothing is neither."""
        if not value:
            return None
        word = _plain(value)
        if word not in _YES | _NO:
            raise _unknown(self, value, "")
        return word in _YES


class ReferenceField(forms.Field):
    """The code or name of something that is in the office already."""

    def __init__(self, rows: Mapping[str, Any], *, unknown: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rows = {_plain(name): row for name, row in rows.items()}
        self.error_messages["unknown"] = unknown

    def to_python(self, value: Any) -> Any:
        """Return the row that has this code or name."""
        if not value:
            return None
        found = self.rows.get(_plain(value))
        if found is None:
            raise _unknown(self, value, "")
        return found


def plain_fields() -> dict[str, forms.Field]:
    """Return a reader for every column that needs nothing from the office."""
    text = {
        name: forms.CharField(
            max_length=getattr(Asset._meta.get_field(name), "max_length", None),
            required=name in REQUIRED,
        )
        for name in (
            "code", "name_th", "name_en", "brand", "model_name", "serial", "unit",
            "document_number", "place", "notes",
        )
    }  # fmt: skip
    return text | {
        "kind": WordField(AssetKind, required=False),
        "quantity": ThaiIntegerField(min_value=0, max_value=1_000_000, required=False),
        "acquired_how": WordField(AcquiredHow, required=False),
        "acquired_on": ThaiDateField(required=False),
        "unit_price": MoneyField(required=False),
        "fund": WordField(Fund, required=False),
        "useful_life": ThaiIntegerField(min_value=1, max_value=100, required=False),
        "condition": WordField(Condition, required=False),
        "internal_borrowable": YesNoField(required=False),
        "public_borrowable": YesNoField(required=False),
    }


def _plain(text: str) -> str:
    """A code or a word as it is compared: Arabic digits, one case, dots and dashes kept."""
    return clean(to_arabic(text)).casefold()


def _unknown(field: forms.Field, value: str, known: str) -> ValidationError:
    return ValidationError(
        field.error_messages["unknown"],
        code="unknown",
        params={"value": value[:60], "known": known},
    )
