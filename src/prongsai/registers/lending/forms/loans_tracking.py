"""The form a borrower without an account follows a request with."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai.digits import to_arabic
from prongsai.ui.forms import Form

_REFERENCE = re.compile(r"(?:บย\.?)?(\d{1,9})/(\d{4})", re.ASCII)


class TrackForm(Form):
    """The two things on the receipt: the number of the request and its secret."""

    reference = forms.CharField(
        label=_("Number of the request"),
        max_length=40,
        help_text=_("For example บย. 12/2569"),
    )
    secret = forms.CharField(
        label=_("Secret"),
        max_length=40,
        help_text=_("Twelve letters and digits, from the page after sending."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )

    def number_and_year(self) -> tuple[int, int]:
        """Return number and year; zeros, which no loan has, for anything else."""
        data: dict[str, Any] = self.cleaned_data
        text = re.sub(r"\s", "", to_arabic(data["reference"]))
        found = _REFERENCE.fullmatch(text)
        return (int(found[1]), int(found[2])) if found else (0, 0)
