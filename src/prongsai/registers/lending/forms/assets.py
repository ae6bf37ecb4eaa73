"""Forms of the asset register: entry, correction, and one small form for every deed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.lending.actions.assets import EDITABLE, Movement, Repair
from prongsai.registers.lending.actions.disposals import Approval
from prongsai.registers.lending.actions.missing import Loss
from prongsai.registers.lending.models.assets import Asset, AssetGroup
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import AssetKind, Condition, DisposalHow
from prongsai.ui.fields import MoneyField, ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form, ModelForm

PHOTOS = FileRules(types=("image",), max_count=8)
SEEN_CONDITIONS = [c for c in Condition.choices if c[0] != Condition.LOST]
"""What a thing that is there can be; lost is established by fact-finding only."""


_HELP = {
    "code": _("As painted on it, for example 416-69-0001."),
    "quantity": _(
        "1 for a single thing; more for a lot of like things under one code."
    ),
    "useful_life": _("Leave empty to use the years of the group."),
    "unit_price": _("Baht for one."),
    "public_borrowable": _("It then stands on the public page of things to borrow."),
}


class _EntryForm(ModelForm):
    """What a new entry and a correction have in common."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        _offer(self, "group", queries.groups())
        _offer(self, "division", divisions().filter(is_active=True))
        _offer(self, "keeper", people().filter(is_active=True))

    def clean_code(self) -> str:
        """Refuse a code that another asset of the office has."""
        code = str(self.cleaned_data["code"])
        if code != self.instance.code and queries.taken_codes([code]):
            raise ValidationError(
                _("%(code)s is in the register already. Each code may be there once."),
                params={"code": code},
            )
        return code

    def clean(self) -> dict[str, Any]:
        """Refuse a durable thing of which there is none."""
        found = super().clean() or self.cleaned_data
        if found.get("kind") == AssetKind.DURABLE and found.get("quantity") == 0:
            words = _("Durable things are at least one. Only consumables may be 0.")
            self.add_error("quantity", ValidationError(words))
        return found


class AssetForm(_EntryForm):
    """A new entry of the register."""

    condition = forms.ChoiceField(
        choices=SEEN_CONDITIONS, label=_("Condition"), initial=Condition.USABLE
    )
    photos = FilesField(rules=PHOTOS, required=False, label=_("Photos"))

    class Meta:
        model = Asset
        fields = (
            "code", "name_th", "name_en", "group", "kind", "quantity", "unit",
            "brand", "model_name", "serial", "division", "place", "keeper",
            "condition", "acquired_how", "acquired_on", "unit_price",
            "document_number", "fund", "useful_life", "internal_borrowable",
            "public_borrowable", "notes",
        )  # fmt: skip
        help_texts = _HELP


class AssetEditForm(_EntryForm):
    """A correction of an entry; place, keeper and condition have deeds of their own."""

    class Meta:
        model = Asset
        fields = EDITABLE
        help_texts = _HELP


class PhotosForm(Form):
    """More photos of an asset."""

    photos = FilesField(rules=PHOTOS, label=_("Photos"))


class MoveForm(Form):
    """Where an asset goes, and who answers for it there."""

    division = forms.ModelChoiceField(
        queryset=Division.objects.none(), label=_("To division")
    )
    place = forms.CharField(max_length=200, required=False, label=_("Place"))
    keeper = forms.ModelChoiceField(
        queryset=User.objects.none(), required=False, label=_("Responsible person")
    )
    note = forms.CharField(max_length=500, required=False, label=_("Note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        _offer(self, "division", divisions().filter(is_active=True))
        _offer(self, "keeper", people().filter(is_active=True))
        if isinstance(self.instance, Asset):
            self.initial.setdefault("division", self.instance.division_id)
            self.initial.setdefault("place", self.instance.place)
            self.initial.setdefault("keeper", self.instance.keeper_id)

    @property
    def movement(self) -> Movement:
        """What the form says, for the action."""
        return Movement(**self.cleaned_data)


class ToRepairForm(Form):
    """When an asset went to the workshop, and with what."""

    on = ThaiDateField(label=_("Date"))
    reference = forms.CharField(
        max_length=100, required=False, label=_("Number of the order or job")
    )
    note = forms.CharField(max_length=500, label=_("What is wrong with it"))

    @property
    def repair(self) -> Repair:
        """What the form says, for the action."""
        return Repair(**self.cleaned_data)


class BackFromRepairForm(Form):
    """When an asset came back, what it cost, and how it is."""

    on = ThaiDateField(label=_("Date"))
    condition = forms.ChoiceField(choices=SEEN_CONDITIONS, label=_("Condition"))
    cost = MoneyField(required=False, label=_("Cost in baht"))
    reference = forms.CharField(
        max_length=100, required=False, label=_("Document number")
    )
    note = forms.CharField(max_length=500, required=False, label=_("What was done"))

    @property
    def repair(self) -> Repair:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        return Repair(condition=Condition(said.pop("condition")), **said)


class ConditionForm(Form):
    """How an asset is now."""

    condition = forms.ChoiceField(choices=SEEN_CONDITIONS, label=_("Condition"))
    note = forms.CharField(max_length=500, label=_("What was seen"))


class LossForm(Form):
    """How many are missing, found again or established as lost."""

    quantity = ThaiIntegerField(min_value=1, initial=1, label=_("Quantity"))
    reference = forms.CharField(
        max_length=100, required=False, label=_("Document number")
    )
    note = forms.CharField(max_length=500, label=_("What is known about it"))

    @property
    def loss(self) -> Loss:
        """What the form says, for the action."""
        return Loss(**self.cleaned_data)


class DisposalForm(Form):
    """The approved memo by which something leaves the register."""

    how = forms.ChoiceField(
        choices=DisposalHow.choices,
        label=_("Way of disposal"),
        help_text=_("Only what is missing can be written off as lost."),
    )
    quantity = ThaiIntegerField(min_value=1, label=_("Quantity"))
    memo_number = forms.CharField(
        max_length=100, label=_("Number of the approved memo")
    )
    memo_date = ThaiDateField(label=_("Date of the approved memo"))
    on = ThaiDateField(label=_("Struck off on"))
    note = forms.CharField(max_length=500, required=False, label=_("Note"))

    @property
    def approval(self) -> Approval:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        return Approval(how=DisposalHow(said.pop("how")), **said)


class LetterForm(Form):
    """The letter by which the Audit Office was told."""

    letter = forms.CharField(max_length=100, label=_("Number of the letter"))
    on = ThaiDateField(label=_("Date of the letter"))


class GroupForm(ModelForm):
    """A group of assets."""

    class Meta:
        model = AssetGroup
        fields = ("code", "name_th", "name_en", "parent", "useful_life")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        _offer(self, "parent", queries.groups().exclude(pk=self.instance.pk))

    def clean_code(self) -> str:
        """Refuse a code that another group of the office has."""
        code = str(self.cleaned_data["code"])
        others = queries.groups().exclude(pk=self.instance.pk)
        if others.filter(code=code).exists():
            raise ValidationError(_("Another group has this code."))
        return code


def _offer(form: forms.BaseForm, name: str, rows: Any) -> None:  # noqa: ANN401
    """Let a field choose among these rows of the office."""
    field = form.fields.get(name)
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
