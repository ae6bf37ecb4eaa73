"""Forms of those who are asked: an answer, an interest, a delegation, a paper."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals.forms.shapes import area
from prongsai.foundations.approvals.models import Step
from prongsai.foundations.approvals.statements import Paper, Reasons, Ruling, Seen
from prongsai.foundations.approvals.states import Decision, Hearing, Interest, Task
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form

SCANS = FileRules(types=("image", "pdf"), max_count=1)

_OF_A_DECISION = (
    "decisions", "division", "reason_facts", "reason_law", "reason_considerations",
    "hearing", "hearing_note",
)  # fmt: skip


class InterestForm(Form):
    """A declaration of interest."""

    ground = forms.ChoiceField(
        label=pgettext_lazy("memo", "Why"),
        choices=Interest.choices,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("In your words"),
        widget=area(3),
        max_length=500,
        required=False,
        help_text=_("Needed for any other serious reason."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the list has none."""
        data = super().clean() or {}
        if data.get("ground") == Interest.OTHER and not data.get("note", "").strip():
            self.add_error("note", _("Please say what the reason is."))
        return data


class DelegateForm(Form):
    """To whom a step is left."""

    to = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Who acts instead"),
        help_text=_("People with the same post, or with an order to act in it."),
    )

    def __init__(self, *args: Any, capacities: list[Capacity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [capacity.user.pk for capacity in capacities]
        self.fields["to"].queryset = accounts.people().filter(pk__in=keys)  # type: ignore[attr-defined]  # a choice of rows


class _RulingFields(Form):
    """What a decision and its refusal consist of."""

    decisions = forms.MultipleChoiceField(
        label=pgettext_lazy("memo", "Decision"),
        choices=[c for c in Decision.choices if c[0] != Decision.REFUSED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Several can be ticked together."),
    )
    division = forms.ModelChoiceField(
        queryset=Division.objects.none(),
        label=_("Assigned to"),
        required=False,
        help_text=_("Only when you tick “Assigned”."),
    )
    reason_facts = forms.CharField(
        label=_("Facts on which the refusal rests"), widget=area(3), required=False
    )
    reason_law = forms.CharField(
        label=_("Law it follows"), widget=area(2), required=False
    )
    reason_considerations = forms.CharField(
        label=_("Considerations that led to it"), widget=area(3), required=False
    )
    hearing = forms.ChoiceField(
        label=_("Was the party heard?"),
        choices=Hearing.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    hearing_note = forms.CharField(
        label=_("Which exception"), max_length=300, required=False
    )

    def __init__(self, *args: Any, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        self.fields["division"].queryset = organisations.divisions().filter(  # type: ignore[attr-defined]  # a choice of rows
            is_active=True
        )
        if step.task == Task.ENDORSE:
            for name in _OF_A_DECISION:
                del self.fields[name]

    def check_decision(self, data: dict[str, Any]) -> None:
        """Ask for at least one decision, and for the division of an assignment."""
        if self.step.task == Task.ENDORSE:
            return
        if not data.get("decisions"):
            self.add_error("decisions", _("Tick at least one decision."))
        if Decision.ASSIGNED in data.get("decisions", []) and not data.get("division"):
            self.add_error("division", _("Choose the division."))

    def check_refusal(self, data: dict[str, Any]) -> None:
        """Ask for the reasons the law demands (ม.37), and for the hearing (ม.30)."""
        wanted = ["reason_facts", "reason_law", "reason_considerations", "hearing"]
        if data.get("hearing") == Hearing.EXEMPT:
            wanted.append("hearing_note")
        for name in wanted:
            if name in self.fields and not str(data.get(name, "")).strip():
                self.add_error(name, _("A refusal needs this (sections 30 and 37)."))

    @property
    def reasons(self) -> Reasons:
        """Return the reasons as they were filled in."""
        data = self.cleaned_data
        return Reasons(
            facts=data["reason_facts"],
            law=data["reason_law"],
            considerations=data["reason_considerations"],
            hearing=data["hearing"],
            hearing_note=data["hearing_note"],
        )


class AnswerForm(_RulingFields):
    """An answer at one's turn; which button was pressed says which answer."""

    opinion = forms.CharField(
        label=pgettext_lazy("memo", "Opinion"), widget=area(3), required=False
    )
    no_interest = forms.BooleanField(
        label=_("I have no interest in this matter (section 13)"), required=False
    )
    seen_step = forms.IntegerField(widget=forms.HiddenInput)
    seen_digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    field_order = ("opinion", "decisions", "division", "no_interest")

    @property
    def deed(self) -> str:
        """Return which button was pressed."""
        return str(self.data.get("deed", "")) if self.is_bound else ""

    @property
    def seen(self) -> Seen:
        """Return what the person had before them."""
        data = self.cleaned_data
        return Seen(step=data["seen_step"], digest=data["seen_digest"])

    def clean(self) -> dict[str, Any]:
        """Ask for what the pressed button needs."""
        data = super().clean() or {}
        if self.deed == "return":
            if not data.get("opinion", "").strip():
                self.add_error("opinion", _("Say why it goes back."))
            return data
        if not data.get("no_interest"):
            self.add_error("no_interest", _("Declare this, or declare an interest."))
        if self.deed == "refuse" and self.step.task == Task.DECIDE:
            self.check_refusal(data)
        else:
            self.check_decision(data)
        return data

    @property
    def ruling(self) -> Ruling:
        """Return the decision as it was filled in."""
        data, refused = self.cleaned_data, self.deed == "refuse"
        ticked = [Decision(value) for value in data["decisions"]]
        return Ruling(
            decisions=[Decision.REFUSED] if refused else ticked,
            opinion=data["opinion"],
            no_interest=data["no_interest"],
            division=data["division"],
            reasons=self.reasons if refused else None,
        )


class PaperForm(_RulingFields):
    """What stands on the signed paper, and its scan."""

    signer = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Signed by"))
    signed_on = ThaiDateField(label=_("Date on the paper"))
    opinion = forms.CharField(
        label=_("Opinion on the paper"), widget=area(3), required=False
    )
    refused = forms.BooleanField(
        label=_("The paper says: not approved"), required=False
    )
    no_interest = forms.BooleanField(
        label=_("The signer declares on the paper to have no interest (section 13)")
    )
    scan = FilesField(rules=SCANS, label=_("Scan of the signed paper"))
    field_order = (
        "signer", "signed_on", "opinion", "decisions", "division", "refused",
    )  # fmt: skip

    def __init__(self, *args: Any, capacities: list[Capacity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [capacity.user.pk for capacity in capacities]
        self.fields["signer"].queryset = accounts.people().filter(pk__in=keys)  # type: ignore[attr-defined]  # a choice of rows
        if self.step.task == Task.ENDORSE:
            del self.fields["refused"]

    def clean(self) -> dict[str, Any]:
        """Ask for the decision, or for the reasons of a refusal."""
        data = super().clean() or {}
        if data.get("refused"):
            self.check_refusal(data)
            if data.get("decisions"):
                self.add_error("decisions", _("Not approved stands alone."))
        else:
            self.check_decision(data)
        return data

    @property
    def paper(self) -> Paper:
        """Return the paper as it was filled in."""
        data = self.cleaned_data
        refused = bool(data.get("refused"))
        ticked = [Decision(value) for value in data.get("decisions", [])]
        return Paper(
            signer=data["signer"],
            signed_on=data["signed_on"],
            ruling=Ruling(
                decisions=[Decision.REFUSED] if refused else ticked,
                opinion=data["opinion"],
                no_interest=data["no_interest"],
                division=data.get("division"),
                reasons=self.reasons if refused else None,
            ),
        )
