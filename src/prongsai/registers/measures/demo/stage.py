"""Who works on the invented measures and when; the words come from ``stories.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from prongsai.foundations.accounts.demonstration import hour_of
from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Ruling
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.organisations.models import Division

EVERYWHERE = ("clerk", "finance", "works", "education")
"""The divisions that have a head."""

ENDORSERS = ("head", "clerk")
"""Whose opinion a memo of the analyst needs before it is decided."""

_FRIDAY = 4


class Deed(Protocol):
    """Something done at a moment."""

    def __call__(self, *, at: datetime) -> object:
        """Do it."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The people, their divisions, and the day everything leads up to."""

    people: Mapping[str, User]
    divisions: Mapping[str, Division]
    today: date

    def at(self, day: date, hour: int = 10) -> datetime:
        """Return an hour of a working day, the one before where it is none."""
        day = min(day, self.today)
        day -= timedelta(days=max(0, day.weekday() - _FRIDAY))
        return hour_of(day, hour)

    def division_of(self, username: str) -> Division | None:
        """Return the division a person works in; the clerk keeps the first one."""
        code = {
            "head": "clerk", "clerk": "clerk", "analyst": "clerk", "officer": "clerk",
            "mayor": "clerk", "auditor": "clerk", "supply": "supply",
        }.get(username, username)  # fmt: skip
        return self.divisions.get(code)


@dataclass(frozen=True, kw_only=True)
class Diary:
    """Deeds with their moments, written down in any order and done in that of time."""

    entries: list[tuple[datetime, int, Deed]] = field(default_factory=list)

    def note(self, at: datetime, deed: Deed) -> None:
        """Write down what is done at a moment."""
        self.entries.append((at, len(self.entries), deed))

    def live(self) -> None:
        """Do everything, the earliest first."""
        for at, _n, deed in sorted(self.entries, key=lambda entry: entry[:2]):
            deed(at=at)


@cache
def stories() -> Mapping[str, Any]:
    """Return the stories and the words."""
    text = files(__package__).joinpath("stories.toml").read_text("utf-8")
    return tomllib.loads(text)


def pass_memo(stage: Stage, memo: Memo, day: date) -> Iterator[date]:
    """Take a memo through its chain; each day it gives is when it goes on."""
    approvals.submit(memo, by=memo.drafted_by, at=stage.at(day, 13))
    for name in ENDORSERS:
        yield (day := day + timedelta(days=2))
        memo = approvals.endorse(
            memo,
            opinion=stories()["words"]["opening"],
            no_interest=True,
            by=stage.people[name],
            at=stage.at(day, 9),
        )
    yield (day := day + timedelta(days=2))
    yes = Ruling(decisions=(Decision.APPROVED,), opinion="", no_interest=True)
    approvals.decide(memo, yes, by=stage.people["mayor"], at=stage.at(day, 14))
