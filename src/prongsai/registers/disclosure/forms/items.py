"""Forms about one item: who keeps it, what the public reads, what changed, exemptions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.states import Approval
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form


class AssignForm(Form):
    """Who keeps an item, until when, and how it becomes public."""

    division = forms.ModelChoiceField(
        queryset=Division.objects.none(),
        required=False,
        label=_("Responsible division"),
    )
    accountable = forms.ModelChoiceField(
        queryset=User.objects.none(), required=False, label=_("Accountable person")
    )
    due_on = ThaiDateField(required=False, label=_("Due"))
    approval = forms.ChoiceField(
        choices=Approval.choices,
        label=pgettext_lazy("item", "Approval"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, instance: Item, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        initial = {
            name: getattr(instance, name)
            for name in ("division", "accountable", "due_on", "approval")
        }
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        rows = {
            "division": organisations.divisions().filter(is_active=True),
            "accountable": accounts.people().filter(is_active=True),
        }
        for name, found in rows.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = found


class ExplainForm(Form):
    """What the public reads while an item is not (wholly) there."""

    reason_th = forms.CharField(
        label=_("Public reason, in Thai"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read this. Leave both empty to take it back."),
    )
    reason_en = forms.CharField(
        label=_("Public reason, in English"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for both languages or for none."""
        said = super().clean() or {}
        if bool(said.get("reason_th")) != bool(said.get("reason_en")):
            empty = "reason_en" if said.get("reason_th") else "reason_th"
            self.add_error(empty, _("Please write it in both languages."))
        return said


class FirstForm(Form):
    """The first version has nothing to say of an earlier one: only a yes."""


class ChangedForm(Form):
    """What a new version changes."""

    note_th = forms.CharField(
        label=_("What changed, in Thai"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_en = forms.CharField(
        label=_("What changed, in English"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawForm(Form):
    """Why an item is taken back from the public."""

    reason_th = forms.CharField(
        label=_("Reason, in Thai"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The page stays and shows this reason instead of the item."),
    )
    reason_en = forms.CharField(
        label=_("Reason, in English"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ExemptForm(Form):
    """An element this office need not show, why, and by which rule."""

    key = forms.ChoiceField(label=_("Element"))
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(
        label=_("Rule or letter it stands on"),
        max_length=300,
        help_text=_(
            "For example the page of the manual, or the letter with its number."
        ),
    )

    def __init__(self, *args: Any, instance: Item, **kwargs: Any) -> None:  # noqa: ANN401  # Django's
        super().__init__(*args, instance=instance, **kwargs)
        given = set(instance.exemptions.values_list("key", flat=True))
        field = self.fields["key"]
        if isinstance(field, forms.ChoiceField):
            words = queries.element_words(instance)
            field.choices = [(k, th) for k, th in words.items() if k not in given]
