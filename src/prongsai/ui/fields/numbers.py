"""Numbers as people type them: Thai digits, commas, a sign; nothing else."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ui.fields.texts import number_typed
from prongsai.ui.widgets import NumberText

LARGEST = 2_147_483_647
"""What every database keeps in an ordinary whole number."""

_LONGEST = 40
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_WHOLE = re.compile(rf"^[+-]?{_DIGITS}$", re.ASCII)
_DECIMAL = re.compile(rf"^[+-]?{_DIGITS}(?:\.\d+)?$", re.ASCII)
_MINUS = str.maketrans("\u2010\u2011\u2012\u2013\u2212", "-----")
_BAHT = re.compile(r"^฿\s*|\s*(?:บาท|฿|baht|THB)$", re.IGNORECASE)


def _typed(value: object) -> str:
    """Return a number as typed, with Arabic digits and a plain minus."""
    return number_typed(value).translate(_MINUS)


class ThaiIntegerField(forms.IntegerField):
    """A whole number; Thai digits and commas are fine."""

    widget = NumberText
    default_error_messages = {
        "required": _("Enter a number."),
        "invalid": _("This is not a whole number. Write digits only, like 1200."),
        "max_value": _("The number must not be above %(limit_value)s."),
        "min_value": _("The number must not be below %(limit_value)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        if kwargs.get("max_value") is None:
            kwargs["max_value"] = LARGEST
        if kwargs.get("min_value") is None:
            kwargs["min_value"] = -LARGEST
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Return the number, or say that it is none."""
        if value in self.empty_values or (isinstance(value, int)):
            return None if value in self.empty_values else int(value)
        text = _typed(value)
        if not text:
            return None
        if len(text) > _LONGEST or not _WHOLE.match(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(text.replace(",", ""))

    def widget_attrs(self, _widget: forms.Widget) -> dict[str, Any]:
        """Leave out ``min`` and ``max``: they mean nothing on a text input."""
        return {}


class ThaiDecimalField(forms.DecimalField):
    """A decimal number; Thai digits and commas are fine."""

    default_error_messages = {
        "required": _("Enter a number."),
        "invalid": _("This is not a number. Write it like 1,200.50."),
        "max_value": _("The number must not be above %(limit_value)s."),
        "min_value": _("The number must not be below %(limit_value)s."),
        "max_digits": _("The number is too long: at most %(max)s digits."),
        "max_decimal_places": _("At most %(max)s digits after the point."),
        "max_whole_digits": _("At most %(max)s digits before the point."),
    }
    commas = False

    def __init__(self, **kwargs: Any) -> None:
        if kwargs.get("max_digits") is None:
            kwargs["max_digits"] = 18
        if kwargs.get("widget") is None:
            kwargs["widget"] = NumberText(inputmode="decimal", commas=self.commas)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as Django does
        """Return the number exactly, or say that it is none."""
        if value in self.empty_values:
            return None
        if isinstance(value, int | Decimal):
            return Decimal(value)
        text = self.without_unit(_typed(value))
        if not text:
            return None
        if len(text) > _LONGEST or not _DECIMAL.match(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text.replace(",", ""))

    def without_unit(self, text: str) -> str:
        """Return the number without a unit typed beside it."""
        return text

    def widget_attrs(self, _widget: forms.Widget) -> dict[str, Any]:
        """Leave out ``min``, ``max`` and ``step``: they mean nothing on a text input."""
        return {}


class MoneyField(ThaiDecimalField):
    """An amount in baht to the satang, not below zero unless ``min_value`` says so."""

    commas = True
    default_error_messages = {
        "required": _("Enter the amount."),
        "invalid": _("This is not an amount. Write it like 1,200.50."),
        "min_value": _("The amount must not be below %(limit_value)s baht."),
        "max_value": _("The amount must not be above %(limit_value)s baht."),
        "max_decimal_places": _("Satang have two digits."),
    }

    def __init__(self, **kwargs: Any) -> None:
        given = {"max_digits": 14, "decimal_places": 2, "min_value": Decimal(0)}
        super().__init__(**{**given, **kwargs})

    def without_unit(self, text: str) -> str:
        """Return the amount without “baht”."""
        return _BAHT.sub("", text)
