"""Forms of a position, and of who holds it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.directory.actions.seats import SeatDraft
from prongsai.registers.directory.actions.terms import TermDraft
from prongsai.registers.directory.models import (
    Branch,
    Seat,
    SeatKind,
    Term,
)
from prongsai.registers.directory.queries import directory as queries
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form, ModelForm


class SeatForm(ModelForm):
    """A position: side, kind, titles, where it stands."""

    class Meta:
        model = Seat
        fields = (
            "branch", "kind", "title_th", "title_en", "division", "reports_to",
            "is_executive",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        rows = queries.standing_seats()
        if self.instance.pk:
            rows = rows.exclude(pk=self.instance.pk)
        _offer(self.fields["division"], divisions())
        _offer(self.fields["reports_to"], rows)

    @property
    def draft(self) -> SeatDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        branch, kind = Branch(said.pop("branch")), SeatKind(said.pop("kind"))
        return SeatDraft(branch=branch, kind=kind, **said)


class AbolishForm(Form):
    """The first day without the position."""

    on = ThaiDateField(label=_("Abolished from"))


class TermForm(ModelForm):
    """Who holds a position, from when, by which order."""

    class Meta:
        model = Term
        fields = ("holder", "starts_on", "ends_on", "is_acting", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        _offer(self.fields["holder"], queries.holders())
        self.fields["ends_on"].help_text = _("Empty while somebody is in office still.")
        self.fields["basis"].help_text = _("Number and date, as the paper says.")

    @property
    def draft(self) -> TermDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        said.pop("reason", None)
        return TermDraft(**said)


class CorrectTermForm(TermForm):
    """A term put right, and why."""

    reason = forms.CharField(
        max_length=500, widget=forms.Textarea, label=_("Reason of the correction")
    )


class EndTermForm(Form):
    """The last day of somebody in a position."""

    on = ThaiDateField(label=_("Last day"))


class StrikeForm(Form):
    """Why a term never was."""

    reason = forms.CharField(
        max_length=500, widget=forms.Textarea, label=_("Why it was a mistake")
    )


def _offer(field: forms.Field, rows: Any) -> None:  # noqa: ANN401  # any rows of ours
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
