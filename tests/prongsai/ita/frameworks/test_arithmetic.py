from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.arithmetic import (
    instrument_means,
    level_of,
    rounded,
    weighted_total,
)

FRAMEWORK = loader.load(2568)
SCORES = st.lists(st.decimals(0, 100, places=2), min_size=10, max_size=10)


def total_of(scores):
    means = instrument_means(FRAMEWORK, dict(enumerate(scores, start=1)))
    return weighted_total(FRAMEWORK, means), means


@given(st.decimals(0, 100, places=2))
def test_a_year_of_equal_scores_has_that_total(score):
    total, _ = total_of([score] * 10)

    assert rounded(total) == score


@given(SCORES)
def test_the_total_lies_between_the_lowest_and_the_highest(scores):
    total, _ = total_of(scores)

    assert min(scores) <= total <= max(scores)


@given(SCORES, st.integers(0, 9))
def test_a_better_indicator_never_lowers_total_or_level(scores, number):
    better = [*scores[:number], Decimal(100), *scores[number + 1 :]]
    (before, means), (after, higher) = total_of(scores), total_of(better)

    assert after >= before
    levels = [level_of(FRAMEWORK, before, means), level_of(FRAMEWORK, after, higher)]
    ranks = [FRAMEWORK.levels.index(level) for level in levels if level]
    assert ranks == sorted(ranks, reverse=True)


def test_a_missing_indicator_is_refused():
    with pytest.raises(KeyError):
        instrument_means(FRAMEWORK, {1: Decimal(100)})


@pytest.mark.parametrize(
    ("value", "expected"), [("84.994999", "84.99"), ("84.995", "85.00"), ("0", "0.00")]
)
def test_rounding_is_half_up_and_once(value, expected):
    assert rounded(Fraction(value)) == Decimal(expected)
