"""Forms of the annual check: the order, a line of the count, a surplus, the decision."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.registers.lending.actions.checks import Order
from prongsai.registers.lending.actions.counting import Sighting
from prongsai.registers.lending.forms.assets import PHOTOS, SEEN_CONDITIONS
from prongsai.registers.lending.models.checks import CheckItem, Surplus
from prongsai.registers.lending.states.assets import Condition
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form, ModelForm


class OrderForm(Form):
    """The order of the head of the office that appoints the committee."""

    fiscal_year = ThaiIntegerField(
        min_value=2560,
        max_value=2619,
        label=_("Fiscal year that is checked"),
        help_text=_("The year that ends on 30 September, for example 2569."),
    )
    number = forms.CharField(max_length=100, label=_("Number of the order"))
    dated = ThaiDateField(label=_("Date of the order"))
    members = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Who is appointed"),
        help_text=_("Nobody who keeps the register as a supply officer."),
    )
    chair = forms.ModelChoiceField(
        queryset=User.objects.none(), required=False, label=_("Chair")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        for name in ("members", "chair"):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = people().filter(is_active=True)

    def clean(self) -> dict[str, Any]:
        """Refuse a chair who is not appointed."""
        found = super().clean() or self.cleaned_data
        chair, members = found.get("chair"), found.get("members")
        if chair is not None and members is not None and chair not in members:
            words = _("The chair must be one of those who are appointed.")
            self.add_error("chair", ValidationError(words))
        return found

    @property
    def order(self) -> Order:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        return Order(members=tuple(said.pop("members")), **said)


class CountForm(Form):
    """What was seen of one line; large fields, for a phone."""

    found = ThaiIntegerField(min_value=0, max_value=1_000_000, label=_("Found"))
    condition = forms.ChoiceField(choices=SEEN_CONDITIONS, label=_("Condition"))
    place = forms.CharField(max_length=200, required=False, label=_("Place"))
    note = forms.CharField(max_length=500, required=False, label=_("Note"))
    photos = FilesField(rules=PHOTOS, required=False, label=_("Photos"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        item = self.instance
        if isinstance(item, CheckItem):
            self.fields["found"].help_text = _("0 when it is not there.")
            seen = item.found is not None
            self.initial.update(
                found=item.found if seen else item.expected,
                condition=item.condition or item.expected_condition,
                place=item.place if seen else item.expected_place,
                note=item.note,
            )

    @property
    def sighting(self) -> Sighting:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        said["photos"] = tuple(said["photos"])
        return Sighting(condition=Condition(said.pop("condition")), **said)


class CodeForm(Form):
    """The code that stands on a thing, typed instead of scanned."""

    code = forms.CharField(max_length=60, label=_("Asset code"))


class SurplusForm(ModelForm):
    """Something that no line of the list describes."""

    condition = forms.ChoiceField(choices=SEEN_CONDITIONS, label=_("Condition"))

    class Meta:
        model = Surplus
        fields = ("description", "quantity", "place", "condition", "note")


class RemarkForm(Form):
    """Why a check goes back or is given up."""

    remark = forms.CharField(max_length=500, label=_("Reason"))
