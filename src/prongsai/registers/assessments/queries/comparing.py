"""Several years side by side: points, changes, totals, levels."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.frameworks.model import Indicator, InstrumentCode
from prongsai.ita.scoring.score import Result
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.agreeing import level_named
from prongsai.registers.assessments.queries.codes import framework_of

MOST_YEARS = 6
"""As many colours as a chart tells apart."""


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year of the comparison: what was announced, and our computing beside it."""

    assessment: Assessment
    points: dict[int, Decimal]
    computed: Result | None

    @property
    def number(self) -> int:
        """The fiscal year."""
        return self.assessment.fiscal_year

    @property
    def total(self) -> Decimal | None:
        """The announced total; the computed one where none was announced."""
        if self.assessment.announced_total is not None:
            return self.assessment.announced_total
        return self.computed.total if self.computed else None

    @property
    def level(self) -> str:
        """The announced level; nothing where none was announced."""
        return self.assessment.announced_level

    def mean(self, code: InstrumentCode) -> Decimal | None:
        """The mean of an instrument, or None where it cannot be computed."""
        return self.computed.instruments.get(code) if self.computed else None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The chosen years, oldest first, and the indicators as the newest names them."""

    years: tuple[Year, ...]
    indicators: tuple[Indicator, ...]

    @property
    def newest(self) -> Year:
        """The last year of the comparison."""
        return self.years[-1]


def compare(assessments: Sequence[Assessment]) -> Comparison | None:
    """Lay years side by side; None where there is nothing to lay."""
    ordered = sorted(assessments, key=lambda one: one.fiscal_year)[-MOST_YEARS:]
    years = tuple(
        Year(
            assessment=one,
            points=queries.points_of(one),
            computed=queries.computed(one),
        )
        for one in ordered
    )
    framework = framework_of(years[-1].number) if years else None
    if framework is None:
        return None
    return Comparison(years=years, indicators=framework.indicators)


def change(old: Decimal | None, new: Decimal | None) -> Decimal | None:
    """Return the difference of two values, or None where one is missing."""
    return None if old is None or new is None else new - old


def level_change(old: Year, new: Year) -> int | None:
    """Return 1 for a better level, -1 for a worse one, 0 for the same.

    None where the two years do not name their levels in the same way, or one is unknown.
    """
    before, after = framework_of(old.number), framework_of(new.number)
    if before is None or after is None or before.level_scheme != after.level_scheme:
        return None
    first = level_named(old.level, before.levels)
    second = level_named(new.level, after.levels)
    if first is None or second is None:
        return None
    order = [level.code for level in after.levels]
    if first.code not in order:
        return None
    moved = order.index(first.code) - order.index(second.code)
    return (moved > 0) - (moved < 0)
