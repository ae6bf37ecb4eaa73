"""Forms of the following-up: a finished step, a round, a line, a part, reasons."""

# ruff: noqa: ANN401  # Django hands keywords over without types

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.measures.models import Line
from prongsai.registers.measures.queries.rounds import Period
from prongsai.ui.fields import ThaiDateField, ThaiDecimalField
from prongsai.ui.forms import Form
from prongsai.ui.writing import short_date

_ROWS = {"rows": 4}
_NO_FIGURE = ("", _("none: a number is typed, or there is no number"))


class FinishForm(Form):
    """When a step was done, and what was done."""

    done_on = ThaiDateField(label=_("Done on"))
    note = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs=_ROWS),
        label=_("What has been done"),
    )
    then = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, latest: date | None = None, **kwargs: Any) -> None:
        """``latest`` is today where the form is read: nothing was done tomorrow."""
        super().__init__(*args, **kwargs)
        field = self.fields["done_on"]
        if latest is not None and isinstance(field, ThaiDateField):
            field.latest = latest


class SayForm(Form):
    """How far a measure is in a round."""

    period = forms.ChoiceField(label=_("Round"))
    progress = ThaiDecimalField(
        min_value=0, max_value=100, decimal_places=2, label=_("Progress (%)")
    )
    done = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs=_ROWS),
        label=_("What has been done"),
    )
    obstacle = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs=_ROWS),
        label=_("What stands in the way"),
    )
    next = forms.CharField(
        required=False, widget=forms.Textarea(attrs=_ROWS), label=_("What comes next")
    )

    def __init__(self, *args: Any, periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = {period.key: period for period in periods}
        field = self.fields["period"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(p.key, name_of(p)) for p in periods]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one word beside the number."""
        found = super().clean() or self.cleaned_data
        if not any(found.get(name) for name in ("done", "obstacle", "next")):
            words = _("Say what was done, what stands in the way or what comes next.")
            self.add_error("done", ValidationError(words))
        return found

    @property
    def chosen(self) -> Period:
        """The round that was chosen."""
        return self.periods[self.cleaned_data["period"]]


class LineForm(Form):
    """An output or outcome: its text, and its number typed or taken from a register."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), label=_("Text"))
    figure_key = forms.ChoiceField(
        required=False,
        label=_("Figure of a register"),
        help_text=_("The house runs it up to today and keeps it; nobody types it."),
    )
    value = ThaiDecimalField(
        required=False,
        max_digits=15,
        decimal_places=4,
        label=pgettext_lazy("result", "Number"),
    )
    unit = forms.CharField(required=False, max_length=100, label=_("Unit"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["figure_key"]
        if isinstance(field, forms.ChoiceField):
            known = sorted((str(f.label), key) for key, f in registry().items())
            field.choices = [_NO_FIGURE, *((key, label) for label, key in known)]
        if isinstance(self.instance, Line):
            self.initial.update(_said_by(self.instance))

    def clean(self) -> dict[str, Any]:
        """Refuse a number that is typed beside a figure."""
        found = super().clean() or self.cleaned_data
        if found.get("figure_key") and found.get("value") is not None:
            words = _("The register gives this number. Leave the field empty.")
            self.add_error("value", ValidationError(words))
        return found


class NoNumberForm(Form):
    """Why the outcome has no number."""

    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs=_ROWS),
        label=_("Why the outcome has no number"),
        help_text=_("It is printed in the report. Leave empty to take it back."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Nothing can only be said to take back what was said."""
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = not self.initial.get("reason")


class ReasonForm(Form):
    """Why something goes back."""

    reason = forms.CharField(widget=forms.Textarea(attrs=_ROWS), label=_("Reason"))


class GiveForm(Form):
    """Which division brings what, who answers for it, and by when."""

    division = forms.ModelChoiceField(
        queryset=Division.objects.none(), label=_("Division")
    )
    accountable = forms.ModelChoiceField(
        queryset=User.objects.none(), label=_("Accountable person")
    )
    due_on = ThaiDateField(required=False, label=_("Due"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {
            "division": divisions().filter(is_active=True),
            "accountable": people().filter(is_active=True),
        }
        for name, found in rows.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = found


class PartForm(Form):
    """What a division did for a measure."""

    text = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        label=_("What has been done"),
    )


class CutOffForm(Form):
    """The last day the figures of a year look at."""

    cut_off = ThaiDateField(label=_("Cut-off"))


class BoardForm(Form):
    """Whose board is shown."""

    division = forms.ModelChoiceField(
        queryset=Division.objects.none(), required=False, label=_("Division")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["division"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = divisions().filter(is_active=True)
            field.empty_label = str(_("Every division"))


def finish_form(pk: int, *, on: date, then: str = "") -> FinishForm:
    """Return the form by which one step of many on a page is finished."""
    return FinishForm(auto_id=f"step-{pk}-%s", initial={"done_on": on, "then": then})


def name_of(period: Period) -> str:
    """Return a round in words: its kind and its last day."""
    words = _("%(round)s up to %(day)s")
    facts = {"round": period.round.label, "day": short_date(period.ends_on)}
    return str(words) % facts


def _said_by(line: Line) -> dict[str, Any]:
    figure = line.figure
    return {
        "text": line.text,
        "figure_key": figure.key if figure else "",
        "value": None if figure else line.value,
        "unit": line.unit,
    }
