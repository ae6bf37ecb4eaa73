"""Values that are no points are refused with their place."""

import pytest

from prongsai.ita.errors import (
    BadScores,
    NotANumber,
    OutOfRange,
    UnknownIndicator,
    UnknownItem,
)
from prongsai.ita.frameworks.loader import load
from prongsai.ita.scoring.values import (
    changed_items,
    changed_points,
    indicator_points,
    item_points,
)
from prongsai.ita.words.catalogue import say


@pytest.mark.parametrize(
    "value", ["", "abc", "NaN", "Infinity", "1e2", "1_0", "96,33", True, 96.33, None]
)
def test_what_is_no_number_is_refused(value):
    with pytest.raises(NotANumber) as refused:
        indicator_points(load(2568), ["100"] * 9 + [value])

    assert refused.value.facts["place"] == "10"


@pytest.mark.parametrize("value", ["-0.01", "100.01", -1, 101, "99999"])
def test_what_lies_outside_0_to_100_is_refused(value):
    with pytest.raises(OutOfRange):
        indicator_points(load(2568), ["100"] * 9 + [value])


def test_a_refusal_has_a_sentence_in_both_languages():
    with pytest.raises(BadScores) as refused:
        indicator_points(load(2568), ["100"] * 3)

    facts = refused.value.facts
    assert "3 values were given" in say(refused.value.code, "en", **facts)
    assert "10 ตัวชี้วัด" in say(refused.value.code, "th", **facts)


def test_unknown_indicators_and_items_are_refused():
    with pytest.raises(UnknownIndicator):
        changed_points(load(2568), {11: "5"})
    with pytest.raises(UnknownItem):
        changed_items(load(2568), {"o99": "5"})
    with pytest.raises(UnknownItem):
        item_points(load(2568), {"o99": "5"})
