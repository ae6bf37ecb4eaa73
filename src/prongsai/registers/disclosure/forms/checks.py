"""What the list of findings is narrowed by."""

from typing import TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.ita.disclosure.model import Severity
from prongsai.registers.disclosure.queries.checks import SEVERITY_WORDS
from prongsai.ui.forms import Form


class Chosen(TypedDict):
    """What was chosen, as the query takes it."""

    severity: str
    division: int | None


class FindingsForm(Form):
    """By how serious a finding is, and by whose item it is about."""

    severity = forms.ChoiceField(
        label=_("How serious"),
        required=False,
        choices=[("", _("all")), *((s.value, SEVERITY_WORDS[s]) for s in Severity)],
    )
    division = forms.ModelChoiceField(
        label=_("Responsible division"),
        required=False,
        queryset=Division.objects.none(),
        empty_label=_("all"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["division"].queryset = organisations.divisions()  # type: ignore[attr-defined]  # a choice of rows

    def chosen(self) -> Chosen:
        """Return what was chosen; what makes no sense chooses nothing."""
        self.is_valid()
        division = self.cleaned_data.get("division")
        return Chosen(
            severity=self.cleaned_data.get("severity", ""),
            division=division.pk if division else None,
        )
