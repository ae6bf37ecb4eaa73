"""Forms: how they are drawn, and what every form of the house does by itself.

A form carries a ``submission`` number, so that sending it twice does it once (see
``foundations.submissions``), and the ``version`` of the row it shows, so that nobody
overwrites what they have not seen (see ``foundations.records.versions``).
"""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.forms.models import ModelFormMetaclass
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from prongsai.ui.fields import (
    PhoneField,
    ThaiDateField,
    ThaiDecimalField,
    ThaiIntegerField,
)
from prongsai.ui.fields.texts import EMPTY, UNREADABLE, readable, visible

LONGEST_TEXT = 10_000
"""Characters a text may have where its form sets no limit of its own."""

_MESSAGES = {
    "required": EMPTY,
    "max_length": _(
        "Too long: %(show_value)d characters. At most %(limit_value)d are possible."
    ),
    "min_length": _(
        "Too short: %(show_value)d characters. At least %(limit_value)d are needed."
    ),
    "invalid_choice": _("Please choose one of the possibilities."),
    "null_characters_not_allowed": UNREADABLE,
}
_CHOOSE = _("Please choose.")
_EMAIL = _("This is not an e-mail address. Write it like name@example.go.th.")


class FormRenderer(TemplatesSetting):
    """Draws fields with the components of the design system."""

    form_template_name = "ui/forms/fields.html"
    field_template_name = "ui/forms/field.html"
    formset_template_name = "ui/forms/formset.html"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong with a form: where it is, and the field to go to."""

    label: str
    text: str
    target: str


def problems_of(form: forms.BaseForm) -> list[Problem]:
    """Return everything wrong with any form, whole-form problems first."""
    found = [Problem(label="", text=str(e), target="") for e in form.non_field_errors()]
    for bound in form:
        target = bound.id_for_label or f"{bound.auto_id}_0"
        label = str(bound.label)
        if bound.is_hidden:
            target = label = ""
        found += [
            Problem(label=label, text=str(e), target=target) for e in bound.errors
        ]
    return found


class _SentForm:
    """What a form of the house knows about its sending; mixed into both bases."""

    autocomplete: ClassVar[dict[str, str]] = {}
    data: Mapping[str, Any]
    fields: dict[str, forms.Field]
    is_bound: bool
    instance: Any
    _fresh: str

    @property
    def submission(self) -> str:
        """The number of this form: fresh when unsent, the same when shown again."""
        if self.is_bound and (sent := read_submission(self.data)):
            return str(sent)
        if not hasattr(self, "_fresh"):
            self._fresh = str(uuid.uuid4())
        return self._fresh

    @property
    def version(self) -> int | None:
        """The version this form was opened with; ``None`` for rows without versions."""
        if not _has_version(self.instance):
            return None
        return self.expected_version if self.is_bound else int(self.instance.version)

    @property
    def expected_version(self) -> int:
        """The version the sender saw; 0, which no row has, when the form did not say."""
        sent = str(self.data.get("version", "")) if self.is_bound else ""
        return int(sent) if re.fullmatch(r"\d{1,9}", sent, re.ASCII) else 0

    def _harden(self) -> None:
        for name, field in self.fields.items():
            _speak_clearly(field)
            if hint := self.autocomplete.get(name) or _usual_autocomplete(field):
                field.widget.attrs.setdefault("autocomplete", hint)
            if isinstance(field, forms.CharField):
                _refuse_rubbish(field)


class Form(_SentForm, forms.Form):
    """Base of forms that belong to an action; ``instance`` is the row it changes."""

    def __init__(self, *args: Any, instance: object = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self._harden()


class _ThaiFields(ModelFormMetaclass):
    """Gives the fields of a model that hold numbers and days our form fields."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(thai_field)
        return super().__new__(mcs, name, bases, attrs)


class ModelForm(_SentForm, forms.ModelForm, metaclass=_ThaiFields):  # type: ignore[type-arg]  # generic only for mypy
    """Base of forms that show the columns of a row; saving is left to an action."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._harden()


def thai_field(column: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """Return the form field of a column: Thai dates and Thai digits are accepted."""
    for kind, field in _INSTEAD.items():
        if isinstance(column, kind) and not isinstance(column, models.DateTimeField):
            if "widget" in kwargs and kwargs["widget"] is None:
                del kwargs["widget"]
            kwargs.setdefault("form_class", field)
            break
    return column.formfield(**kwargs)


_INSTEAD: dict[type, type[forms.Field]] = {
    models.DateField: ThaiDateField,
    models.DecimalField: ThaiDecimalField,
    models.IntegerField: ThaiIntegerField,
}


def read_submission(data: Mapping[str, Any]) -> uuid.UUID | None:
    """Return the number a form was sent with; ``None`` when it is none."""
    try:
        return uuid.UUID(str(data.get("submission", "")))
    except ValueError:
        return None


def _has_version(instance: object) -> bool:
    return (
        getattr(instance, "pk", None) is not None
        and type(getattr(instance, "version", None)) is int
    )


def _usual_autocomplete(field: forms.Field) -> str:
    if isinstance(field, forms.EmailField):
        return "email"
    return "tel" if isinstance(field, PhoneField) else ""


def _speak_clearly(field: forms.Field) -> None:
    """Put our sentences in place of Django's, never of the form's own."""
    spoken = dict(_MESSAGES)
    if isinstance(field, forms.ChoiceField | forms.BooleanField | forms.FileField):
        spoken["required"] = _CHOOSE
    if isinstance(field, forms.EmailField):
        spoken["invalid"] = _EMAIL
    standard = _standard_messages(type(field))
    for code, sentence in spoken.items():
        said = field.error_messages.get(code)
        if said is None or said == standard.get(code):
            field.error_messages[code] = sentence


def _standard_messages(kind: type[forms.Field]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for ancestor in reversed(kind.__mro__):
        if ancestor.__module__.startswith("django."):
            found |= getattr(ancestor, "default_error_messages", {})
    return found


def _refuse_rubbish(field: forms.CharField) -> None:
    if field.max_length is None:
        field.max_length = LONGEST_TEXT
        field.validators.append(forms.CharField(max_length=LONGEST_TEXT).validators[0])
        if isinstance(field.widget, forms.TextInput | forms.Textarea):
            field.widget.attrs.setdefault("maxlength", str(LONGEST_TEXT))
    field.validators.append(readable)
    if field.required:
        field.validators.append(visible)
