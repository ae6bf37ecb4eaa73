"""The least points that lift a result to a level, spread over the indicators allowed.

Two things may be asked: every instrument at its minimum, and the total at its
threshold. A point in one instrument is worth as much in any of its indicators, so
the least is: first each instrument up to its minimum, then what the total still
lacks from wherever a point adds most. Both thresholds are met before rounding.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import chain, product
from math import ceil

from prongsai.ita.frameworks.arithmetic import (
    TWO_PLACES,
    instrument_means,
    weighted_total,
)
from prongsai.ita.frameworks.model import Framework, InstrumentCode, Level

_FULL = Decimal(100)


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """Where a result stands, and the level it is to reach."""

    framework: Framework
    points: Mapping[int, Decimal]
    target: Level


def raised(ladder: Ladder, allowed: Collection[int]) -> dict[int, Decimal] | None:
    """Return the indicators to raise with their new points, or None when it cannot be.

    Within an instrument the lowest are raised first, so that few are touched.
    """
    points = dict(ladder.points)
    if not _lift_instruments(ladder, points, allowed):
        return None
    if not _lift_total(ladder, points, allowed):
        return None
    return {n: new for n, new in points.items() if new > ladder.points[n]}


def ways(ladder: Ladder) -> Iterator[dict[int, Decimal]]:
    """Yield the cheapest way of all, and ways that need each of their indicators.

    Of the indicators of one instrument the lowest have most to gain, so the ways
    tried are the lowest few of each instrument, and every indicator by itself.
    """
    cheapest = raised(ladder, ladder.points)
    if cheapest:
        yield cheapest
    enough = [frozenset(cheapest or ())]
    for chosen in sorted(_choices(ladder), key=lambda chosen: (len(chosen), *chosen)):
        if any(smaller <= set(chosen) for smaller in enough):
            continue
        if new := raised(ladder, chosen):
            enough.append(frozenset(chosen))
            yield new


def _choices(ladder: Ladder) -> set[tuple[int, ...]]:
    """Return the indicators to try together: some lowest of each, or one alone."""
    below = [number for number, value in ladder.points.items() if value < _FULL]
    lowest = [_open(ladder, i.code, below) for i in ladder.framework.instruments]
    first = product(*([few[:n] for n in range(len(few) + 1)] for few in lowest))
    together = {tuple(sorted(chain(*chosen))) for chosen in first}
    return together | {(number,) for number in below}


def _lift_instruments(
    ladder: Ladder, points: dict[int, Decimal], allowed: Collection[int]
) -> bool:
    minimum = ladder.target.min_each_instrument
    if minimum is None:
        return True
    for code, mean in instrument_means(ladder.framework, points).items():
        count = len(ladder.framework.indicators_of(code))
        lacking = (Fraction(minimum) - mean) * count
        if _spend(points, _open(ladder, code, allowed), lacking) > 0:
            return False
    return True


def _lift_total(
    ladder: Ladder, points: dict[int, Decimal], allowed: Collection[int]
) -> bool:
    means = instrument_means(ladder.framework, points)
    worth = {
        i.code: Fraction(i.weight) / len(ladder.framework.indicators_of(i.code))
        for i in ladder.framework.instruments
    }
    total = weighted_total(ladder.framework, means)
    lacking = Fraction(ladder.target.min_total) - total
    for code in sorted(worth, key=lambda code: -worth[code]):
        rest = _spend(points, _open(ladder, code, allowed), lacking / worth[code])
        lacking = rest * worth[code]
    return lacking <= 0


def _open(ladder: Ladder, code: InstrumentCode, allowed: Collection[int]) -> list[int]:
    """Return the allowed indicators of an instrument, the lowest first."""
    numbers = [i.number for i in ladder.framework.indicators_of(code)]
    return sorted(
        (n for n in numbers if n in allowed), key=lambda n: (ladder.points[n], n)
    )


def _spend(
    points: dict[int, Decimal], numbers: list[int], lacking: Fraction
) -> Fraction:
    """Raise indicators until nothing lacks or all are full; return what still lacks."""
    for number in numbers:
        if lacking <= 0:
            break
        new = min(_FULL, _up_to_hundredths(Fraction(points[number]) + lacking))
        lacking -= Fraction(new) - Fraction(points[number])
        points[number] = new
    return max(lacking, Fraction(0))


def _up_to_hundredths(value: Fraction) -> Decimal:
    """Round up: points are announced in hundredths, and less would not reach."""
    return ceil(value * 100) * TWO_PLACES
