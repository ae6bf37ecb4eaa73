"""Forms of duties, channels, landmarks, roads; of the powers and the hours."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.organisations.queries import divisions
from prongsai.foundations.publications.prose_fields import ProseField
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.directory.actions.texts import Opening
from prongsai.registers.directory.models import (
    Channel,
    Duty,
    Landmark,
    OfficeHours,
    Powers,
    Road,
)
from prongsai.registers.directory.queries import directory as queries
from prongsai.ui.fields import HourField
from prongsai.ui.forms import Form, ModelForm

DAYS = (
    pgettext_lazy("office hours", "Monday"),
    pgettext_lazy("office hours", "Tuesday"),
    pgettext_lazy("office hours", "Wednesday"),
    pgettext_lazy("office hours", "Thursday"),
    pgettext_lazy("office hours", "Friday"),
    pgettext_lazy("office hours", "Saturday"),
    pgettext_lazy("office hours", "Sunday"),
)

_PARTS = ("opens", "closes", "note_th", "note_en")
_LATITUDE, _LONGITUDE, MOST_POINTS = 90, 180, 200


class DutyForm(ModelForm):
    """A piece of work and who does it."""

    class Meta:
        model = Duty
        fields = (
            "title_th", "title_en", "division", "seat", "text_th", "text_en",
            "keywords", "phone", "order",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's
        super().__init__(*args, **kwargs)
        rows = {"division": divisions(), "seat": queries.standing_seats()}
        for name, offered in rows.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = offered


class ChannelForm(ModelForm):
    """A way to reach the office."""

    url = forms.URLField(required=False, assume_scheme="https", label=_("Link"))

    class Meta:
        model = Channel
        fields = (
            "kind", "label_th", "label_en", "value", "url", "is_two_way", "order",
        )  # fmt: skip

    def clean_url(self) -> str:
        """Take addresses of the web only."""
        url: str = self.cleaned_data["url"]
        if url and not url.startswith(("https://", "http://")):
            raise ValidationError(_("The link must begin with https:// or http://."))
        return url


class LandmarkForm(ModelForm):
    """A place people know."""

    class Meta:
        model = Landmark
        fields = ("name_th", "name_en", "latitude", "longitude", "order")


class PointsField(forms.CharField):
    """Points of a road, one on each line: latitude, longitude."""

    widget = forms.Textarea
    default_error_messages = {
        "bad_line": _(
            "Line %(number)s is no point. Write it like 12.345678, 100.123456."
        ),
        "too_few": _("A road has two points at least."),
        "too_many": _("A road has %(limit)s points at most."),
    }

    def clean(self, value: Any) -> Any:  # noqa: ANN401  # as Django's
        """Return pairs of texts."""
        text = super().clean(value) or ""
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > MOST_POINTS:
            raise self._refusal("too_many", limit=MOST_POINTS)
        points = [self._point(line, n) for n, line in enumerate(lines, 1)]
        if len(points) == 1:
            raise self._refusal("too_few")
        return points

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  # as Django's
        """Write stored points as lines."""
        if isinstance(value, list):
            return "\n".join(", ".join(point) for point in value)
        return value

    def _point(self, line: str, number: int) -> list[str]:
        parts = to_arabic(line).replace(";", ",").split(",")
        try:
            latitude, longitude = (f"{float(part):.6f}" for part in parts)
        except ValueError as error:
            raise self._refusal("bad_line", number=number) from error
        is_there = (
            abs(float(latitude)) <= _LATITUDE and abs(float(longitude)) <= _LONGITUDE
        )
        if not is_there:
            raise self._refusal("bad_line", number=number)
        return [latitude, longitude]

    def _refusal(self, code: str, **facts: int) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=facts)


class RoadForm(ModelForm):
    """A road through its points."""

    points = PointsField(
        label=pgettext_lazy("road", "Points"),
        help_text=_("One on each line: latitude, longitude."),
    )

    class Meta:
        model = Road
        fields = ("name_th", "name_en", "points", "order")


FORMS: dict[str, type[ModelForm]] = {
    "duty": DutyForm,
    "channel": ChannelForm,
    "landmark": LandmarkForm,
    "road": RoadForm,
}
"""The form of each kind of entry."""


class PowersForm(ModelForm):
    """Duties and powers as rich text, and the laws."""

    text_th = ProseField(label=_("Duties and powers, in Thai"))
    text_en = ProseField(required=False, label=_("Duties and powers, in English"))

    class Meta:
        model = Powers
        fields = ("text_th", "text_en", "law")


class HoursForm(Form):
    """One line for each day of the week; a day without hours is closed."""

    def __init__(self, *args: Any, week: list[OfficeHours], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        first = {row.weekday: row for row in reversed(week)}
        for n in range(len(DAYS)):
            self._add_day(n, first.get(n))
        self._harden()

    def _add_day(self, n: int, row: OfficeHours | None) -> None:
        labels = {
            "opens": _("Opens at"),
            "closes": _("Closes at"),
            "note_th": _("Note in Thai"),
            "note_en": _("Note in English"),
        }
        for part, label in labels.items():
            is_hour = part in {"opens", "closes"}
            kind: forms.Field = (
                HourField(required=False, label=label)
                if is_hour
                else forms.CharField(required=False, max_length=200, label=label)
            )
            self.fields[f"{part}-{n}"] = kind
            if row is not None:
                self.initial[f"{part}-{n}"] = getattr(row, part)

    def clean(self) -> dict[str, Any]:
        """Want both hours of a day, in their order."""
        found = super().clean() or self.cleaned_data
        for n in range(len(DAYS)):
            opens, closes = found.get(f"opens-{n}"), found.get(f"closes-{n}")
            if (opens is None) != (closes is None):
                self.add_error(f"closes-{n}", _("Write both hours, or neither."))
            elif opens is not None and closes is not None and closes <= opens:
                self.add_error(f"closes-{n}", _("It closes before it opens."))
        return found

    @property
    def rows(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Each day with the fields of its line."""
        for n, name in enumerate(DAYS):
            yield str(name), [self[f"{part}-{n}"] for part in _PARTS]

    @property
    def week(self) -> list[Opening]:
        """What the form says, for the action."""
        return list(self._openings())

    def _openings(self) -> Iterator[Opening]:
        said = self.cleaned_data
        for n in range(len(DAYS)):
            if said[f"opens-{n}"] is not None:
                yield Opening(
                    weekday=n,
                    opens=said[f"opens-{n}"],
                    closes=said[f"closes-{n}"],
                    note_th=said[f"note_th-{n}"],
                    note_en=said[f"note_en-{n}"],
                )
