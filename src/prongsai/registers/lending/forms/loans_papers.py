"""Which register or report is asked for: read from the address, refused when it is none."""

from typing import Any

from django import forms
from django.http import Http404, QueryDict

from prongsai.ui.fields import ThaiIntegerField
from prongsai.ui.forms import Form

FIRST_YEAR, LAST_YEAR = 2540, 2600
PAPERS, SHEETS = ("pdf", "docx"), ("xlsx", "csv", "pdf")
SIDES = ("internal", "external")


class YearForm(Form):
    """A fiscal year of the Buddhist era."""

    year = ThaiIntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR)


class RegisterForm(YearForm):
    """A register: of which year, which side of the door, as what file."""

    side = forms.ChoiceField(choices=[(side, side) for side in SIDES])
    ending = forms.ChoiceField(choices=[(ending, ending) for ending in SHEETS])


class ReportForm(YearForm):
    """A report: of which year and period, as what file."""

    period = forms.CharField(max_length=20)
    ending = forms.ChoiceField(choices=[(ending, ending) for ending in PAPERS])


def read(form: type[Form], query: QueryDict) -> dict[str, Any]:
    """Return what a form reads from an address; 404 when there is no such paper."""
    found = form(query)
    if not found.is_valid():
        raise Http404
    return found.cleaned_data
