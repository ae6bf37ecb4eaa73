"""Where points went, by indicator and by item."""

from fractions import Fraction

from hypothesis import given

from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.gaps import as_json, gaps, item_gaps
from prongsai.ita.scoring.score import score
from tests.prongsai.ita.scoring import strategies


def test_the_dearest_indicator_comes_first():
    result = score(load(2568), [100, 100, 100, 100, 90, 100, 100, 92, 95, 100])

    found = gaps(result)

    assert [(gap.indicator, gap.lost) for gap in found[:3]] == [
        (9, 1),
        (8, Fraction(4, 5)),
        (5, Fraction(3, 5)),
    ]
    assert as_json(found[0]) == {
        "indicator": 9,
        "value": "95",
        "short": "5.00",
        "lost": "1.00",
    }


def test_an_item_is_worth_more_in_a_small_group():
    framework = load(2568)
    items = {item.code: "100" for item in framework.items or ()} | {
        "o12": "0",
        "o5": "0",
    }

    dearest, second, *_ = item_gaps(framework, items)

    assert (dearest.item, dearest.lost) == ("o12", Fraction(2))
    assert (second.item, second.worth) == ("o5", Fraction(4, 7))
    assert as_json(second)["lost"] == "0.5714…"


@given(strategies.frameworks, strategies.indicators)
def test_all_that_was_lost_adds_up_to_what_the_total_lacks(framework, values):
    result = score(framework, values)

    assert sum(gap.lost for gap in gaps(result)) == 100 - result.exact


@given(strategies.items(load(2568)))
def test_items_lost_add_up_to_what_the_oit_lacks(items):
    framework = load(2568)
    result = score(framework, ["100"] * 10, items)

    lost = sum((gap.lost for gap in item_gaps(framework, items)), Fraction(0))

    assert lost == 100 - result.exact
