"""The library of standard measures: words to begin a plan with, for every weak point."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language

from prongsai.ita.errors import ItaError
from prongsai.ita.thai import dates

ASPECTS, INDICATORS = range(1, 8), range(1, 11)
EVERY_DIVISION = "every"
"""Who does a step of which each division has its own line."""

_CONFIDENCE = frozenset({"high", "known", "one-source"})
_NEW_YEAR, _LAST_MONTH = 10, 12  # October, in which a fiscal year begins; December


class UnknownStandard(ItaError):
    """No standard measure has this code: ``standard``."""

    code = "measures.unknown-standard"


@dataclass(frozen=True, kw_only=True)
class Words:
    """A text in both languages; a plan is written in Thai, a page in the reader's."""

    th: str
    en: str

    def __str__(self) -> str:
        return self.en if get_language() == "en" else self.th


@dataclass(frozen=True, kw_only=True)
class Basis:
    """The law a measure rests on, and how sure that is."""

    words: str
    confidence: str


@dataclass(frozen=True, kw_only=True)
class StandardStep:
    """One step: what, who in general, and the month at whose end it is due."""

    words: Words
    who: str
    who_words: Words
    month: int

    @property
    def is_for_every_division(self) -> bool:
        """Whether each division has its own line of it."""
        return self.who == EVERY_DIVISION

    def due_on(self, fiscal_year: int) -> date:
        """Return its due day in a fiscal year (Buddhist era)."""
        is_before = self.month >= _NEW_YEAR
        return dates.last_of_month(fiscal_year - is_before, self.month)


@dataclass(frozen=True, kw_only=True)
class Standard:
    """One standard measure; ``code`` is stable, ``keys`` begin requirement keys."""

    code: str
    aspects: tuple[int, ...]
    indicators: tuple[int, ...]
    title: Words
    reason: Words
    output: Words
    outcome: Words
    unit: Words
    baseline: Words
    steps: tuple[StandardStep, ...]
    figure_key: str = ""
    keys: tuple[str, ...] = ()
    basis: Basis | None = None

    def starts_on(self, fiscal_year: int) -> date:
        """Return the first day of the month of its first step."""
        return min(step.due_on(fiscal_year) for step in self.steps).replace(day=1)

    def ends_on(self, fiscal_year: int) -> date:
        """Return the day on which its last step is due."""
        return max(step.due_on(fiscal_year) for step in self.steps)


@cache
def every_standard() -> Mapping[str, Standard]:
    """Return every standard measure by its code, in the order of the file."""
    text = files(__package__).joinpath("standards.toml").read_text("utf-8")
    return parse(text)


def standard(code: str) -> Standard:
    """Return the standard measure with a code. Raises ``UnknownStandard``."""
    found = every_standard().get(code)
    if found is None:
        raise UnknownStandard(standard=code)
    return found


def for_weak(weak: tuple[int, ...]) -> list[Standard]:
    """Return every standard measure, those of the weakest indicators first.

    ``weak`` are numbers of indicators, the weakest first.
    """
    rank = {number: place for place, number in enumerate(weak)}
    return sorted(
        every_standard().values(),
        key=lambda one: min(rank.get(n, len(rank)) for n in one.indicators),
    )


def parse(text: str) -> Mapping[str, Standard]:
    """Read a library of standard measures. Raises ``ValueError`` that says where."""
    data = tomllib.loads(text)
    who = {code: Words(**words) for code, words in data["who"].items()}
    found = {code: _read(code, row, who) for code, row in data["measures"].items()}
    for one in found.values():
        _check(one)
    return found


def _read(code: str, row: dict[str, Any], who: Mapping[str, Words]) -> Standard:
    words = ("title", "reason", "output", "outcome", "unit", "baseline")
    return Standard(
        code=code,
        aspects=tuple(row["aspects"]),
        indicators=tuple(row["indicators"]),
        figure_key=row.get("figure", ""),
        keys=tuple(row.get("keys", ())),
        basis=_basis(row.get("basis")),
        steps=tuple(_step(step, who) for step in row["steps"]),
        **{name: Words(**row[name]) for name in words},
    )


def _step(row: dict[str, Any], who: Mapping[str, Words]) -> StandardStep:
    return StandardStep(
        words=Words(th=row["th"], en=row["en"]),
        who=row["who"],
        who_words=who[row["who"]],
        month=row["month"],
    )


def _basis(row: dict[str, str] | None) -> Basis | None:
    if row is None:
        return None
    return Basis(words=row["th"], confidence=row["confidence"])


def _check(one: Standard) -> None:
    """Refuse what no plan could take over."""
    months = [step.month for step in one.steps]
    problems = {
        "aspects": not one.aspects or not set(one.aspects) <= set(ASPECTS),
        "indicators": not one.indicators or not set(one.indicators) <= set(INDICATORS),
        "steps": not 3 <= len(one.steps) <= 6,  # noqa: PLR2004  # few enough to follow
        "month": any(not 1 <= month <= _LAST_MONTH for month in months),
        "order": _in_fiscal_order(months) != months,
        "basis": one.basis is not None and one.basis.confidence not in _CONFIDENCE,
    }
    if wrong := [name for name, is_wrong in problems.items() if is_wrong]:
        raise ValueError(one.code, wrong)


def _in_fiscal_order(months: list[int]) -> list[int]:
    return sorted(months, key=lambda month: (month - _NEW_YEAR) % 12)
