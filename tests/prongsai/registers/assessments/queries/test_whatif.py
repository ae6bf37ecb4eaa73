"""What if: other points, the levels above, the fewest points and the fewest items."""

from decimal import Decimal

import pytest

from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.score import score
from prongsai.registers.assessments.queries.whatif import (
    items_to,
    levels_above,
    ways_to,
    what_if,
)

POINTS = (*["95"] * 5, *["95"] * 3, "90", "70")


@pytest.fixture
def before():
    return score(load(2568), POINTS)


def test_only_what_differs_is_moved(before):
    found = what_if(before, dict(before.points) | {10: Decimal(80)})

    assert [one.indicator.number for one in found.moved] == [10]
    assert found.gained == Decimal("2.00")


def test_levels_above_come_next_one_first_and_the_top_has_none(before):
    top = score(load(2568), ["100"] * 10)

    assert [one.code for one in levels_above(before)] == ["good", "excellent"]
    assert levels_above(top) == []
    assert ways_to(top, None).plans == ()


def test_ways_lead_to_the_level_asked_for_or_to_the_next(before):
    assert ways_to(before, None).plans[0].after.level.code == "good"
    assert ways_to(before, "excellent").plans[0].after.level.code == "excellent"
    assert ways_to(before, "urgent").plans == ways_to(before, None).plans


def test_items_to_complete_are_told_where_all_are_known(before):
    items = {one.code: Decimal(100) for one in load(2568).items or ()}
    last = [one.code for group in load(2568).groups_of(10) or () for one in group]
    weak = items | dict.fromkeys(last, Decimal(0))

    assert items_to(before, None, weak)
    assert items_to(before, None, {"o1": Decimal(0)}) == ()
