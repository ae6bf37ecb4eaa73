"""What is filled in for a poster: the parts of its subject, one line for each row."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.news.actions.posters import PosterDraft
from prongsai.registers.news.documents import posters as printing
from prongsai.registers.news.documents.wording import usual
from prongsai.registers.news.models import Poster
from prongsai.registers.news.models.poster_contents import (
    LONGEST,
    LONGEST_ADDRESS,
    SLOTS,
    BadPoster,
    Said,
    Shape,
    Slot,
    Subject,
    checked,
)
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from prongsai.registers.news.queries.senders import Sender
from prongsai.ui.fields import ThaiIntegerField
from prongsai.ui.forms import Form

_SEPARATOR = "|"
_MOST_TYPED = 6000

_LABELS: Mapping[str, str | Promise] = {
    "lead": gettext_lazy("Line under the title"),
    "address": gettext_lazy("Web address for the QR code"),
    "steps": gettext_lazy("Steps"),
    "documents": gettext_lazy("Documents to bring"),
    "fee": gettext_lazy("Fee"),
    "channel": gettext_lazy("Where the service is given"),
    "amounts": gettext_lazy("Areas and amounts in baht"),
    "source": gettext_lazy("Source of the numbers"),
    "channels": gettext_lazy("Channels"),
    "promise": gettext_lazy("What the office promises"),
    "how": gettext_lazy("How to answer"),
    "until": gettext_lazy("Answers are taken until"),
    "paragraphs": gettext_lazy("Text"),
    "points": gettext_lazy("Bullet points"),
}
_HELP: Mapping[Shape, str | Promise] = {
    Shape.LINES: gettext_lazy("One on each line."),
    Shape.PAIRS: gettext_lazy("One on each line; what belongs to it after a stroke: |"),
    Shape.AMOUNTS: gettext_lazy("One on each line: area | amount"),
    Shape.ADDRESS: gettext_lazy("It begins with https://"),
}
_HELP_OF: Mapping[str, str | Promise] = {
    "steps": gettext_lazy("One on each line; the time it takes after a stroke: |"),
    "channels": gettext_lazy("One on each line: channel | number or address"),
}
_PROBLEMS: Mapping[str, str | Promise] = {
    "missing": gettext_lazy("Something is missing on one of the lines."),
    "too-many": gettext_lazy("At most %(most)s lines fit on a sheet."),
    "too-long": gettext_lazy("A text is too long: at most %(most)s letters."),
    "amount": gettext_lazy("Each line needs an amount after the stroke: area | 12,000"),
    "address": gettext_lazy("This is no web address. It begins with https://"),
}
_UNREADABLE = gettext_lazy("There is something in it that cannot be printed.")


class PosterForm(Form):
    """The sheet and its design, then the parts of one subject."""

    title = forms.CharField(max_length=150, label=gettext_lazy("Title"))
    kind = forms.ChoiceField(
        choices=PosterKind.choices,
        widget=forms.RadioSelect,
        initial=PosterKind.POSTER_A4,
        label=gettext_lazy("Sheet"),
    )
    design = forms.ChoiceField(
        choices=PosterDesign.choices,
        widget=forms.RadioSelect,
        initial=PosterDesign.PLAIN,
        label=gettext_lazy("Design"),
    )
    fiscal_year = ThaiIntegerField(
        min_value=2500, max_value=2700, label=gettext_lazy("Fiscal year")
    )
    thai_digits = forms.BooleanField(
        required=False, initial=True, label=gettext_lazy("Thai digits")
    )

    def __init__(
        self, *args: Any, subject: Subject, sender: Sender, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.sender = subject, sender
        self.parts: dict[str, Said] = {}
        row = self.instance
        given = row.data if isinstance(row, Poster) else _usual(subject, sender)
        if isinstance(row, Poster):
            names = ("title", "kind", "design", "fiscal_year", "thai_digits")
            self.initial.update({name: getattr(row, name) for name in names})
        for slot in SLOTS[subject]:
            self.fields[slot.key] = _field(slot)
            self.initial[slot.key] = _shown(given.get(slot.key, ""))
        self._harden()

    def clean(self) -> dict[str, Any]:
        """Read the lines, and try whether everything fits on the sheet."""
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        given = {slot.key: _read(slot, found[slot.key]) for slot in SLOTS[self.subject]}
        try:
            self.parts = checked(self.subject, given)
            printing.fits(self._sheet(found), self.sender)
        except BadPoster as error:
            self.add_error(str(error.facts["part"]), _problem(error))
        except printing.PosterTooLong:
            raise ValidationError(
                _(
                    "This is too much text for one sheet. Please shorten it or choose a larger sheet."
                ),
                code="too_long",
            ) from None
        return found

    def _sheet(self, found: Mapping[str, Any]) -> printing.Sheet:
        return printing.Sheet(
            title=found["title"],
            subject=self.subject,
            kind=PosterKind(found["kind"]),
            design=PosterDesign(found["design"]),
            fiscal_year=found["fiscal_year"],
            thai_digits=found["thai_digits"],
            data=self.parts,
        )

    @property
    def draft(self) -> PosterDraft:
        """What was filled in; only of a valid form."""
        sheet = self._sheet(self.cleaned_data)
        return PosterDraft(
            title=sheet.title,
            subject=sheet.subject,
            kind=sheet.kind,
            design=sheet.design,
            fiscal_year=sheet.fiscal_year,
            thai_digits=sheet.thai_digits,
            data=self.parts,
        )


def _field(slot: Slot) -> forms.CharField:
    is_one = slot.shape in {Shape.LINE, Shape.ADDRESS}
    longest = LONGEST if slot.shape is Shape.LINE else LONGEST_ADDRESS
    return forms.CharField(
        label=str(_LABELS[slot.key]),
        required=slot.required,
        max_length=longest if is_one else _MOST_TYPED,
        help_text=str(_HELP_OF.get(slot.key) or _HELP.get(slot.shape, "")),
        widget=forms.TextInput() if is_one else forms.Textarea(attrs={"rows": 6}),
    )


def _read(slot: Slot, typed: str) -> object:
    """Return what was typed as the parts hold it."""
    if slot.shape in {Shape.LINE, Shape.ADDRESS}:
        return typed
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if slot.shape is Shape.LINES:
        return lines
    # The last stroke parts them: a text may hold one itself.
    pairs = [_pair(line) for line in lines]
    if slot.shape is Shape.AMOUNTS:
        return [[label, _number(more)] for label, more in pairs]
    return [list(pair) for pair in pairs]


def _pair(line: str) -> tuple[str, str]:
    label, found, more = line.rpartition(_SEPARATOR)
    return (label.strip(), more.strip()) if found else (line, "")


def _number(typed: str) -> str:
    return to_arabic(typed).replace(",", "").removesuffix("บาท").strip()


def _shown(said: object) -> str:
    """Return a part as it is typed."""
    if isinstance(said, str):
        return said
    rows = said if isinstance(said, list) else []
    return "\n".join(row if isinstance(row, str) else _line_of(row) for row in rows)


def _line_of(pair: list[str]) -> str:
    label, more = pair
    return f"{label} {_SEPARATOR} {more}" if more else label


def _usual(subject: Subject, sender: Sender) -> dict[str, Said]:
    """Return what most offices would write, to begin with."""
    if subject is Subject.COMPLAINT:
        known = {"phones": sender.phones, "email": sender.email, "place": sender.place}
        channels = [[usual(key), value] for key, value in known.items() if value]
        return {"channels": channels, "promise": usual("promise").splitlines()}
    if subject is Subject.EIT:
        return {"lead": usual("eit"), "how": usual("how").splitlines()}
    return {}


def _problem(error: BadPoster) -> str:
    words = _PROBLEMS.get(str(error.facts["problem"]), _UNREADABLE)
    return str(words) % error.facts if "most" in error.facts else str(words)
