"""What if some indicators had other points: the new total and level, and the way to a level."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.errors import BadScores
from prongsai.ita.frameworks.model import Indicator, Level
from prongsai.ita.scoring import simulate as library
from prongsai.ita.scoring.score import Result
from prongsai.ita.scoring.simulate import Change, Simulation


@dataclass(frozen=True, kw_only=True)
class Moved:
    """An indicator whose points were changed on the page."""

    indicator: Indicator
    old: Decimal
    new: Decimal


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """A result before and after the changes tried out."""

    before: Result
    after: Result
    moved: tuple[Moved, ...]

    @property
    def gained(self) -> Decimal:
        """What the changes add to the total."""
        return self.after.total - self.before.total


def what_if(before: Result, points: Mapping[int, Decimal]) -> WhatIf:
    """Score again with other points; those that stay the same are no change."""
    changes = {n: v for n, v in points.items() if v != before.points[n]}
    return WhatIf(
        before=before,
        after=library.what_if(before, changes),
        moved=tuple(
            Moved(indicator=one, old=before.points[one.number], new=changes[one.number])
            for one in before.framework.indicators
            if one.number in changes
        ),
    )


def levels_above(before: Result) -> list[Level]:
    """Return the levels better than the one reached, the next one first."""
    order = list(before.framework.levels)
    return order[: order.index(before.level)][::-1]


def items_to(
    before: Result, level: str | None, items: Mapping[str, Decimal]
) -> tuple[Change, ...]:
    """Return the fewest OIT items to complete for a level.

    None of them where items cannot reach it, are not all known, or cannot be grouped.
    """
    known = {one.code for one in levels_above(before)}
    of_oit = {code: points for code, points in items.items() if code[0] == "o"}
    try:
        found = library.simulate(
            before, level=level if level in known else None, items=of_oit
        )
    except BadScores:
        return ()
    return found.by_items or ()


def ways_to(before: Result, level: str | None) -> Simulation:
    """Return the cheapest ways to a level; without one, to the next better."""
    known = {one.code for one in levels_above(before)}
    return library.simulate(before, level=level if level in known else None)
