"""Which aspect and which indicator has its measures, and which has none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.queries.sources import Weak, weak_indicators
from prongsai.registers.measures.states import MeasureState

Names = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One aspect or indicator with its measures; ``weak`` where it lost points."""

    number: int
    th: str
    en: str
    measures: tuple[Measure, ...]
    weak: Weak | None = None

    @property
    def is_gap(self) -> bool:
        """Whether no measure answers it."""
        return not self.measures


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """A plan seen by its aspects and its indicators.

    ``unplaced`` are measures that answer neither; ``has_result`` says whether it is
    known which indicators are weak.
    """

    measures: tuple[Measure, ...]
    aspects: tuple[Entry, ...]
    indicators: tuple[Entry, ...]
    has_result: bool

    @property
    def unplaced(self) -> tuple[Measure, ...]:
        """The measures without an aspect and without an indicator."""
        return tuple(m for m in self.measures if m.aspect is None and not m.indicators)

    @property
    def gaps(self) -> tuple[Entry, ...]:
        """Indicators without a measure, the dearest first, then aspects without one."""
        lacking = [one for one in self.indicators if one.is_gap]
        weak = [one for one in lacking if one.weak is not None]
        fine = [one for one in lacking if one.weak is None]
        return (*weak, *fine, *(one for one in self.aspects if one.is_gap))


def matrix(plan: Plan) -> Matrix:
    """Return a plan by aspects and indicators; what was given up does not count."""
    dropped = MeasureState.DROPPED
    measures = tuple(m for m in plans.measures_of(plan) if m.state != dropped)
    weak = weak_indicators(plan)
    rank = {one.number: place for place, one in enumerate(weak)}
    by_number = {one.number: one for one in weak}
    indicators = _entries(
        plans.indicators_of(plan.result_year or plan.fiscal_year),
        measures,
        lambda measure: measure.indicators,
        weak=by_number,
    )
    return Matrix(
        measures=measures,
        aspects=_entries(
            plans.aspects_of(plan.fiscal_year), measures, lambda m: [m.aspect]
        ),
        indicators=tuple(
            sorted(indicators, key=lambda one: rank.get(one.number, len(rank)))
        ),
        has_result=bool(weak),
    )


def _entries(
    names: Names,
    measures: Sequence[Measure],
    of: Callable[[Measure], Sequence[int | None]],
    *,
    weak: Mapping[int, Weak] | None = None,
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            number=number,
            th=th,
            en=en,
            measures=tuple(m for m in measures if number in of(m)),
            weak=(weak or {}).get(number),
        )
        for number, (th, en) in names.items()
    )
