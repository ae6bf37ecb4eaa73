"""Forms of the proposer: a memo, a reason."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import contents, queries
from prongsai.foundations.approvals.forms.shapes import area
from prongsai.foundations.approvals.models import Enclosure, Memo
from prongsai.foundations.approvals.statements import Heading, Letter, Parts
from prongsai.foundations.approvals.states import Secrecy, Urgency
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations import queries as organisations
from prongsai.ui.forms import Form, ModelForm

ENCLOSURES = FileRules(types=("image", "pdf", "docx", "xlsx"), max_count=10)


class MemoForm(ModelForm):
    """A memo as its proposer writes it."""

    enclosures = FilesField(
        rules=ENCLOSURES, required=False, label=pgettext_lazy("memo", "Enclosures")
    )
    removed = forms.ModelMultipleChoiceField(
        queryset=Enclosure.objects.none(),
        required=False,
        label=_("Take off these enclosures"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Memo
        fields = [
            "title", "to", "division", "chain", "dated", "urgency", "secrecy",
            "background", "facts", "law", "considerations", "closing",
        ]  # fmt: skip
        widgets = {
            "background": area(),
            "facts": area(5),
            "law": area(),
            "considerations": area(5),
            "closing": area(2),
        }
        labels = {
            "title": pgettext_lazy("memo", "Subject"),
            "dated": _("Date on the memorandum"),
        }
        help_texts = {
            "to": _("Left empty: whoever decides at the end of the chain."),
            "dated": _("Left empty: the day it is submitted."),
            "secrecy": _("Secret memoranda are seen by the people of the chain only."),
            "background": _("What happened before."),
            "facts": _("What is the case now."),
            "law": _("Which law, regulation or order applies."),
            "considerations": _("What follows from it, and what is proposed."),
            "closing": _("For example: for your consideration and approval."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].required = False
        self.fields["division"].queryset = organisations.divisions().filter(  # type: ignore[attr-defined]  # a choice of rows
            is_active=True
        )
        self.fields["chain"].queryset = queries.chains().filter(is_active=True)  # type: ignore[attr-defined]  # the same
        self.fields["chain"].required = self.fields["division"].required = False
        if self.instance.pk is None:
            del self.fields["removed"]
        else:
            here = contents.enclosures_of(self.instance)
            self.fields["removed"].queryset = here  # type: ignore[attr-defined]  # the same
            if not here:
                del self.fields["removed"]

    @property
    def heading(self) -> Heading:
        """Return the head as it was filled in."""
        data = self.cleaned_data
        return Heading(
            to=data["to"],
            dated=data["dated"],
            urgency=Urgency(data["urgency"]),
            secrecy=Secrecy(data["secrecy"]),
            division=data["division"],
            chain=data["chain"],
        )

    @property
    def parts(self) -> Parts:
        """Return the body as it was filled in."""
        return Parts(**{name: self.cleaned_data[name] for name in contents.PARTS})

    @property
    def letter(self) -> Letter:
        """Return the whole memo as it was filled in."""
        return Letter(
            title=self.cleaned_data["title"],
            parts=self.parts,
            heading=self.heading,
            added=self.cleaned_data["enclosures"],
            removed=list(self.cleaned_data.get("removed", [])),
        )

    def _post_clean(self) -> None:
        """Leave the row alone: the action writes it."""


class ReasonForm(Form):
    """A deed that needs a reason."""

    reason = forms.CharField(
        label=pgettext_lazy("memo", "Reason"), widget=area(3), max_length=300
    )


def first_values(user: User, *, on: date) -> dict[str, object]:
    """Return what a new memo begins with."""
    held = [c.division for c in accounts.capacities(user, on=on) if c.division]
    chain = queries.chains().filter(is_active=True).first()
    return {"division": held[0] if held else None, "chain": chain}
