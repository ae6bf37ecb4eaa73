"""The points to expect: bounded, monotone, equal to the scoring where that can be done."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.disclosure.grouping import Origin, is_known
from prongsai.ita.disclosure.prediction import predict
from prongsai.ita.frameworks import loader
from prongsai.ita.scoring import open_data

CODES = [item.code for item in loader.load(2569).items or ()]
ANSWERS = st.fixed_dictionaries(
    {code: st.sampled_from([True, False, None]) for code in CODES}
)


def predicted(complete, **options):
    return predict(loader.load(2569), complete, grouping=loader.load(2568), **options)


@pytest.mark.slow
@given(ANSWERS)
def test_points_stay_between_none_and_all_and_what_is_lost_is_the_rest(complete):
    found = predicted(complete)

    assert 0 <= found.oit <= found.best <= 100
    assert found.oit + found.lost == 100
    assert sum(row.worth for row in found.items) == 100


@pytest.mark.slow
@given(ANSWERS, st.sampled_from(CODES))
def test_completing_an_item_brings_exactly_what_it_is_worth(complete, code):
    before = predicted(complete | {code: False})

    after = predicted(complete | {code: True})

    worth = next(row.worth for row in before.items if row.code == code)
    assert after.oit - before.oit == worth > 0


@pytest.mark.parametrize(
    "year", [y for y in loader.available() if is_known(loader.load(y))]
)
def test_a_known_grouping_gives_the_points_of_the_scoring(year):
    framework = loader.load(year)
    complete = {item.code: item.number % 3 != 0 for item in framework.items or ()}
    points = {code: Decimal(100 if done else 0) for code, done in complete.items()}
    scored = open_data.indicators_from(open_data.groups(framework), points)

    found = predict(framework, complete)

    assert found.origin is Origin.OWN
    assert {row.number: row.points for row in found.indicators} == scored
    assert found.oit == sum(scored.values()) / len(scored)


def test_2569_borrows_the_grouping_of_2568_by_subject_and_says_so():
    found = predicted({})

    assert (found.origin, found.from_year) == (Origin.BORROWED, 2568)
    assert {row.code: row.indicator for row in found.items}["o26"] == 10
    assert {row.number for row in found.indicators} == {9, 10}
    assert not found.guessed


def test_without_any_grouping_every_item_counts_the_same():
    found = predict(loader.load(2569), dict.fromkeys(CODES, True))

    assert found.origin is Origin.NONE
    assert {row.worth for row in found.items} == {Fraction(100, 26)}
    assert found.oit == 100


def test_the_cheapest_step_brings_most_for_each_missing_element():
    complete = dict.fromkeys(CODES, True) | {"o1": False, "o2": False}

    found = predicted(complete, missing={"o1": 5, "o2": 1})

    assert [row.code for row in found.steps] == ["o2", "o1"]
    assert found.steps[1].gain == found.steps[1].worth / 5


def test_items_nobody_checked_are_counted_apart():
    found = predicted(dict.fromkeys(CODES[:-1], True))

    assert found.unknown == 1
    assert found.oit < found.best == 100
