"""Forms that ask for a loan: by staff, at the counter, on the website."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.identifiers import BadIdentifier, IdentifierKind, read
from prongsai.ita.words.catalogue import say
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.loans_requesting import Borrower, Wanted
from prongsai.registers.lending.models import Asset
from prongsai.registers.lending.models.loan_choices import (
    Benefit,
    BorrowerKind,
    IdKind,
)
from prongsai.registers.lending.permissions.matrix import Case, ruling
from prongsai.registers.lending.queries.availability import Days, free
from prongsai.registers.lending.states.assets import AssetKind
from prongsai.ui.fields import PhoneField, ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

PAPERS = FileRules(types=("image", "pdf"), max_count=5)
_ITEM = re.compile(r"n(\d{1,12})", re.ASCII)
_OUTSIDE = [choice for choice in BorrowerKind.choices if choice[0] != "internal"]

# The field of the form that each refusal of the matrix stands beside.
_PLACE = {
    "lending.private-use": "benefit",
    "lending.no-basis": "basis",
    "lending.consumable-not-urgent": "urgency",
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The things a request is about, with the day it is made on."""

    assets: list[Asset]
    today: date


def picked(query: QueryDict) -> dict[int, int]:
    """Return what was picked on the page before: asset and number, from the address."""
    found: dict[int, int] = {}
    for name in query:
        value = to_arabic(str(query.get(name, "")).strip())
        key = _ITEM.fullmatch(name)
        if key and re.fullmatch(r"\d{1,6}", value, re.ASCII) and int(value) > 0:
            found[int(key[1])] = int(value)
    return found


