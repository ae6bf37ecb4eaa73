"""Which level a result earns, what stands in the way of a better one, and doubts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from prongsai.ita.frameworks.arithmetic import rounded
from prongsai.ita.frameworks.model import (
    Confidence,
    Framework,
    InstrumentCode,
    Level,
)
from prongsai.ita.scoring.explanation import Name, Step, step, written


def level_above(framework: Framework, level: Level) -> Level | None:
    """Return the next better level, or None at the top."""
    place = framework.levels.index(level)
    return framework.levels[place - 1] if place else None


def at_least(framework: Framework, level: Level, wanted: Level) -> bool:
    """Tell whether a level is the wanted one or better."""
    order = framework.levels
    return order.index(level) <= order.index(wanted)


def name_of(level: Level) -> Name:
    """Return a level's official name in both languages."""
    return Name(th=level.th, en=level.en)


def misses(
    level: Level, total: Fraction, means: Mapping[InstrumentCode, Fraction]
) -> Iterator[Step]:
    """Yield what is too low for a level: the total, or an instrument."""
    if rounded(total) < level.min_total:
        yield step(
            "below-total",
            level=name_of(level),
            total=written(rounded(total)),
            minimum=str(level.min_total),
        )
    for code, mean in means.items():
        if level.min_each_instrument and rounded(mean) < level.min_each_instrument:
            yield step(
                "below-instrument",
                level=name_of(level),
                instrument=code,
                value=written(rounded(mean)),
                minimum=str(level.min_each_instrument),
            )


def doubts(framework: Framework, level: Level) -> Iterator[Step]:
    """Yield what is not known about the level given, or about the year's rule."""
    if level.caveat is not None:
        yield step(f"caveat.{level.caveat}", level=name_of(level))
    if any(i.grounds.confidence is Confidence.INFERRED for i in framework.instruments):
        yield step("weights-inferred", year=str(framework.year))
    if level.grounds.confidence is Confidence.INFERRED:
        yield step("level-inferred", level=name_of(level), year=str(framework.year))
