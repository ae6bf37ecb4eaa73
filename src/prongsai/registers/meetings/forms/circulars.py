"""The form of a circular: what is told, to whom, by when it is acknowledged."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.meetings.actions.circulars import CircularDraft
from prongsai.registers.meetings.forms.committees import PAPERS
from prongsai.registers.meetings.models import Audience, Circular
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form

_PLAIN = ("subject", "text", "audience", "asks_acknowledgement", "due_on")


class CircularForm(Form):
    """A circular; the two lists of receivers count only where they are chosen."""

    subject = forms.CharField(max_length=300, label=_("Subject"))
    text = forms.CharField(
        widget=forms.Textarea,
        label=_("Text of the circular"),
        help_text=_("Plain paragraphs."),
    )
    papers = FilesField(rules=PAPERS, required=False, label=_("Files"))
    audience = forms.ChoiceField(
        choices=Audience.choices,
        widget=forms.RadioSelect,
        initial=Audience.EVERYONE,
        label=_("For whom"),
    )
    divisions = forms.ModelMultipleChoiceField(
        queryset=Division.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("These divisions, with their sections"),
    )
    people = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("These people"),
    )
    asks_acknowledgement = forms.BooleanField(
        required=False, initial=True, label=_("Everyone must acknowledge it")
    )
    due_on = ThaiDateField(required=False, label=_("Acknowledge by"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        found = {
            "divisions": divisions().filter(is_active=True),
            "people": people().filter(is_active=True),
        }
        for name, rows in found.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        row = self.instance
        if isinstance(row, Circular):
            self.initial.update({name: getattr(row, name) for name in _PLAIN})
            targets = list(row.targets.all())
            self.initial["divisions"] = [
                t.division_id for t in targets if t.division_id
            ]
            self.initial["people"] = [t.person_id for t in targets if t.person_id]

    def clean(self) -> dict[str, Any]:
        """Want receivers where they are to be chosen."""
        found = super().clean() or self.cleaned_data
        chosen = found.get("audience")
        if chosen in {Audience.DIVISIONS, Audience.PEOPLE} and not found.get(chosen):
            words = _("Choose at least one, or send it to everyone.")
            self.add_error(chosen, ValidationError(words))
        return found

    @property
    def circular(self) -> CircularDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        for name in ("divisions", "people"):
            said[name] = tuple(said[name])
        said["files"] = tuple(said.pop("papers"))
        return CircularDraft(audience=Audience(said.pop("audience")), **said)
