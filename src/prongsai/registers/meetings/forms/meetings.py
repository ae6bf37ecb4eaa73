"""Forms of a meeting: when and where, an item of the agenda, minutes, a resolution."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.meetings.actions.planning import ItemDraft, When
from prongsai.registers.meetings.actions.resolving import ResolutionDraft
from prongsai.registers.meetings.forms.committees import PAPERS
from prongsai.registers.meetings.models import (
    AgendaItem,
    Committee,
    Meeting,
    Resolution,
)
from prongsai.registers.meetings.queries import meetings
from prongsai.ui.fields import HourField, ThaiDateField
from prongsai.ui.forms import Form, ModelForm


class WhenForm(Form):
    """Day, hour and place of a meeting."""

    day = ThaiDateField(label=_("Date"))
    begins = HourField(label=_("Begins at"))
    place = forms.CharField(max_length=300, required=False, label=_("Place"))
    online = forms.URLField(
        required=False, assume_scheme="https", label=_("Address of the online meeting")
    )
    subject = forms.CharField(
        max_length=300,
        required=False,
        label=pgettext_lazy("meeting", "What it is about"),
        help_text=_("Only where the agenda does not say enough."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        if isinstance(self.instance, Meeting):
            names = ("day", "begins", "place", "online", "subject")
            self.initial.update({n: getattr(self.instance, n) for n in names})

    def clean(self) -> dict[str, Any]:
        """Want a place or an address."""
        found = super().clean() or self.cleaned_data
        if not found.get("place") and not found.get("online"):
            words = _("Say where: a place, or the address of an online meeting.")
            self.add_error("place", ValidationError(words))
        return found

    @property
    def when(self) -> When:
        """What the form says, for the action."""
        names = ("day", "begins", "place", "online", "subject")
        return When(**{name: self.cleaned_data[name] for name in names})


class PlanForm(WhenForm):
    """A new meeting of one of the committees somebody plans for."""

    committee = forms.ModelChoiceField(
        queryset=Committee.objects.none(), label=_("Committee")
    )
    field_order = ("committee", "subject", "day", "begins", "place", "online")

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django's
        committees: list[Committee],
        **kwargs: Any,  # noqa: ANN401  # as Django's
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["committee"]
        if isinstance(field, forms.ModelChoiceField):
            keys = [each.pk for each in committees]
            field.queryset = Committee.objects.filter(pk__in=keys)
        if len(committees) == 1:
            self.initial.setdefault("committee", committees[0].pk)


class ItemForm(Form):
    """An item of the agenda, or a matter under one."""

    under = forms.ModelChoiceField(
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label=pgettext_lazy("agenda", "an item of its own"),
        label=_("Under item"),
    )
    title = forms.CharField(max_length=500, label=_("Title of the item"))
    text = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label=pgettext_lazy("meeting", "What it is about"),
    )
    papers = FilesField(rules=PAPERS, required=False, label=_("Papers"))

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        item = self.instance
        field = self.fields["under"]
        if isinstance(item, AgendaItem):
            del self.fields["under"]
            self.initial.update(title=item.title, text=item.text)
        elif isinstance(field, forms.ModelChoiceField):
            field.queryset = meeting.items.filter(under=None)

    @property
    def item(self) -> ItemDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        return ItemDraft(files=tuple(said.pop("papers")), **said)


class MinutesForm(ModelForm):
    """What was said about one item."""

    class Meta:
        model = AgendaItem
        fields = ("minutes",)


class ResolutionForm(Form):
    """What was resolved, and who does it by when."""

    text = forms.CharField(widget=forms.Textarea, label=_("Resolution"))
    division = forms.ModelChoiceField(
        queryset=Division.objects.none(),
        required=False,
        label=_("Responsible division"),
    )
    accountable = forms.ModelChoiceField(
        queryset=User.objects.none(),
        required=False,
        label=_("Accountable person"),
        help_text=_("Empty where nothing is to be done."),
    )
    due_on = ThaiDateField(required=False, label=_("Due on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        found = {
            "division": divisions(),
            "accountable": people().filter(is_active=True),
        }
        for name, rows in found.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        row = self.instance
        if isinstance(row, Resolution):
            self.initial.update(
                text=row.text,
                division=row.division_id,
                accountable=row.accountable_id,
                due_on=row.due_on,
            )

    def clean(self) -> dict[str, Any]:
        """Want a person and a day together, or neither."""
        found = super().clean() or self.cleaned_data
        if bool(found.get("accountable")) != bool(found.get("due_on")):
            words = _(
                "What is to be done needs a person and a day; else leave both empty."
            )
            name = "due_on" if found.get("accountable") else "accountable"
            if name not in self.errors:
                self.add_error(name, ValidationError(words))
        return found

    @property
    def resolution(self) -> ResolutionDraft:
        """What the form says, for the action."""
        return ResolutionDraft(**self.cleaned_data)


class FinishForm(Form):
    """When and how a resolution was carried out."""

    done_on = ThaiDateField(label=_("Done on"))
    note = forms.CharField(
        max_length=500,
        required=False,
        label=_("How it was carried out"),
        widget=forms.Textarea,
    )


class ReasonForm(Form):
    """Why something is put off, given up, sent back or withdrawn."""

    reason = forms.CharField(max_length=500, label=_("Reason"))


class AdoptInForm(Form):
    """The later meeting in which the minutes were adopted."""

    later = forms.ModelChoiceField(
        queryset=Meeting.objects.none(), label=_("Adopted in meeting")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        field = self.fields["later"]
        if isinstance(field, forms.ModelChoiceField) and isinstance(
            self.instance, Meeting
        ):
            field.queryset = meetings.that_can_adopt(self.instance)
