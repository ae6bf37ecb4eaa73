"""Forms of a committee: the order, a member, the end."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import people
from prongsai.foundations.files.forms import FilesField
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.meetings.actions.committees import MemberDraft, OrderDraft
from prongsai.registers.meetings.models import Committee, Member, MemberRole
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.forms import Form, ModelForm

PAPERS = FileRules(types=("pdf", "image"), max_count=5)


class OrderForm(Form):
    """An order as its paper says, with the paper."""

    number = forms.CharField(max_length=100, label=_("Number of the order"))
    dated = ThaiDateField(label=_("Date of the order"))
    starts_on = ThaiDateField(label=_("In force from"))
    keep_members = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Begin with the members of the order before"),
        help_text=_("You can then add and correct them one by one."),
    )
    papers = FilesField(rules=PAPERS, required=False, label=_("The order as a file"))

    @property
    def order(self) -> OrderDraft:
        """What the form says, for the action."""
        said = self.cleaned_data
        return OrderDraft(
            number=said["number"],
            dated=said["dated"],
            starts_on=said["starts_on"],
            files=tuple(said["papers"]),
        )


class CommitteeForm(OrderForm):
    """A committee with its first order."""

    title = forms.CharField(max_length=300, label=_("Name of the committee"))
    duties = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label=_("Duties"),
        help_text=_("One duty on each line."),
    )
    keep_members = None  # type: ignore[assignment]  # Django's way to take a field out
    field_order = ("title", "duties", "number", "dated", "starts_on", "papers")


class CorrectForm(ModelForm):
    """Name and duties of a committee."""

    class Meta:
        model = Committee
        fields = ("title", "duties")


class MemberForm(Form):
    """Whom the order appoints: chosen from the office, or written by name."""

    user = forms.ModelChoiceField(
        queryset=User.objects.none(), required=False, label=_("Person of this office")
    )
    name = forms.CharField(
        max_length=200,
        required=False,
        label=_("Or the name of somebody from outside"),
        help_text=_("With prefix, as the order writes it."),
    )
    position = forms.CharField(
        max_length=200,
        required=False,
        label=_("Position"),
        help_text=_("Empty for people of this office: their post is taken."),
    )
    role = forms.ChoiceField(choices=MemberRole.choices, label=_("Role"))
    duties = forms.CharField(
        required=False, widget=forms.Textarea, label=_("Duties of this member")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        field = self.fields["user"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people().filter(is_active=True)
        self.initial.setdefault("role", MemberRole.MEMBER)
        member = self.instance
        if isinstance(member, Member):
            self.initial.update(
                user=member.user_id,
                name="" if member.user_id else member.name,
                position=member.position,
                role=member.role,
                duties=member.duties,
            )

    def clean(self) -> dict[str, Any]:
        """Want one of the two: a person, or a name."""
        found = super().clean() or self.cleaned_data
        if bool(found.get("user")) == bool(found.get("name")):
            words = _(
                "Choose a person of this office, or write a name: one of the two."
            )
            self.add_error("user", ValidationError(words))
        return found

    @property
    def member(self) -> MemberDraft:
        """What the form says, for the action."""
        said = {**self.cleaned_data}
        return MemberDraft(role=MemberRole(said.pop("role")), **said)


class LastDayForm(Form):
    """The last day of a member."""

    on = ThaiDateField(label=_("Last day"))


class DissolveForm(Form):
    """The last day of a committee, and why."""

    on = ThaiDateField(label=_("Last day"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
