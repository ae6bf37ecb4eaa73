"""Inputs as people fill them in: plain text fields that show numbers and dates our way.

No script stands behind them. ``inputmode`` opens the right keyboard on a phone; a
native number or date input is not used because neither takes Thai digits nor shows
Buddhist years.
"""

from datetime import date
from decimal import Decimal

from django import forms

from prongsai.ita.thai import identifiers
from prongsai.ui.writing import short_date, with_commas


class ThaiDateInput(forms.TextInput):
    """Shows a day as ``8 ต.ค. 2568``."""

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__({"autocomplete": "off", "size": 16} | (attrs or {}))

    def format_value(self, value: object) -> str | None:
        """Write a day; give back what was typed as it was typed."""
        if isinstance(value, date):
            return short_date(value)
        return _as_typed(super().format_value(value))


class NumberText(forms.TextInput):
    """Shows a number; ``commas`` between the thousands."""

    def __init__(
        self,
        attrs: dict[str, object] | None = None,
        *,
        inputmode: str = "numeric",
        commas: bool = False,
    ) -> None:
        super().__init__(
            {"inputmode": inputmode, "autocomplete": "off", "size": 16} | (attrs or {})
        )
        self.commas = commas

    def format_value(self, value: object) -> str | None:
        """Write a number; give back what was typed as it was typed."""
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return (
                with_commas(value)
                if self.commas
                else format(value, "f" if isinstance(value, Decimal) else "d")
            )
        return _as_typed(super().format_value(value))


class IdentifierInput(forms.TextInput):
    """Shows thirteen digits in their groups."""

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(
            {"inputmode": "numeric", "autocomplete": "off", "size": 20, "maxlength": 40}
            | (attrs or {})
        )

    def format_value(self, value: object) -> str | None:
        """Group a whole number; give back anything else as it was typed."""
        text = _as_typed(super().format_value(value))
        return text if text is None else identifiers.grouped(text)


class PhoneInput(forms.TextInput):
    """A telephone number, with the keyboard for it."""

    input_type = "tel"

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(
            {"autocomplete": "tel", "size": 24, "maxlength": 60} | (attrs or {})
        )


def _as_typed(value: object) -> str | None:
    return None if value is None else str(value)
