"""Forms about the office: settings, name, divisions, hours, days."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from collections.abc import Iterator
from datetime import time
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.administration.actions.divisions import FIELDS
from prongsai.foundations.administration.actions.office import SETTINGS
from prongsai.foundations.administration.forms.people import DivisionField
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import (
    Closure,
    Division,
    FormerName,
    Organisation,
    WorkingHours,
)
from prongsai.foundations.organisations.queries import with_sections
from prongsai.ita.thai.digits import to_arabic
from prongsai.ui.fields import HourField, ThaiDateField
from prongsai.ui.forms import Form, ModelForm

SEAL_RULES = FileRules(types=("image",), max_bytes=2 * MEGABYTE, max_count=1)
DIGITS = RegexValidator(r"^[0-9]*$", _("Digits only, please."))


class DigitsField(forms.CharField):
    """A code of digits; Thai ones are read too."""

    def to_python(self, value: Any) -> str:
        """Turn Thai digits into the others and drop what people put between them."""
        return to_arabic(super().to_python(value) or "").replace(" ", "")


class ColourField(forms.CharField):
    """A colour of six digits, however its letters are written."""

    widget = forms.TextInput(attrs={"type": "color"})

    def to_python(self, value: Any) -> str:
        """Write it small."""
        return (super().to_python(value) or "").lower()


class OfficeForm(ModelForm):
    """The settings of the office; the three codes are never derived from one another."""

    dla_code = DigitsField(
        label=_("Code at the Department of Local Administration"),
        max_length=20,
        required=False,
        validators=[DIGITS],
    )
    cgd_code = DigitsField(
        label=_("Code at the Comptroller General's Department"),
        max_length=20,
        required=False,
        validators=[DIGITS],
        help_text=_("Seven digits in the examples known so far."),
    )
    egp_code = DigitsField(
        label=_("Code in e-GP"), max_length=20, required=False, validators=[DIGITS]
    )
    postcode = DigitsField(
        label=_("Postcode"),
        max_length=5,
        required=False,
        validators=[RegexValidator(r"^\d{5}$", _("A postcode has five digits."))],
    )
    colour = ColourField(
        label=_("Colour"),
        max_length=7,
        validators=[
            RegexValidator(r"^#[0-9a-f]{6}$", _("Write it like #0b5563, please."))
        ],
        help_text=_("Text and buttons are darkened until they can be read well."),
    )

    class Meta:
        model = Organisation
        fields = SETTINGS


class SealForm(Form):
    """The seal of the office as a picture."""

    seal = FilesField(
        label=_("Seal"),
        rules=SEAL_RULES,
        help_text=_("A square picture on white or without ground looks best."),
    )


class RenameForm(ModelForm):
    """A new name or type, and since when."""

    since = ThaiDateField(
        label=_("Since"), help_text=_("The first day of the new name.")
    )
    basis = forms.CharField(
        label=_("Announcement"),
        max_length=300,
        help_text=_("Which announcement or order changed it."),
    )

    class Meta:
        model = Organisation
        fields = ("type", "name_th", "name_en")

    def __init__(
        self, *args: Any, last: FormerName | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.last = last

    def clean_since(self) -> Any:
        """Refuse a day before the last change."""
        since = self.cleaned_data["since"]
        if since and self.last and since <= self.last.valid_to:
            raise forms.ValidationError(
                _("The office was renamed after that day already.")
            )
        return since


class DivisionForm(ModelForm):
    """A division or section."""

    parent = DivisionField(
        label=_("Part of"), required=False, empty_label=_("The office itself")
    )

    class Meta:
        model = Division
        fields = FIELDS
        help_texts = {
            "code": _("English letters and hyphens; stands in addresses of pages."),
            "letter_code": _("Printed in the number of its letters."),
            "order": _("Lower numbers stand first."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.organisation_id = tenancy.required()
        parent = self.fields["parent"]
        if isinstance(parent, DivisionField):
            parent.know_office()
            if self.instance.pk and parent.queryset is not None:
                parent.queryset = parent.queryset.exclude(
                    pk__in=with_sections(self.instance)
                )

    def _get_validation_exclusions(self) -> set[str]:
        # Short codes are unique inside the office, so it has to be looked at.
        found: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's
        return found - {"organisation"}


class ClosureForm(ModelForm):
    """A day that is not as the calendar of the state says."""

    is_open = forms.BooleanField(
        label=_("The office opens in spite of the holiday"), required=False
    )

    class Meta:
        model = Closure
        fields = ("day", "reason_th", "reason_en", "is_open")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.organisation_id = tenancy.required()

    def _get_validation_exclusions(self) -> set[str]:
        # A day is entered once for the office, so it has to be looked at.
        found: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's
        return found - {"organisation"}


class HoursForm(Form):
    """When the office is open, day by day; nothing entered means closed."""

    def __init__(self, *args: Any, rows: list[WorkingHours], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {row.weekday: row for row in rows}
        for number, day in WEEKDAYS.items():
            row = known.get(number)
            for name, label in (("opens", _("opens")), ("closes", _("closes"))):
                self.fields[f"{name}_{number}"] = HourField(
                    label=_label(day, label),
                    required=False,
                    initial=getattr(row, name).strftime("%H:%M") if row else "",
                )

    def clean(self) -> dict[str, Any]:
        """Refuse half a day's hours, and a day that closes before it opens."""
        found = super().clean() or {}
        for number in WEEKDAYS:
            opens, closes = found.get(f"opens_{number}"), found.get(f"closes_{number}")
            if bool(opens) != bool(closes):
                missing = "closes" if opens else "opens"
                self.add_error(f"{missing}_{number}", _("Please enter both hours."))
            elif opens and closes and closes <= opens:
                self.add_error(f"closes_{number}", _("It closes before it opens."))
        return found

    def hours(self) -> Iterator[tuple[int, time, time]]:
        """Every open day with its hours."""
        for number in WEEKDAYS:
            opens = self.cleaned_data[f"opens_{number}"]
            if opens:
                yield number, opens, self.cleaned_data[f"closes_{number}"]


def _label(day: object, word: object) -> str:
    return f"{day}: {word}"
