"""Texts as browsers send them: trimmed, and refused when they hold what nobody types."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

UNREADABLE = _("There are characters in it that cannot be read.")
EMPTY = _("Please fill this in.")


def readable(text: str) -> None:
    """Refuse control characters, which no keyboard types on purpose."""
    if _CONTROL.search(text):
        raise ValidationError(UNREADABLE, code="control_characters")


def visible(text: str) -> None:
    """Refuse a text of nothing but characters nobody sees."""
    if text and not clean(text):
        raise ValidationError(EMPTY, code="required")


def number_typed(value: object) -> str:
    """Return what stands for a number or a day, trimmed, with Arabic digits."""
    text = str(value)
    readable(text)
    return to_arabic(clean(text))
