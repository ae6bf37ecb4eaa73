"""Numbers of law and practice as they stood on a day, read from the file of a package."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files

CONFIDENCE = frozenset({"high", "known", "one-source", "inferred", "low"})
"""How sure a number is: read in the text, widely known, … a habit of this software."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A number, the day it holds from, where it comes from and how sure that is."""

    value: int
    since: date
    source: str
    confidence: str


class RuleBook:
    """The rules in the ``rules.toml`` of one package."""

    def __init__(self, package: str) -> None:
        self._package = package

    @cached_property
    def _rules(self) -> dict[str, tuple[Rule, ...]]:
        text = files(self._package).joinpath("rules.toml").read_text("utf-8")
        return {
            name: tuple(sorted(map(_rule, entries), key=lambda rule: rule.since))
            for name, entries in tomllib.loads(text).items()
        }

    def every_rule(self) -> dict[str, tuple[Rule, ...]]:
        """Return every rule with all its versions, the oldest first."""
        return self._rules

    def rule(self, name: str, *, on: date) -> Rule:
        """Return the version of a rule that holds on a day; the first one before that."""
        versions = self._rules[name]
        held = [rule for rule in versions if rule.since <= on]
        return held[-1] if held else versions[0]

    def value(self, name: str, *, on: date) -> int:
        """Return the number of a rule on a day."""
        return self.rule(name, on=on).value


def _rule(entry: Mapping[str, object]) -> Rule:
    number, since = entry["value"], entry["from"]
    if not isinstance(number, int) or not isinstance(since, date):
        raise TypeError(entry)
    return Rule(
        value=number,
        since=since,
        source=str(entry["source"]),
        confidence=str(entry["confidence"]),
    )
