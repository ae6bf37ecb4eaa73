"""Forms of whoever decides: on a loan, an extension, a settlement."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from prongsai.registers.lending.actions.loans_deciding import Reasons, Word
from prongsai.registers.lending.actions.loans_settling import Terms
from prongsai.registers.lending.models import Loan, LoanLine
from prongsai.registers.lending.models.loan_choices import Remedy
from prongsai.ui.fields import MoneyField, ThaiIntegerField
from prongsai.ui.forms import Form

APPROVE, REFUSE = "approve", "refuse"
_REASON = _("Needed to refuse, also a part of it.")
_MISSING = _("Please give this reason: a refusal must state it.")


class WordForm(Form):
    """What a person who decides declares: no interest in it, and the reasons."""

    facts = forms.CharField(
        label=_("Facts"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_REASON,
    )
    law = forms.CharField(
        label=_("Law and regulations"), max_length=1000, required=False
    )
    considerations = forms.CharField(
        label=_("Considerations"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    no_conflict = forms.BooleanField(
        label=_("I have no interest in this matter (section 13)"),
    )
    deed = forms.ChoiceField(
        choices=[(APPROVE, APPROVE), (REFUSE, REFUSE)], widget=forms.HiddenInput
    )

    @property
    def refuses(self) -> bool:
        """Whether the button to refuse was pressed."""
        return bool(self.cleaned_data["deed"] == REFUSE)

    def clean(self) -> dict[str, Any]:
        """Ask for the reasons where there must be some (ม.37)."""
        cleaned = super().clean() or {}
        if self.needs_reasons(cleaned):
            for name in ("facts", "law", "considerations"):
                if not cleaned.get(name):
                    self.add_error(name, _MISSING)
        return cleaned

    def needs_reasons(self, cleaned: dict[str, Any]) -> bool:
        """Whether the decision takes something away from the borrower."""
        return cleaned.get("deed") == REFUSE

    def word(self) -> Word:
        """Return the word as the action takes it."""
        data = self.cleaned_data
        return Word(
            no_conflict=data["no_conflict"],
            benefit_reason=data.get("benefit_reason", ""),
            reasons=Reasons(
                facts=data["facts"],
                law=data["law"],
                considerations=data["considerations"],
            ),
        )


class DecideForm(WordForm):
    """A yes to all or a part of a request, or a no."""

    benefit_reason = forms.CharField(
        label=_("How does it serve official work or the public?"),
        max_length=500,
        required=False,
    )
    field_order = ("benefit_reason", "facts", "law", "considerations", "no_conflict")

    def __init__(self, *args: Any, loan: Loan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(loan.lines.all())
        for line in self.lines:
            self.fields[f"approved-{line.pk}"] = ThaiIntegerField(
                label=_("Approved"),
                initial=line.asked,
                min_value=0,
                max_value=line.asked,
            )
        self._harden()

    def rows(self) -> list[tuple[LoanLine, list[BoundField]]]:
        """Return each line with its field."""
        return [(line, [self[f"approved-{line.pk}"]]) for line in self.lines]

    def quantities(self) -> dict[int, int]:
        """Return what is allowed of each line."""
        return {
            line.pk: self.cleaned_data[f"approved-{line.pk}"] for line in self.lines
        }

    def needs_reasons(self, cleaned: dict[str, Any]) -> bool:
        """Whether it is a no, or a yes to a part only."""
        partly = any(
            cleaned.get(f"approved-{line.pk}", line.asked) < line.asked
            for line in self.lines
        )
        return super().needs_reasons(cleaned) or partly

    def clean(self) -> dict[str, Any]:
        """Ask why it serves the public where it is a yes (ข้อ 207)."""
        cleaned = super().clean()
        approves = cleaned.get("deed") == APPROVE
        if approves and not cleaned.get("benefit_reason"):
            self.add_error("benefit_reason", _("Please say how it serves them."))
        if approves and not any(
            cleaned.get(f"approved-{line.pk}", 1) for line in self.lines
        ):
            self.add_error(
                None, _("Nothing is approved. To say no, use the other button.")
            )
        return cleaned


class SettleForm(WordForm):
    """How damage or loss is made good; always with reasons."""

    remedy = forms.ChoiceField(
        label=_("How is it made good?"),
        choices=Remedy.choices,
        widget=forms.RadioSelect,
    )
    amount = MoneyField(label=_("Amount in baht, if paid"), required=False)
    field_order = ("remedy", "amount", "facts", "law", "considerations", "no_conflict")

    def needs_reasons(self, cleaned: dict[str, Any]) -> bool:  # noqa: ARG002  # always
        """Return that it always takes something away."""
        return True

    def clean(self) -> dict[str, Any]:
        """Ask for the amount of a payment."""
        cleaned = super().clean()
        if cleaned.get("remedy") == Remedy.PAY and not cleaned.get("amount"):
            self.add_error("amount", _("Please enter the amount."))
        return cleaned

    def terms(self) -> Terms:
        """Return the terms as the action takes them."""
        data = self.cleaned_data
        return Terms(remedy=Remedy(data["remedy"]), amount=data["amount"])
