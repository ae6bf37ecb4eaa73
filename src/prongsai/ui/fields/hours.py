"""Hours as people type them: with a colon or a point, in Thai digits, with น."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ui.fields.texts import number_typed

_HOUR = re.compile(r"^(?P<h>\d{1,2})\s*[.:]\s*(?P<m>\d{2})(?::\d{2})?\s*(?:น\.?)?$")


class HourField(forms.TimeField):
    """An hour typed as ``09:30``, ``๙.๓๐ น.`` or picked."""

    widget = forms.TimeInput(attrs={"inputmode": "numeric"}, format="%H:%M")
    default_error_messages = {"invalid": _("Write the hour like 09:30.")}

    def to_python(self, value: Any) -> time | None:
        """Return the hour, or say how one is written."""
        if value in self.empty_values or isinstance(value, time):
            return value or None
        text = number_typed(value)
        if not text:
            return None
        found = _HOUR.match(text)
        whole: time | None = super().to_python(
            f"{found['h']}:{found['m']}" if found else text
        )
        return whole
