"""What changed between two contents, word by word, ready to be said in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.approvals import subjects
from prongsai.foundations.approvals.states import Secrecy, Urgency
from prongsai.ita.thai.segmenting import segment


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One part of the content that is not what it was."""

    label: str | Promise
    pieces: tuple[Piece, ...]


LABELS: Mapping[str, str | Promise] = {
    "reference": pgettext_lazy("memo", "Number"),
    "dated": pgettext_lazy("memo", "Date"),
    "sender": pgettext_lazy("memo", "From"),
    "to": pgettext_lazy("memo", "To"),
    "title": pgettext_lazy("memo", "Subject"),
    "urgency": pgettext_lazy("memo", "Urgency"),
    "secrecy": pgettext_lazy("memo", "Secrecy"),
    "background": pgettext_lazy("memo", "Background"),
    "facts": pgettext_lazy("memo", "Facts"),
    "law": _("Law and regulations"),
    "considerations": _("Considerations and proposal"),
    "closing": pgettext_lazy("memo", "Closing"),
    "enclosures": pgettext_lazy("memo", "Enclosures"),
    "subject": _("What it is about"),
}
_GIVEN_AT_SUBMISSION = ("reference", "dated")
_KEPT_AROUND = 12
"""Words of unchanged text that are kept on each side of a change."""


def differences(
    old: Mapping[str, object], new: Mapping[str, object]
) -> list[Difference]:
    """Return what changed from one content to another; a first number is no change."""
    before, after = dict(_texts(old)), dict(_texts(new))
    say_old, say_new = _wording(old), _wording(new)
    found = []
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key, ""), after.get(key, "")
        if was == now or (not was and key in _GIVEN_AT_SUBMISSION):
            continue
        gone, was = _said(key, was, say_old)
        label, now = _said(key, now, say_new)
        if key not in after:
            label = gone
        found.append(Difference(label=label, pieces=tuple(words(was, now))))
    return found


def words(old: str, new: str) -> Iterator[Piece]:
    """Compare two texts word by word; long stretches that stayed are shortened.

    >>> [(p.change.value, p.text) for p in words("ยืมเต็นท์ 2 หลัง", "ยืมเต็นท์ 3 หลัง")]
    [('same', 'ยืมเต็นท์ '), ('removed', '2'), ('added', '3'), ('same', ' หลัง')]
    """
    was, now = segment(old), segment(new)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    blocks = matcher.get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(blocks):
        if tag == "equal":
            first, last = place == 0, place == len(blocks) - 1
            text = _shortened(was[a:b], first=first, last=last)
            yield Piece(change=Change.SAME, text=text)
            continue
        if b > a:
            yield Piece(change=Change.REMOVED, text="".join(was[a:b]))
        if d > c:
            yield Piece(change=Change.ADDED, text="".join(now[c:d]))


def _shortened(kept: tuple[str, ...], *, first: bool, last: bool) -> str:
    if len(kept) <= 2 * _KEPT_AROUND:
        return "".join(kept)
    head = "" if first else "".join(kept[:_KEPT_AROUND])
    tail = "" if last else "".join(kept[-_KEPT_AROUND:])
    return f"{head} … {tail}"


def _texts(content: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in content.items():
        if key == "subject" and isinstance(value, Mapping):
            inside = value.get("content")
            yield from _flat("subject", inside if isinstance(inside, Mapping) else {})
        elif key == "urgency":
            yield key, str(Urgency(str(value)).label)
        elif key == "secrecy":
            yield key, str(Secrecy(str(value)).label)
        elif key == "enclosures" and isinstance(value, list):
            yield key, "\n".join(map(_enclosure, value))
        else:
            yield key, "" if value is None else str(value)


def _enclosure(value: Mapping[str, str]) -> str:
    """A file that keeps its name but not its bytes is another file."""
    return f"{value['name']} ({value['sha256'][:8]})"


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _flat(f"{path}.{key}", inside)
    elif isinstance(value, list):
        for place, inside in enumerate(value, 1):
            yield from _flat(f"{path}.{place}", inside)
    else:
        yield path, "" if value is None else str(value)


def _wording(content: Mapping[str, object]) -> subjects.InWords:
    """Return how the register says the parts of what the memo is about."""
    subject = content.get("subject")
    about = subject if isinstance(subject, Mapping) else {}
    inside = about.get("content")
    known = inside if isinstance(inside, Mapping) else {}
    return subjects.wording_of(str(about.get("label", "")), known)


def _said(key: str, text: str, say: subjects.InWords) -> tuple[str | Promise, str]:
    """Return the name of a part and its text as a reader says them."""
    name, _dot, inside = key.partition(".")
    if not inside:
        return LABELS[name], text
    part, said = say(inside.split("."), text)
    return f"{LABELS[name]}: {part}", said
