"""The form that declares a number void."""

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ui.forms import Form


class VoidForm(Form):
    """Why the number is not used."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=5,
        max_length=300,
        help_text=_(
            "Stays in the register for good. Without names and without the content of a case."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
