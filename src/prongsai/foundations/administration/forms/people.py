"""Forms about people: particulars, posts, orders, the first password."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import ActingKind, Role, User
from prongsai.foundations.administration.actions.people import PARTICULARS
from prongsai.foundations.administration.actions.posts import Duty, Order
from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.ui.fields import PhoneField, ThaiDateField
from prongsai.ui.forms import Form, ModelForm

USER_NAME = RegexValidator(
    r"^[A-Za-z0-9._-]+$",
    _("Use English letters, digits, dots, hyphens and underscores only."),
)


class PersonForm(ModelForm):
    """A person's particulars."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[USER_NAME],
        help_text=_("To sign in with; the e-mail address works too."),
    )
    phone = PhoneField(label=_("Telephone"), required=False, max_length=40)
    autocomplete = {"username": "off", "email": "off", "phone": "off"}

    class Meta:
        model = User
        fields = PARTICULARS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.organisation_id = tenancy.required()

    def _get_validation_exclusions(self) -> set[str]:
        # User names and addresses are unique inside the office, so it has to be looked at.
        found: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's
        return found - {"organisation"}


class DivisionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only for mypy
    """A choice among the divisions in use, drawn as a tree."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Division"))
        super().__init__(queryset=Division.objects.none(), **kwargs)

    def know_office(self) -> None:
        """Offer the divisions of the office this runs for."""
        self.queryset = queries.divisions().filter(is_active=True)

    def label_from_instance(self, obj: Any) -> str:
        """Name a section with what it is part of."""
        return f"{obj.parent} / {obj}" if obj.parent_id else str(obj)


class PostForm(Form):
    """A post to give."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    division = DivisionField(
        required=False,
        empty_label=_("The whole office"),
        help_text=_("A post at a division counts for its sections too."),
    )
    title_th = forms.CharField(
        label=_("Title of the post, in Thai"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "titles-th"}),
    )
    title_en = forms.CharField(
        label=_("Title of the post, in English"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "titles-en"}),
    )
    starts_on = ThaiDateField(label=_("First day"))
    ends_on = ThaiDateField(
        label=_("Last day"), required=False, help_text=_("Empty while it lasts.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        division = self.fields["division"]
        if isinstance(division, DivisionField):
            division.know_office()

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning, and a head of no division."""
        found = super().clean() or {}
        first, last = found.get("starts_on"), found.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The end lies before the beginning."))
        of_nothing = "division" not in self.errors and not found.get("division")
        if found.get("role") == Role.HEAD and of_nothing:
            self.add_error("division", _("Please say of which division."))
        return found

    @property
    def duty(self) -> Duty:
        """What was entered, as a post."""
        found = self.cleaned_data
        return Duty(
            role=Role(found["role"]),
            division=found["division"],
            title_th=found["title_th"],
            title_en=found["title_en"],
            starts_on=found["starts_on"],
            ends_on=found["ends_on"],
        )


CAPTIONS = {
    ActingKind.ACTING: _(
        "Acting for (รักษาราชการแทน): the post is vacant or its holder is away"
    ),
    ActingKind.ON_BEHALF: _(
        "On behalf of (ปฏิบัติราชการแทน): the holder delegated it in writing"
    ),
    ActingKind.IN_POSITION: _(
        "Holding the post (รักษาการในตำแหน่ง): it is vacant for the time being"
    ),
}
"""Each kind with the words printed over the title of the post."""


class OrderForm(PostForm):
    """An order by which a person acts for another post."""

    kind = forms.ChoiceField(
        label=_("Kind of order"),
        choices=list(CAPTIONS.items()),
        widget=forms.RadioSelect,
    )
    order_number = forms.CharField(
        label=_("Order number"), max_length=60, help_text=_("As printed, e.g. 12/2569.")
    )
    order_date = ThaiDateField(label=_("Date of the order"))
    ends_on = ThaiDateField(
        label=_("Last day"), help_text=_("This day is the last one.")
    )
    field_order = ["kind", "order_number", "order_date", "role", "division"]

    @property
    def order(self) -> Order:
        """What was entered, as an order."""
        found = self.cleaned_data
        return Order(
            kind=ActingKind(found["kind"]),
            number=found["order_number"],
            date=found["order_date"],
        )


class EndForm(Form):
    """The last day of a post or an order."""

    ends_on = ThaiDateField(label=_("Last day"))


class PhoneForm(Form):
    """One's own telephone number."""

    phone = PhoneField(label=_("Telephone"), required=False, max_length=40)


class PasswordForm(Form):
    """The first password, typed twice."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=password_validators_help_text_html(),
    )
    again = forms.CharField(
        label=_("The same once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Ask the rules for passwords, with the person in mind."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.instance)
        return password

    def clean(self) -> dict[str, Any]:
        """Refuse two different passwords."""
        found = super().clean() or {}
        if "again" in found and found.get("password", found["again"]) != found["again"]:
            raise ValidationError({"again": _("This is not the same password.")})
        return found
