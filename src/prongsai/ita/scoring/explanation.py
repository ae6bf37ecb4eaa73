"""How a figure came about: steps as codes and facts, spoken in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prongsai.ita.frameworks.arithmetic import rounded
from prongsai.ita.words.catalogue import say

_CUT = 10_000  # four digits of a value that repeats


@dataclass(frozen=True, kw_only=True)
class Name:
    """An official name in both languages."""

    th: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: ``code`` has a sentence that is filled with ``facts``."""

    code: str
    facts: Mapping[str, str | Name]

    def sentence(self, language: Literal["th", "en"]) -> str:
        """Say the step to a person."""
        facts = {
            name: getattr(fact, language) if isinstance(fact, Name) else fact
            for name, fact in self.facts.items()
        }
        return say(self.code, language, **facts)

    def as_json(self) -> dict[str, object]:
        """Return code, facts and both sentences."""
        return {
            "code": self.code,
            "facts": {
                name: {"th": fact.th, "en": fact.en} if isinstance(fact, Name) else fact
                for name, fact in self.facts.items()
            },
            "th": self.sentence("th"),
            "en": self.sentence("en"),
        }


def step(code: str, **facts: str | Name) -> Step:
    """Make a step; ``code`` comes after ``scoring.step.`` in the catalogue."""
    return Step(code=f"scoring.step.{code}", facts=facts)


def written(value: Fraction | Decimal) -> str:
    """Write a value exactly, or with four digits and an ellipsis when it repeats.

    >>> written(Fraction("98.267")), written(Fraction(200, 3)), written(Decimal(100))
    ('98.267', '66.6666…', '100.00')
    """
    exact = Fraction(value)
    if rounded(exact) == exact:
        return str(rounded(exact))
    if not _ends(exact):
        return f"{_cut(exact)}…"
    return f"{as_decimal(exact):f}"


def as_decimal(value: Fraction) -> Decimal:
    """Return a value as a decimal: exact when it ends, else to 28 digits."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _ends(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _cut(value: Fraction) -> Decimal:
    return Decimal(int(value * _CUT)) / _CUT
