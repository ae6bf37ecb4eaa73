"""The numbers of law and practice this register works with, as they stood on a day."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A number, the day it holds from, where it comes from and how sure that is."""

    value: int
    since: date
    source: str
    confidence: str


@cache
def every_rule() -> dict[str, tuple[Rule, ...]]:
    """Return every rule with all its versions, the oldest first."""
    text = files("prongsai.registers.lending").joinpath("rules.toml").read_text("utf-8")
    return {
        name: tuple(sorted((_rule(entry) for entry in entries), key=lambda r: r.since))
        for name, entries in tomllib.loads(text).items()
    }


def rule(name: str, *, on: date) -> Rule:
    """Return the version of a rule that holds on a day; the first one before that."""
    versions = every_rule()[name]
    return next((r for r in reversed(versions) if r.since <= on), versions[0])


def value(name: str, *, on: date) -> int:
    """Return the number of a rule on a day."""
    return rule(name, on=on).value


def _rule(entry: dict[str, object]) -> Rule:
    number, since = entry["value"], entry["from"]
    if not isinstance(number, int) or not isinstance(since, date):
        raise TypeError(entry)
    return Rule(
        value=number,
        since=since,
        source=str(entry["source"]),
        confidence=str(entry["confidence"]),
    )
