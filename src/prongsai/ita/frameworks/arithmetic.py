"""The arithmetic of a year's rule: means, weighted total, level. Exact, rounded once."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from prongsai.ita.frameworks.model import Framework, InstrumentCode, Level

TWO_PLACES = Decimal("0.01")


def instrument_means(
    framework: Framework, values: Mapping[int, Decimal]
) -> dict[InstrumentCode, Fraction]:
    """Return each instrument's plain mean of its indicators, unrounded.

    ``values`` maps the number of every indicator of the year to its points; a
    missing indicator is a ``KeyError``, because a mean over a part is a guess.
    """
    return {
        instrument.code: _mean(
            [values[i.number] for i in framework.indicators_of(instrument.code)]
        )
        for instrument in framework.instruments
    }


def weighted_total(
    framework: Framework, means: Mapping[InstrumentCode, Fraction]
) -> Fraction:
    """Return the total of the year, unrounded: each instrument times its weight."""
    return sum(
        (Fraction(i.weight) * means[i.code] for i in framework.instruments), Fraction(0)
    )


def level_of(
    framework: Framework,
    total: Fraction,
    means: Mapping[InstrumentCode, Fraction],
) -> Level | None:
    """Return the first level whose rule fits; thresholds meet the rounded scores."""
    shown = rounded(total)
    lowest = min(rounded(mean) for mean in means.values())
    for level in framework.levels:
        each = level.min_each_instrument
        if shown >= level.min_total and (each is None or lowest >= each):
            return level
    return None


def rounded(value: Fraction) -> Decimal:
    """Round once, half up, to the two decimals that are announced.

    >>> rounded(Fraction("98.267")), rounded(Fraction("97.435"))
    (Decimal('98.27'), Decimal('97.44'))
    """
    # Whole hundredths first: a quotient of Decimals would already be rounded.
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return (Decimal(hundredths) / 100).quantize(TWO_PLACES, rounding=ROUND_HALF_UP)


def _mean(values: list[Decimal]) -> Fraction:
    return sum((Fraction(v) for v in values), Fraction(0)) / len(values)
