"""The total and the level of a year from its indicators, every step explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.frameworks.arithmetic import (
    instrument_means,
    level_of,
    rounded,
    weighted_total,
)
from prongsai.ita.frameworks.model import Framework, InstrumentCode, Level
from prongsai.ita.scoring import levels, open_data, values
from prongsai.ita.scoring.explanation import Step, as_decimal, step, written
from prongsai.ita.scoring.values import Points


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a year's indicators come to.

    ``means`` and ``exact`` are not rounded, ``total`` is, once, half up to two
    decimals. ``points`` are the indicators by number; where they came from item
    scores they are rounded here and exact in ``means``.
    """

    framework: Framework
    points: Mapping[int, Decimal]
    means: Mapping[InstrumentCode, Fraction]
    exact: Fraction
    total: Decimal
    level: Level
    explanation: tuple[Step, ...]

    @property
    def unrounded(self) -> Decimal:
        """The total before rounding."""
        return as_decimal(self.exact)

    @property
    def instruments(self) -> Mapping[InstrumentCode, Decimal]:
        """Each instrument's mean, rounded to two decimals."""
        return {code: rounded(mean) for code, mean in self.means.items()}


def score(
    framework: Framework,
    indicators: Sequence[Points],
    items: Mapping[str, Points] | None = None,
) -> Result:
    """Score a year from its indicators in order, 0 to 100 points each.

    ``items``, the points of every OIT item by code, take the place of the OIT
    indicators. Raises a ``BadScores`` that says which value is wrong and why.
    """
    points = values.indicator_points(framework, indicators)
    means = instrument_means(framework, points)
    made: list[Step] = []
    if items is not None:
        grouped = open_data.groups(framework)
        item_points = values.item_points(framework, items)
        from_items = open_data.indicators_from(grouped, item_points)
        means[InstrumentCode.OIT] = open_data.mean(from_items.values())
        made = list(_items_steps(points, from_items))
        points |= {number: rounded(value) for number, value in from_items.items()}
    exact = weighted_total(framework, means)
    level = _level(framework, exact, means)
    return Result(
        framework=framework,
        points=points,
        means=means,
        exact=exact,
        total=rounded(exact),
        level=level,
        explanation=(
            *made,
            *_total_steps(framework, points, means),
            *_level_steps(framework, level, (exact, means)),
        ),
    )


def as_json(result: Result) -> dict[str, object]:
    """Return the result for JSON: numbers are texts, so that none is rounded again."""
    return {
        "year": result.framework.year,
        "revision": result.framework.revision,
        "total": str(result.total),
        "unrounded": written(result.exact),
        "level": result.level.th,
        "level_code": result.level.code,
        "level_en": result.level.en,
        "passes": result.level.passes,
        "instruments": {
            code.value: str(mean) for code, mean in result.instruments.items()
        },
        "indicators": {str(n): str(v) for n, v in result.points.items()},
        "explanation": [made.as_json() for made in result.explanation],
    }


def _level(
    framework: Framework, exact: Fraction, means: Mapping[InstrumentCode, Fraction]
) -> Level:
    # The loader made sure that the last level is open to every total.
    return level_of(framework, exact, means) or framework.levels[-1]


def _items_steps(
    given: Mapping[int, Decimal], from_items: Mapping[int, Fraction]
) -> Iterator[Step]:
    for number, value in from_items.items():
        facts = {"indicator": str(number), "value": written(value)}
        yield step("from-items", **facts)
        if rounded(value) != rounded(Fraction(given[number])):
            yield step("items-differ", **facts, given=written(given[number]))


def _total_steps(
    framework: Framework,
    points: Mapping[int, Decimal],
    means: Mapping[InstrumentCode, Fraction],
) -> Iterator[Step]:
    weighted = []
    for instrument in framework.instruments:
        mean = means[instrument.code]
        numbers = [i.number for i in framework.indicators_of(instrument.code)]
        yield step(
            "mean",
            instrument=instrument.code,
            indicators=", ".join(map(str, numbers)),
            values=", ".join(written(points[number]) for number in numbers),
            mean=written(mean),
        )
        part = Fraction(instrument.weight) * mean
        weighted.append(part)
        yield step(
            "weigh",
            instrument=instrument.code,
            mean=written(mean),
            weight=str(instrument.weight),
            part=written(part),
        )
    exact = sum(weighted, Fraction(0))
    parts = " + ".join(map(written, weighted))
    yield step("add", parts=parts, sum=written(exact))
    yield step("round", sum=written(exact), total=str(rounded(exact)))


def _level_steps(
    framework: Framework,
    level: Level,
    result: tuple[Fraction, Mapping[InstrumentCode, Fraction]],
) -> Iterator[Step]:
    above = levels.level_above(framework, level)
    if above is not None:
        yield from levels.misses(above, *result)
    name = levels.name_of(level)
    if level.min_each_instrument is None:
        yield step("level", level=name, minimum=str(level.min_total))
    else:
        each = str(level.min_each_instrument)
        yield step("level-each", level=name, minimum=str(level.min_total), each=each)
    yield from levels.doubts(framework, level)
