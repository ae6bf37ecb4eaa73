"""Forms of reports: which one is begun, its head, a text, why an error stands, what changed."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.registers.reports.actions.writing import UNTOUCHED, Cover
from prongsai.registers.reports.models import Passage
from prongsai.registers.reports.states import ReportKind
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

_AS_OF = _("Figures and steps are counted up to this day.")


@dataclass(frozen=True, kw_only=True)
class Untouched:
    """Stands for a text nobody has written yet: the page showed the drafted one."""

    pk: int = 0
    version: int = UNTOUCHED


class BeginForm(Form):
    """Which report of which year, and up to which day."""

    fiscal_year = ThaiIntegerField(
        min_value=2560,
        max_value=2619,
        label=_("Fiscal year"),
        help_text=_(
            "Of an analysis the year that was assessed; else the year of the measures."
        ),
    )
    kind = forms.ChoiceField(choices=ReportKind.choices, label=_("Kind of report"))
    cut_off = ThaiDateField(label=pgettext_lazy("report", "As of"), help_text=_AS_OF)


class CoverForm(Form):
    """The title, and the day up to which the report speaks."""

    title = forms.CharField(
        max_length=500, label=_("Title"), widget=forms.Textarea(attrs={"rows": 3})
    )
    cut_off = ThaiDateField(label=pgettext_lazy("report", "As of"), help_text=_AS_OF)

    @property
    def cover(self) -> Cover:
        """What the form says, for the action."""
        day: date = self.cleaned_data["cut_off"]
        return Cover(title=self.cleaned_data["title"], cut_off=day)


class TextForm(Form):
    """A text of the report, written by a person."""

    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("One line is one point. Lines are numbered by themselves."),
    )


class OverrideForm(Form):
    """Why the report goes on although it has errors."""

    reason = forms.CharField(
        max_length=1000,
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Printed in the log of the report and in the memo."),
    )


class FirstForm(Form):
    """The first version has nothing to say of an earlier one: only a yes."""


class CorrectedForm(Form):
    """What a corrected version changes."""

    note_th = forms.CharField(
        max_length=500,
        label=_("What was corrected, in Thai"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_en = forms.CharField(
        max_length=500,
        label=_("What was corrected, in English"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def shown_version(passage: Passage | None) -> Passage | Untouched:
    """Return the row a text form is opened with, so that it knows its version."""
    return passage or Untouched()
