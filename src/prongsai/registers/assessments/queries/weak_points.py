"""Where the points of a year went: indicators and items, the dearest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.errors import BadScores
from prongsai.ita.frameworks.arithmetic import rounded
from prongsai.ita.frameworks.model import Indicator, Item
from prongsai.ita.scoring import gaps as library
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries


@dataclass(frozen=True, kw_only=True)
class WeakPoint:
    """An indicator: what it lacks to 100, what that costs the total, and the drop.

    ``change`` is the difference from the year before, None where that is not known.
    """

    indicator: Indicator
    points: Decimal
    short: Decimal
    weight: Decimal
    lost: Decimal
    change: Decimal | None


@dataclass(frozen=True, kw_only=True)
class WeakItem:
    """An item that did not get all its points, and what that costs the total.

    ``lost`` is None where items are missing or no source tells how the year groups them.
    """

    code: str
    item: Item | None
    points: Decimal
    lost: Decimal | None


def weak_points(assessment: Assessment) -> list[WeakPoint]:
    """Return the indicators that lost points, the dearest first; none while incomplete."""
    result = queries.computed(assessment)
    if result is None:
        return []
    earlier = queries.earlier_than(assessment)
    before = queries.points_of(earlier) if earlier else {}
    by_number = {one.number: one for one in result.framework.indicators}
    return [
        WeakPoint(
            indicator=by_number[gap.indicator],
            points=gap.value,
            short=rounded(gap.short),
            weight=rounded(gap.share * 100),
            lost=rounded(gap.lost),
            change=_change(before, gap.indicator, gap.value),
        )
        for gap in library.gaps(result)
        if gap.lost
    ]


def weak_items(assessment: Assessment) -> list[WeakItem]:
    """Return the OIT items that lost points, where item scores are known."""
    result = queries.computed(assessment)
    items = {c: p for c, p in queries.items_of(assessment).items() if c[0] == "o"}
    if result is None or not items:
        return []
    try:
        found = library.item_gaps(result.framework, items)
    except BadScores:
        lost: Mapping[str, Decimal | None] = {}
    else:
        lost = {gap.item: rounded(gap.lost) for gap in found}
    weak = [
        WeakItem(
            code=code,
            item=result.framework.item(code),
            points=points,
            lost=lost.get(code),
        )
        for code, points in items.items()
        if points < 100  # noqa: PLR2004  # full points
    ]
    return sorted(
        weak, key=lambda one: (-(one.lost or 0), one.points, int(one.code[1:]))
    )


def _change(
    before: Mapping[int, Decimal], number: int, points: Decimal
) -> Decimal | None:
    return points - before[number] if number in before else None
