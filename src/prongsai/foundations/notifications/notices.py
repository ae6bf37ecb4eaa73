"""What can be told: every ``notices.py`` of an application lists its ``NOTICES``.

A notice is two sentences with facts in them. Facts are numbers, dates and states; the
name of a person or what a case is about is never among them, so that an inbox read over
someone's shoulder and a mail on its way tell nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeAlias

from django.apps import apps
from django.utils import timezone
from django.utils.functional import Promise as LazyText

from prongsai.ui.writing import short_date

Text: TypeAlias = str | LazyText
Fact: TypeAlias = int | str | date | datetime

NUMBERS = frozenset({"number", "year", "count", "days", "version", "percent", "hours"})
DATES = frozenset({"date", "due", "until", "since", "day"})
STATE = "state"
FACTS = NUMBERS | DATES | {STATE}
"""Everything a notice may say beside its own words."""

_REFERENCE = re.compile(r"(?=.*\d)[\w\u0e00-\u0e7f ./()–-]{1,40}")
_KEY = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class UnfitFact(ValueError):
    """Code of ours tries to tell something that is no number, date or state."""


class UnknownNotice(KeyError):
    """Code of ours uses a notice that no ``notices.py`` lists."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A subject and a body, both with ``%(fact)s``; ``states`` puts states in words."""

    subject: Text
    body: Text
    states: Mapping[str, Text] = field(default_factory=dict)

    def texts(self, facts: Mapping[str, str | int]) -> tuple[str, str]:
        """Return subject and body in the current language."""
        words = {name: self._word(name, value) for name, value in facts.items()}
        return str(self.subject) % words, str(self.body) % words

    def _word(self, name: str, value: str | int) -> str:
        if name == STATE:
            return str(self.states.get(str(value), value))
        return (
            short_date(date.fromisoformat(str(value))) if name in DATES else str(value)
        )


@cache
def registry() -> Mapping[str, Notice]:
    """Return every notice of every application by its code."""
    found: dict[str, Notice] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.notices"
        own = config.name.startswith("prongsai.") and name != __name__
        if own and find_spec(name):
            found |= getattr(import_module(name), "NOTICES", {})
    return found


def notice(code: str) -> Notice:
    """Return the notice with a code; raise ``UnknownNotice``."""
    try:
        return registry()[code]
    except KeyError:
        raise UnknownNotice(code) from None


def frozen(facts: Mapping[str, Fact]) -> dict[str, str | int]:
    """Return facts as they are stored; raise ``UnfitFact`` for anything unfit.

    >>> frozen({"number": "ทส 12/2569", "due": date(2025, 11, 23)})
    {'number': 'ทส 12/2569', 'due': '2025-11-23'}
    """
    return {name: _frozen(name, value) for name, value in facts.items()}


def _frozen(name: str, value: Fact) -> str | int:
    if name in DATES and isinstance(value, date):
        day = timezone.localdate(value) if isinstance(value, datetime) else value
        return day.isoformat()
    if name in NUMBERS and isinstance(value, int):
        return value
    pattern = {STATE: _KEY}.get(name, _REFERENCE if name in NUMBERS else None)
    is_fit = pattern and isinstance(value, str) and pattern.fullmatch(value)
    if not is_fit:
        raise UnfitFact(name)
    return str(value)
