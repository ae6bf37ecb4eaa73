"""Numbers of persons, of firms and of telephones, checked and stored in one form."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import identifiers
from prongsai.ita.thai.identifiers import BadIdentifier, IdentifierKind
from prongsai.ui.widgets import IdentifierInput, PhoneInput


class _Identifier(forms.CharField):
    """A number of thirteen digits with its check digit; cleaned to digits alone."""

    widget = IdentifierInput
    kinds: tuple[IdentifierKind, ...] = ()
    default_error_messages = {
        "length": _("The number must have 13 digits."),
        "digits": _("The number must hold digits only."),
        "range": _("This is not a number of the right kind."),
        "check": _("One digit is wrong: the last digit does not fit the others."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 40, **kwargs})

    def to_python(self, value: Any) -> str:
        """Return thirteen Arabic digits, or say what is wrong with the number."""
        text = super().to_python(value) or ""
        if text in self.empty_values or len(text) > 40:  # noqa: PLR2004  # max_length speaks
            return text
        problems = []
        for kind in self.kinds:
            try:
                return identifiers.read(kind, text)
            except BadIdentifier as error:
                problems.append(str(error.facts["problem"]))
        code = next((p for p in problems if p != "range"), "range")
        raise ValidationError(self.error_messages[code], code=code)


class CitizenIdField(_Identifier):
    """The number on a Thai identity card: ``1-2345-67890-12-1``, spaces, Thai digits."""

    kinds = (IdentifierKind.CITIZEN_ID,)
    default_error_messages = {
        "required": _("Enter the 13 digits of the identity card."),
        "range": _("A citizen's number begins with 1 to 8."),
    }


class TaxIdField(_Identifier):
    """A tax number: of a firm or office (begins with 0), or of a person."""

    kinds = (IdentifierKind.JURISTIC, IdentifierKind.CITIZEN_ID)
    default_error_messages = {
        "required": _("Enter the 13 digits of the tax number."),
        "range": _("A tax number begins with 0 to 8."),
    }


class PhoneField(forms.CharField):
    """A mobile or land line, with an extension if need be; cleaned to ``073-123-456``."""

    widget = PhoneInput
    default_error_messages = {
        "required": _("Enter a telephone number."),
        "invalid": _(
            "This is not a telephone number. "
            "Write it like 081-234-5678 or 073-123-456 ต่อ 12."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 60, **kwargs})

    def to_python(self, value: Any) -> str:
        """Return the number in groups, or say that it is none."""
        text = super().to_python(value) or ""
        if text in self.empty_values or len(text) > 60:  # noqa: PLR2004  # max_length speaks
            return text
        try:
            return identifiers.read_phone(text)
        except BadIdentifier as error:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid"
            ) from error
