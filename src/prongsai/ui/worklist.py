"""What waits for a person, as registers report it to the home page of the back office."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """One thing that waits: what it is, where it is done, how it stands, by when.

    ``badge`` is a word for the state with its ``tone``; ``due`` is the day it must be
    done by.
    """

    label: Words
    href: str
    note: Words = ""
    badge: Words = ""
    tone: Literal["plain", "info", "ok", "warn", "bad"] = "plain"
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class FirstStep:
    """One thing a new office does first; ``done`` looks whether it is done."""

    label: Words
    text: Words
    url_name: str
    done: Callable[[], bool]
