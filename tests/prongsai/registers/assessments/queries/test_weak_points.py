"""Where the points went: indicators and items, the dearest first."""

from decimal import Decimal

import pytest

from prongsai.ita.frameworks.loader import load
from prongsai.registers.assessments.queries.weak_points import weak_items, weak_points
from tests.cast import make_office
from tests.results import POINTS, make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_dearest_indicator_comes_first_and_what_is_full_is_left_out():
    make_office()
    make_result(2567, points=(*POINTS[:9], "60"))
    made = make_result(points=("100", *POINTS[1:9], "50"))

    found = weak_points(made)

    first = found[0]
    assert (first.indicator.number, first.lost, first.change) == (
        10, Decimal("10.00"), Decimal(-10),
    )  # fmt: skip
    assert 1 not in {one.indicator.number for one in found}
    lost = [one.lost for one in found]
    assert lost == sorted(lost, reverse=True)


def test_items_cost_points_where_all_are_known_and_are_listed_where_some_are():
    make_office()
    whole = {item.code: Decimal(100) for item in load(2568).items or ()} | {
        "o3": Decimal(0)
    }

    known = weak_items(make_result(2568, items=whole))
    part = weak_items(make_result(2567, items={"o1": Decimal(0), "eit1": Decimal(3)}))

    assert [(one.code, one.lost) for one in known] == [("o3", Decimal("1.00"))]
    assert [(one.code, one.lost) for one in part] == [("o1", None)]


def test_nothing_is_told_of_a_year_that_is_not_whole():
    make_office()
    made = make_result(points={1: "50"}, items={"o1": Decimal(0)}, confirmed=False)

    assert not weak_points(made)
    assert not weak_items(made)
