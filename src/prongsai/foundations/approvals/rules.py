"""The numbers of the law this application works with, as they were on a day."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One number, the day it began to count, and where it stands."""

    value: int
    since: date
    source: str
    confidence: str


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    return {
        key: tuple(
            Rule(
                value=entry["value"],
                since=entry["from"],
                source=entry["source"],
                confidence=entry["confidence"],
            )
            for entry in entries
        )
        for key, entries in tomllib.loads(text).items()
    }


def rule(key: str, *, on: date) -> Rule:
    """Return the number that counted on a day; the first known one before that."""
    known = sorted(_rules()[key], key=lambda r: r.since)
    past = [r for r in known if r.since <= on]
    return past[-1] if past else known[0]