class DaysForm(Form):
    """The days something is needed on; what is free is counted for them."""

    starts_on = ThaiDateField(label=_("From"))
    due_on = ThaiDateField(label=_("Until"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Refuse days in the past, the wrong way round, too far or too many."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("due_on")
        if first and first < self.today:
            self.add_error("starts_on", _("This day is over."))
        if first and last and last < first:
            self.add_error("due_on", _("The last day is before the first one."))
        longest = rules.value("longest_days", on=self.today)
        if first and last and (last - first).days > longest:
            self.add_error(
                "due_on", _("At most %(days)s days are possible.") % {"days": longest}
            )
        ahead = rules.value("days_ahead", on=self.today)
        if first and first > self.today + timedelta(days=ahead):
            self.add_error(
                "starts_on", _("At most %(days)s days ahead.") % {"days": ahead}
            )
        return cleaned

    def days(self) -> Days | None:
        """Return the days when they are sound."""
        if not self.is_valid():
            return None
        first, last = self.cleaned_data["starts_on"], self.cleaned_data["due_on"]
        return Days(first=first, last=last, today=self.today)


class RequestForm(DaysForm):
    """What everybody who asks for a loan says; subclasses say who it is."""

    purpose = forms.CharField(label=_("What is it for?"), max_length=500)
    benefit = forms.ChoiceField(
        label=_("Whom does it serve?"),
        choices=Benefit.choices,
        widget=forms.RadioSelect,
    )
    place = forms.CharField(label=_("Where is it used?"), max_length=300)
    on_premises = forms.BooleanField(
        label=_("It stays on the premises of the office"), required=False
    )

    def __init__(self, *args: Any, choice: Choice, **kwargs: Any) -> None:
        super().__init__(*args, today=choice.today, **kwargs)
        self.assets = choice.assets
        quantities = {}
        for asset in choice.assets:
            label = f"{asset.name} ({asset.code})"
            quantities[_name(asset)] = ThaiIntegerField(
                label=label,
                min_value=0,
                max_value=1_000_000,
                help_text=_("How many? Unit: %(unit)s") % {"unit": asset.unit},
            )
        self.fields = quantities | self.fields
        self._harden()

    def clean(self) -> dict[str, Any]:
        """Refuse what the regulation forbids and what is promised to others."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if not self.items():
            self.add_error(None, _said("lending.nothing-asked"))
        self._clean_rule()
        self._clean_free()
        return cleaned

    def items(self) -> tuple[tuple[Asset, int], ...]:
        """Return the things with a number above zero."""
        pairs = ((asset, self.cleaned_data[_name(asset)]) for asset in self.assets)
        return tuple((asset, number) for asset, number in pairs if number)

    def borrower_kind(self) -> BorrowerKind:
        """Return who borrows."""
        raise NotImplementedError

    def wanted(self) -> Wanted:
        """Return the request as the action takes it."""
        data = self.cleaned_data
        return Wanted(
            items=self.items(),
            purpose=data["purpose"],
            benefit=Benefit(data["benefit"]),
            place=data["place"],
            on_premises=data["on_premises"],
            starts_on=data["starts_on"],
            due_on=data["due_on"],
            basis=data.get("basis", ""),
            urgency=data.get("urgency", ""),
            papers=tuple(data.get("papers", ())),
        )

    def _clean_rule(self) -> None:
        data = self.cleaned_data
        found = ruling(
            Case(
                borrower=self.borrower_kind(),
                benefit=Benefit(data["benefit"]),
                on_premises=data["on_premises"],
                consumable=any(
                    a.kind == AssetKind.CONSUMABLE for a, _n in self.items()
                ),
                basis=bool(data.get("basis")),
                urgent=bool(data.get("urgency")),
            )
        )
        if found.forbidden:
            place = _PLACE.get(found.forbidden)
            known = place if place in self.fields else None
            self.add_error(known, _said(found.forbidden))

    def _clean_free(self) -> None:
        data = self.cleaned_data
        days = Days(first=data["starts_on"], last=data["due_on"], today=self.today)
        left = free([asset for asset, _n in self.items()], days)
        for asset, number in self.items():
            if number > left[asset.pk]:
                facts = {"asset": asset.name, "free": left[asset.pk], "wanted": number}
                self.add_error(_name(asset), _said("lending.not-available", **facts))


class StaffRequestForm(RequestForm):
    """Somebody of this office asks, for the work of a division."""

    division: forms.ModelChoiceField[Division] = forms.ModelChoiceField(
        label=_("For the work of"), queryset=None, empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["division"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = organisations.divisions()

    def borrower_kind(self) -> BorrowerKind:
        """Return that it stays inside."""
        return BorrowerKind.INTERNAL


class OutsideRequestForm(RequestForm):
    """A resident, a community or another agency asks."""

    kind = forms.ChoiceField(
        label=_("Who borrows?"), choices=_OUTSIDE, widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("First and last name"), max_length=200)
    position = forms.CharField(
        label=_("Position, agency or community"), max_length=200, required=False
    )
    address = forms.CharField(label=_("Address"), max_length=400)
    phone = PhoneField(label=_("Telephone"))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("If you give one, we remind you before the due date."),
    )
    id_kind = forms.ChoiceField(
        label=_("Kind of identity number"),
        choices=IdKind.choices,
        initial=IdKind.NONE,
        required=False,
        help_text=_("You do not have to give one."),
    )
    id_number = forms.CharField(
        label=_("Identity number"), max_length=40, required=False
    )
    basis = forms.CharField(
        label=_("Local rule or announcement"),
        max_length=300,
        required=False,
        help_text=_(
            "Number and date of the rule by which residents may borrow. "
            "Needed for residents and communities."
        ),
    )
    urgency = forms.CharField(
        label=_("Why is it urgent, and why can it not be got in time?"),
        max_length=500,
        required=False,
        help_text=_("Only for agencies that borrow consumables."),
    )
    papers = FilesField(
        rules=PAPERS,
        label=_("Papers"),
        required=False,
        help_text=_("A letter of the agency or community, or the announcement."),
    )

    autocomplete = {
        "name": "name",
        "address": "street-address",
        "position": "organization",
    }

    def borrower_kind(self) -> BorrowerKind:
        """Return who was ticked."""
        return BorrowerKind(self.cleaned_data["kind"])

    def borrower(self) -> Borrower:
        """Return the borrower as the action takes it."""
        data = self.cleaned_data
        return Borrower(
            kind=self.borrower_kind(),
            name=data["name"],
            position=data["position"],
            address=data["address"],
            phone=data["phone"],
            email=data["email"],
            id_kind=IdKind(data["id_kind"] or IdKind.NONE),
            id_number=data["id_number"],
        )

    def clean(self) -> dict[str, Any]:
        """Check the identity number by its kind; nobody has to give one."""
        cleaned = super().clean()
        kind = cleaned.get("id_kind") or IdKind.NONE
        number = cleaned.get("id_number", "")
        if number and kind == IdKind.NONE:
            self.add_error("id_kind", _("Please say what number this is."))
        elif kind != IdKind.NONE:
            try:
                cleaned["id_number"] = read(IdentifierKind(kind), number)
            except BadIdentifier:
                self.add_error("id_number", _said("lending.wrong-identity"))
        return cleaned


class PublicRequestForm(OutsideRequestForm):
    """The same without an account: with the privacy notice, and a trap for robots."""

    agreed = forms.BooleanField(
        label=_("I have read how my personal data is used for this request.")
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_website(self) -> str:
        """Refuse whoever fills in what people do not see."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Please leave this field empty."))
        return ""


def initial_of(query: QueryDict, numbers: Mapping[int, int]) -> dict[str, Any]:
    """Return what the form starts with: the days and numbers of the page before."""
    days = {name: query.get(name, "") for name in ("starts_on", "due_on")}
    return days | {f"n{key}": number for key, number in numbers.items()}


def _name(asset: Asset) -> str:
    return f"n{asset.pk}"


def _said(code: str, **facts: object) -> str:
    return say(code, "en" if get_language() == "en" else "th", **facts)
