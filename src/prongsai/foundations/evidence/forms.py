"""The form for taking a figure."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence import figures
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form


class TakeForm(Form):
    """Which figure, from which day to which."""

    key = forms.ChoiceField(label=_("Named figure"))
    start = ThaiDateField(label=_("From"))
    end = ThaiDateField(label=_("To"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        super().__init__(*args, **kwargs)
        choices = [(one.key, str(one.label)) for one in figures.registry().values()]
        field = self.fields["key"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("end", _("The period ends before it begins."))
        return cleaned
