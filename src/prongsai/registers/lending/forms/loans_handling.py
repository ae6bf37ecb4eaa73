"""Forms of the supply officer: check, hand over, take back, chase, settle."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.lending.actions.loans_chasing import Knock
from prongsai.registers.lending.actions.loans_handling import (
    Handed,
    HandOver,
    Return,
    Returned,
)
from prongsai.registers.lending.actions.loans_settling import Statement
from prongsai.registers.lending.models import Loan, LoanLine, Settlement
from prongsai.registers.lending.models.loan_choices import (
    ChaseChannel,
    ItemCondition,
)
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

PHOTOS = FileRules(types=("image",), max_count=10)
LineRow = tuple[LoanLine, list[BoundField]]
_OUT = [
    (value, label)
    for value, label in ItemCondition.choices
    if value != ItemCondition.LOST
]


class CheckForm(Form):
    """What the supply officer found in the store."""

    leaves_enough = forms.BooleanField(
        label=_("Enough is left for the work of this office"), required=False
    )
    note = forms.CharField(
        label=_("Note for whoever decides"), max_length=500, required=False
    )


class HandOverForm(Form):
    """What leaves the store, line by line, and who takes it."""

    handed_to = forms.CharField(label=_("Received by"), max_length=250)
    photos = FilesField(
        rules=PHOTOS,
        label=_("Photos of the condition"),
        required=False,
        help_text=_("Take one of every item; they settle disputes later."),
    )

    def __init__(self, *args: Any, loan: Loan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = [line for line in loan.lines.all() if line.approved]
        for line in self.lines:
            self.fields[f"quantity-{line.pk}"] = ThaiIntegerField(
                label=_("Quantity"),
                initial=line.approved,
                min_value=0,
                max_value=line.approved,
            )
            self.fields[f"condition-{line.pk}"] = forms.ChoiceField(
                label=_("Condition"), choices=_OUT
            )
            self.fields[f"note-{line.pk}"] = _note()
        self._harden()

    def rows(self) -> list[LineRow]:
        """Return each line with its fields."""
        names = ("quantity", "condition", "note")
        return [(line, [self[f"{n}-{line.pk}"] for n in names]) for line in self.lines]

    def given(self) -> HandOver:
        """Return the hand-over as the action takes it."""
        data = self.cleaned_data
        return HandOver(
            to=data["handed_to"],
            photos=data["photos"],
            lines={
                line.pk: Handed(
                    quantity=data[f"quantity-{line.pk}"],
                    condition=ItemCondition(data[f"condition-{line.pk}"]),
                    note=data[f"note-{line.pk}"],
                )
                for line in self.lines
            },
        )


class TakeBackForm(Form):
    """What came back, line by line and condition by condition."""

    brought_by = forms.CharField(label=_("Brought back by"), max_length=250)
    photos = FilesField(
        rules=PHOTOS, label=_("Photos of the condition"), required=False
    )

    def __init__(self, *args: Any, loan: Loan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = [line for line in loan.lines.all() if line.outstanding]
        for line in self.lines:
            for condition in ItemCondition:
                self.fields[f"{condition.value}-{line.pk}"] = ThaiIntegerField(
                    label=condition.label,
                    initial=line.outstanding if condition == ItemCondition.GOOD else 0,
                    required=False,
                    min_value=0,
                    max_value=line.outstanding,
                )
            self.fields[f"note-{line.pk}"] = _note()
        self._harden()

    def rows(self) -> list[LineRow]:
        """Return each line with its fields."""
        names = (*ItemCondition.values, "note")
        return [(line, [self[f"{n}-{line.pk}"] for n in names]) for line in self.lines]

    def clean(self) -> dict[str, Any]:
        """Refuse more than is out, line by line, and a return of nothing."""
        cleaned = super().clean() or {}
        for line in self.lines:
            if self._sum(line) > line.outstanding:
                self.add_error(
                    f"good-{line.pk}",
                    _("Together that is more than the %(number)s still out.")
                    % {"number": line.outstanding},
                )
        if not any(self._sum(line) for line in self.lines):
            self.add_error(None, _("Enter at least one thing that came back."))
        return cleaned

    def brought(self) -> Return:
        """Return the return as the action takes it."""
        data = self.cleaned_data
        return Return(
            brought_by=data["brought_by"],
            photos=data["photos"],
            items=[
                Returned(
                    line=line.pk,
                    quantity=number,
                    condition=condition,
                    note=data[f"note-{line.pk}"],
                )
                for line in self.lines
                for condition in ItemCondition
                if (number := data[f"{condition.value}-{line.pk}"])
            ],
        )

    def _sum(self, line: LoanLine) -> int:
        names = (f"{condition.value}-{line.pk}" for condition in ItemCondition)
        return sum(self.cleaned_data.get(name) or 0 for name in names)


class ChaseForm(Form):
    """How the return of overdue things was asked for."""

    channel = forms.ChoiceField(
        label=_("How?"), choices=ChaseChannel.choices, widget=forms.RadioSelect
    )
    chased_on = ThaiDateField(label=_("On which day?"))
    letter_number = forms.CharField(
        label=_("Number of the letter"), max_length=60, required=False
    )
    answer = forms.CharField(label=_("Answer"), max_length=500, required=False)

    def __init__(self, *args: Any, loan: Loan, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"chased_on": today}, **kwargs)
        self.loan, self.today = loan, today

    def clean(self) -> dict[str, Any]:
        """Refuse days before it was overdue or to come; a letter has a number."""
        cleaned = super().clean() or {}
        day = cleaned.get("chased_on")
        if day and not self.loan.due_on < day <= self.today:
            self.add_error(
                "chased_on", _("The day must lie between due date and today.")
            )
        is_letter = cleaned.get("channel") == ChaseChannel.LETTER
        if is_letter and not cleaned.get("letter_number"):
            self.add_error("letter_number", _("A letter is named by its number."))
        return cleaned

    def knock(self) -> Knock:
        """Return the chase as the action takes it."""
        data = self.cleaned_data
        return Knock(
            channel=ChaseChannel(data["channel"]),
            on=data["chased_on"],
            letter_number=data["letter_number"],
            answer=data["answer"],
        )


class FindingsForm(Form):
    """What is damaged or lost: the borrower reads it and may answer."""

    findings = forms.CharField(
        label=_("What is damaged or lost?"), max_length=1000, widget=forms.Textarea
    )


class HearingForm(Form):
    """What the borrower said to it."""

    statement = forms.CharField(
        label=_("What the borrower says"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )
    silent = forms.BooleanField(
        label=_("No answer came in time"),
        required=False,
    )

    def __init__(
        self, *args: Any, settlement: Settlement, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.settlement, self.today = settlement, today

    def clean(self) -> dict[str, Any]:
        """One of the two; silence only once the time to answer is over."""
        cleaned = super().clean() or {}
        silent = cleaned.get("silent")
        if bool(cleaned.get("statement")) == bool(silent):
            self.add_error(
                "statement", _("Write what was said, or tick that no answer came.")
            )
        elif silent and self.today <= self.settlement.answer_by:
            self.add_error("silent", _("There is still time to answer."))
        return cleaned

    def said(self) -> Statement:
        """Return the statement as the action takes it."""
        data = self.cleaned_data
        return Statement(text=data["statement"], silent=data["silent"])


class ProofForm(Form):
    """By what one can see that it was made good."""

    proof = forms.CharField(
        label=_("Proof: receipt number, repair or delivery note"), max_length=300
    )


class CancelForm(Form):
    """Why a loan is called off."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class ExtendForm(Form):
    """Until when, and why, things are kept longer."""

    until = ThaiDateField(label=_("New due date"))
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, loan: Loan, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loan, self.today = loan, today

    def clean_until(self) -> date:
        """Refuse a day that is not later."""
        until: date = self.cleaned_data["until"]
        if until <= max(self.loan.due_on, self.today):
            raise forms.ValidationError(
                _("The new due date must be later than the old one and than today.")
            )
        return until


def _note() -> forms.CharField:
    return forms.CharField(label=_("Note"), max_length=300, required=False)
