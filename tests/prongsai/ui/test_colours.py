"""Whatever colour an office chooses, every text on it and in it can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ui.colours import (
    DEFAULT,
    ENOUGH,
    PAPER,
    SAND,
    WHITE,
    contrast,
    darkened,
    is_colour,
    mixed,
    palette,
    text_on,
)
from prongsai.ui.stylesheet import common_rules

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def token(name: str) -> str:
    """The colour of a design token, spelled out with six digits."""
    found = re.search(rf"--{name}:\s*#([0-9a-f]+);", common_rules())
    assert found, name
    digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
    return f"#{digits}"


@given(COLOURS)
def test_every_pair_of_a_palette_can_be_read(colour):
    made = palette(colour)

    assert contrast(made.on_office, made.office) >= ENOUGH
    for ground in (WHITE, PAPER, SAND, made.tint):
        assert contrast(made.ink, ground) >= ENOUGH
        assert contrast(made.deep, ground) >= ENOUGH
    assert contrast(WHITE, made.ink) >= ENOUGH
    assert contrast(WHITE, made.deep) >= ENOUGH


@given(COLOURS)
def test_ordinary_text_can_be_read_on_a_tint(colour):
    tint = palette(colour).tint

    assert contrast(token("ink"), tint) >= ENOUGH
    assert contrast(token("soft"), tint) >= ENOUGH


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


@given(COLOURS)
def test_a_colour_is_darkened_no_more_than_needed(colour):
    if contrast(colour, WHITE) >= ENOUGH:
        assert darkened(colour, WHITE) == colour
    else:
        assert contrast(darkened(colour, WHITE), WHITE) < ENOUGH + 1


@given(COLOURS)
def test_the_text_on_a_colour_is_the_better_of_black_and_white(colour):
    worse = {"#000000", "#ffffff"} - {text_on(colour)}

    assert contrast(text_on(colour), colour) >= contrast(worse.pop(), colour)


@given(COLOURS, COLOURS)
def test_nothing_or_everything_of_another_colour(one, other):
    assert mixed(one, other, 0) == one
    assert mixed(one, other, 1) == other


def test_the_default_colour_needs_no_help():
    made = palette(DEFAULT)

    assert (made.office, made.ink, made.on_office) == (DEFAULT, DEFAULT, WHITE)


@pytest.mark.parametrize(
    "text", ["", "0b5563", "#0B5563", "#fff", "#0b5563;}", "#gggggg", "#0b5563\n"]
)
def test_only_six_small_digits_are_a_colour(text):
    assert not is_colour(text)


@pytest.mark.parametrize("tone", ["plain", "info", "ok", "warn", "bad"])
def test_every_tone_can_be_read_on_its_tint_and_on_white(tone):
    assert contrast(token(tone), token(f"{tone}-tint")) >= ENOUGH
    assert contrast(token(tone), WHITE) >= ENOUGH
    assert contrast(token("ink"), token(f"{tone}-tint")) >= ENOUGH


@pytest.mark.parametrize("ground", ["white", "paper", "sand"])
def test_text_can_be_read_on_every_surface(ground):
    assert contrast(token("ink"), token(ground)) >= ENOUGH
    assert contrast(token("soft"), token(ground)) >= ENOUGH


def test_the_surfaces_of_the_palette_are_those_of_the_stylesheet():
    assert (token("white"), token("paper"), token("sand")) == (WHITE, PAPER, SAND)


def test_the_edge_of_a_field_and_the_focus_can_be_seen():
    assert contrast(token("edge"), WHITE) >= 3
    assert contrast(token("edge"), token("paper")) >= 3
    assert contrast(token("focus"), WHITE) >= 3
    assert contrast(token("focus"), token("halo")) >= 3
