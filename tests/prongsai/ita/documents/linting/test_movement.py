from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.linting.movement import (
    WORDS,
    Direction,
    amount_in,
    direction_in,
    direction_of,
    is_points_called_percent,
    percent_of,
)

SCORES = st.decimals(1, 100, places=2)


@pytest.mark.parametrize(
    ("direction", "word"), [(d, word) for d, words in WORDS.items() for word in words]
)
def test_every_word_is_read_as_its_direction(direction, word):
    assert direction_in(f"คะแนน {word} ๑.๕๐") is direction


def test_a_text_without_a_direction_gives_none():
    assert direction_in("๙๖.๓๓") is None


@given(SCORES, SCORES)
def test_a_direction_turns_with_time(old, new):
    turned = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    forward = direction_of(old, new)

    assert direction_of(new, old) is turned.get(forward, forward)


@given(SCORES, SCORES)
def test_a_true_percentage_is_never_called_points(old, new):
    percent = percent_of(old, new)

    assert percent is not None
    assert not is_points_called_percent(percent, old, new)


def test_points_from_a_hundred_are_percent_as_well():
    assert not is_points_called_percent(Decimal("2.5"), Decimal(100), Decimal("97.5"))
    assert is_points_called_percent(Decimal("2.5"), Decimal(50), Decimal("47.5"))


@pytest.mark.parametrize("text", ["", "ลดลง", "-"])
def test_a_change_without_a_number_has_no_amount(text):
    assert amount_in(text) is None


def test_nothing_is_a_percentage_of_nothing():
    assert percent_of(Decimal(0), Decimal(5)) is None
