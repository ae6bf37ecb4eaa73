"""Forms of a person of the directory, and of the photo."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import MEGABYTE, FileRules
from prongsai.registers.directory.actions.people import PersonDraft
from prongsai.registers.directory.models import Officeholder
from prongsai.ui.forms import Form, ModelForm

PHOTO = FileRules(types=("image",), max_bytes=8 * MEGABYTE, max_count=1)


class PersonForm(ModelForm):
    """Somebody as they are shown to the public."""

    autocomplete = {"first_name": "off", "last_name": "off", "email": "off"}

    class Meta:
        model = Officeholder
        fields = (
            "prefix", "first_name", "last_name", "name_en", "phone", "email", "user",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        field = self.fields["user"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people()

    @property
    def draft(self) -> PersonDraft:
        """What the form says, for the action."""
        return PersonDraft(**self.cleaned_data)


class PhotoForm(Form):
    """A portrait with words for those who do not see it."""

    photo = FilesField(
        rules=PHOTO,
        label=_("Photo"),
        help_text=_(
            "Place and time the camera wrote are taken out before it is shown."
        ),
    )
    alt_th = forms.CharField(
        max_length=200,
        label=_("What the photo shows, in Thai"),
        help_text=_("For example: portrait of the person in white uniform."),
    )
    alt_en = forms.CharField(
        max_length=200, required=False, label=_("What the photo shows, in English")
    )
