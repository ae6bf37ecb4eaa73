"""Indicators 9 and 10 from item scores, where the grouping is known."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from prongsai.ita.errors import GroupingUnknown
from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.open_data import groups, indicators_from, item_shares
from tests.prongsai.ita.scoring import strategies


def test_one_miss_costs_its_share_of_its_group_only():
    framework = load(2568)
    items = {item.code: Decimal(100) for item in framework.items or ()}

    found = indicators_from(groups(framework), items | {"o1": Decimal(0)})

    assert found == {9: Fraction(95), 10: Fraction(100)}


@pytest.mark.parametrize(
    ("missed", "indicator", "expected"),
    [
        (["o1"], 9, "97.78"),
        (["o10"], 9, "97.50"),
        (["o18"], 9, "97.14"),
        (["o29"], 9, "96.00"),
        (["o34"], 10, "93.75"),
        (["o34", "o35"], 10, "87.50"),
    ],
)
def test_misses_give_values_that_were_published(missed, indicator, expected):
    framework = load(2565)
    grouped = groups(framework)
    items = {
        item.code: Decimal(0 if item.code in missed else 100)
        for item in framework.items or ()
    }

    value = indicators_from(grouped, items)[indicator]

    assert abs(value - Fraction(expected)) <= Fraction(1, 200)


def test_the_shares_of_all_items_add_to_the_weight_of_the_oit():
    framework = load(2568)

    assert sum(item_shares(framework, groups(framework)).values()) == Fraction(2, 5)


def test_a_year_without_groups_is_refused_and_not_guessed():
    with pytest.raises(GroupingUnknown):
        groups(load(2569))


@given(strategies.items(load(2568)))
def test_indicators_from_items_lie_between_0_and_100(items):
    found = indicators_from(groups(load(2568)), items)

    assert all(0 <= value <= 100 for value in found.values())
