"""Who usually keeps a subject, how it is approved and when: our proposal, read from TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from prongsai.ita.frameworks.model import falls_under


@dataclass(frozen=True, kw_only=True)
class Usual:
    """What is proposed for a subject; ``divisions`` in the order they are looked for.

    ``approval`` is a value of ``states.Approval``.
    """

    subject: str
    divisions: tuple[str, ...]
    approval: str
    days_before: int
    supplies: tuple[str, ...]


@cache
def proposals() -> tuple[Usual, ...]:
    """Return every proposal; the one for all subjects has none and stands first."""
    text = files(__package__).joinpath("defaults.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return (_usual("", data["usual"]), *(_of(entry) for entry in data["subjects"]))


def usual(subject: str) -> Usual:
    """Return the proposal closest to a subject.

    >>> usual("procurement.item").divisions
    ('supplies', 'finance')
    """
    first, *others = proposals()
    found = [one for one in others if falls_under(subject, one.subject)]
    return max(found, key=lambda one: len(one.subject), default=first)


def _of(entry: Mapping[str, Any]) -> Usual:
    return _usual(str(entry["subject"]), entry)


def _usual(subject: str, entry: Mapping[str, Any]) -> Usual:
    return Usual(
        subject=subject,
        divisions=tuple(entry["divisions"]),
        approval=str(entry["approval"]),
        days_before=int(entry["days_before"]),
        supplies=tuple(entry["supplies"]),
    )
