"""The roll of a meeting: one line for each member, then the guests."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from prongsai.registers.meetings.actions.minuting import Came, Guest, Roll
from prongsai.registers.meetings.models import Attendance, Member, Presence
from prongsai.ui.fields import HourField
from prongsai.ui.forms import Form

_PARTS = ("presence", "arrived", "stand_in", "reason")
MOST_GUESTS, LONGEST_LINE = 50, 300


class RollForm(Form):
    """Who came, from when, who stood in; a guest a line: name, then position."""

    guests = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label=_("Others who were there"),
        help_text=_("One on each line: name, then a comma, then the position."),
    )
    ends = HourField(required=False, label=_("Ended at"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django's
        members: Sequence[Member],
        earlier: Sequence[Attendance] = (),
        **kwargs: Any,  # noqa: ANN401  # as Django's
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = list(members)
        for member in self.members:
            self._add_line(member)
        self._show(earlier)
        self._harden()

    def _add_line(self, member: Member) -> None:
        lines: dict[str, forms.Field] = {
            "presence": forms.ChoiceField(
                choices=Presence.choices, label=_("Presence"), initial=Presence.PRESENT
            ),
            "arrived": HourField(required=False, label=_("Came at")),
            "stand_in": forms.CharField(
                max_length=200, required=False, label=_("Represented by")
            ),
            "reason": forms.CharField(
                max_length=300, required=False, label=_("Reason of absence")
            ),
        }
        for part, field in lines.items():
            self.fields[f"{part}-{member.pk}"] = field

    def _show(self, earlier: Sequence[Attendance]) -> None:
        for row in earlier:
            if row.member_id is not None:
                for part in _PARTS:
                    self.initial[f"{part}-{row.member_id}"] = getattr(row, part)
        guests = [row for row in earlier if row.member_id is None]
        self.initial["guests"] = "\n".join(
            f"{row.name}, {row.position}" if row.position else row.name
            for row in guests
        )

    @property
    def rows(self) -> Iterator[tuple[Member, list[BoundField]]]:
        """Each member with the fields of the line."""
        for member in self.members:
            yield member, [self[f"{part}-{member.pk}"] for part in _PARTS]

    @property
    def others(self) -> list[BoundField]:
        """The fields that stand below the members."""
        return [self["guests"], self["ends"]]

    def clean_guests(self) -> str:
        """Refuse more lines than anybody types."""
        text: str = self.cleaned_data["guests"]
        lines = text.splitlines()
        if len(lines) > MOST_GUESTS or any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(
                _("These are too many guests, or a line is too long.")
            )
        return text

    def clean(self) -> dict[str, Any]:
        """Want the name of everybody who stood in for a member."""
        found = super().clean() or self.cleaned_data
        for member in self.members:
            name = f"stand_in-{member.pk}"
            is_represented = found.get(f"presence-{member.pk}") == Presence.REPRESENTED
            if is_represented and not found.get(name):
                self.add_error(name, ValidationError(_("Write who came instead.")))
        return found

    @property
    def roll(self) -> Roll:
        """What the form says, for the action."""
        said = self.cleaned_data
        came = [
            Came(
                member=member,
                presence=Presence(said[f"presence-{member.pk}"]),
                arrived=said[f"arrived-{member.pk}"],
                stand_in=said[f"stand_in-{member.pk}"],
                reason=said[f"reason-{member.pk}"],
            )
            for member in self.members
        ]
        guests = [
            Guest(name=name.strip()[:200], position=position.strip()[:200])
            for line in said["guests"].splitlines()
            for name, _comma, position in [line.partition(",")]
            if name.strip()
        ]
        return Roll(members=came, guests=guests, ends=said["ends"])
