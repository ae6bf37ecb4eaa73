"""What a poster says: the parts of each subject, and how what is given is checked.

Kept as plain JSON. A part is a line, several lines, pairs of two texts, amounts, or an
address; the forms, the printing and the description for screen readers follow the same
list of parts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.ita.errors import ItaError

Said: TypeAlias = str | list[str] | list[list[str]]

LONGEST, LONGEST_SHORT, LONGEST_ADDRESS = 400, 60, 500
_LARGEST = Decimal(10) ** 12
_FIRST_PRINTED = 0x20


class BadPoster(ItaError):
    """A part of a poster that cannot be printed: ``part``, ``problem``."""

    code = "news.poster-bad"


class Subject(models.TextChoices):
    """What a poster is about."""

    SERVICE = "service", _("Steps of a service")
    BUDGET = "budget", _("Budget by area")
    COMPLAINT = "complaint", _("Channels for complaints")
    EIT = "eit", _("Invitation to the EIT survey")
    FREE = "free", _("Free notice")


class Shape(StrEnum):
    """How a part is given."""

    LINE = "line"
    LINES = "lines"
    PAIRS = "pairs"
    AMOUNTS = "amounts"
    ADDRESS = "address"


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One part: its key, its shape, whether it must be there, how many lines at most."""

    key: str
    shape: Shape
    required: bool = False
    most: int = 1


LEAD = Slot(key="lead", shape=Shape.LINE)
ADDRESS = Slot(key="address", shape=Shape.ADDRESS)

SLOTS: Mapping[Subject, tuple[Slot, ...]] = {
    Subject.SERVICE: (
        LEAD,
        Slot(key="steps", shape=Shape.PAIRS, required=True, most=12),
        Slot(key="documents", shape=Shape.LINES, most=12),
        Slot(key="fee", shape=Shape.LINE),
        Slot(key="channel", shape=Shape.LINE),
        ADDRESS,
    ),
    Subject.BUDGET: (
        LEAD,
        Slot(key="amounts", shape=Shape.AMOUNTS, required=True, most=12),
        Slot(key="source", shape=Shape.LINE),
        ADDRESS,
    ),
    Subject.COMPLAINT: (
        LEAD,
        Slot(key="channels", shape=Shape.PAIRS, required=True, most=8),
        Slot(key="promise", shape=Shape.LINES, required=True, most=4),
        ADDRESS,
    ),
    Subject.EIT: (
        LEAD,
        Slot(key="address", shape=Shape.ADDRESS, required=True),
        Slot(key="how", shape=Shape.LINES, most=6),
        Slot(key="until", shape=Shape.LINE),
    ),
    Subject.FREE: (
        LEAD,
        Slot(key="paragraphs", shape=Shape.LINES, required=True, most=10),
        Slot(key="points", shape=Shape.LINES, most=10),
        ADDRESS,
    ),
}
"""The parts of each subject, in the order of the form."""


def checked(subject: Subject, given: Mapping[str, object]) -> dict[str, Said]:
    """Return the parts of a poster, complete and in order; raise ``BadPoster``."""
    slots = SLOTS[subject]
    for key in given.keys() - {slot.key for slot in slots}:
        raise BadPoster(part=key, problem="unknown")
    return {slot.key: _checked(slot, given.get(slot.key)) for slot in slots}


def _checked(slot: Slot, given: object) -> Said:
    if slot.shape in {Shape.LINE, Shape.ADDRESS}:
        return _line(slot, given or "")
    rows = [_row(slot, row) for row in _sequence(slot, given)]
    if slot.required and not rows:
        raise BadPoster(part=slot.key, problem="missing")
    if len(rows) > slot.most:
        raise BadPoster(part=slot.key, problem="too-many", most=slot.most)
    if slot.shape is Shape.LINES:
        return [row for row in rows if isinstance(row, str)]
    return [row for row in rows if isinstance(row, list)]


def _sequence(slot: Slot, given: object) -> Sequence[object]:
    if given is None:
        return []
    if not isinstance(given, list | tuple):
        raise BadPoster(part=slot.key, problem="shape")
    return given


def _row(slot: Slot, given: object) -> str | list[str]:
    if slot.shape is Shape.LINES:
        return _text(slot, given, LONGEST)
    if not isinstance(given, list | tuple) or len(given) != 2:  # noqa: PLR2004  # a pair
        raise BadPoster(part=slot.key, problem="shape")
    label, more = given
    if slot.shape is Shape.AMOUNTS:
        return [_text(slot, label, LONGEST), _amount(slot, more)]
    limit = LONGEST_SHORT if slot.key == "steps" else LONGEST
    return [_text(slot, label, LONGEST), _text(slot, more, limit, may_lack=True)]


def _line(slot: Slot, given: object) -> str:
    if slot.shape is Shape.ADDRESS:
        said = _text(slot, given, LONGEST_ADDRESS, may_lack=not slot.required)
        if said and not is_address(said):
            raise BadPoster(part=slot.key, problem="address")
        return said
    return _text(slot, given, LONGEST, may_lack=not slot.required)


def _text(slot: Slot, given: object, limit: int, *, may_lack: bool = False) -> str:
    if not isinstance(given, str):
        raise BadPoster(part=slot.key, problem="shape")
    said = " ".join(given.split())
    if not said and not may_lack:
        raise BadPoster(part=slot.key, problem="missing")
    if len(said) > limit:
        raise BadPoster(part=slot.key, problem="too-long", most=limit)
    if any(ord(letter) < _FIRST_PRINTED for letter in said):
        raise BadPoster(part=slot.key, problem="unreadable")
    return said


def _amount(slot: Slot, given: object) -> str:
    try:
        amount = Decimal(str(given))
    except InvalidOperation:
        raise BadPoster(part=slot.key, problem="amount") from None
    if not amount.is_finite() or not 0 <= amount < _LARGEST:
        raise BadPoster(part=slot.key, problem="amount")
    return f"{amount:.2f}"


def is_address(text: str) -> bool:
    """Whether a text is a web address a telephone can open.

    >>> is_address("https://example.org/a"), is_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that do not close
        return False
    is_plain = text.isascii() and not any(letter in text for letter in ' <>"\\^`{|}')
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and is_plain
