"""Colours with enough contrast, computed from the one colour an office chooses."""

import re
from dataclasses import dataclass

DEFAULT = "#0b5563"
BLACK, WHITE, PAPER, SAND = "#000000", "#ffffff", "#faf8f5", "#f1ede7"
ENOUGH = 4.5
"""Contrast of text to its ground, WCAG 2.2 criterion 1.4.3, level AA."""

_STEPS = 100


@dataclass(frozen=True, kw_only=True)
class Palette:
    """What a page needs of an office's colour."""

    office: str
    """The colour itself, for bands and ornaments."""
    on_office: str
    """Text on it."""
    ink: str
    """The colour as text on every surface and on ``tint``; also the ground of buttons."""
    deep: str
    """Darker still, for what is pointed at."""
    tint: str
    """A breath of the colour, as a ground."""


def is_colour(text: str) -> bool:
    """Return whether a text is a colour of six digits such as ``#0b5563``."""
    return bool(re.fullmatch(r"#[0-9a-f]{6}", text))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG computes it.

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_on(ground: str) -> str:
    """Return white or black, whichever can be read better on a colour."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, ground))


def mixed(colour: str, other: str, part: float) -> str:
    """Return a colour with a part (0 to 1) of another in it.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def darkened(colour: str, *grounds: str, enough: float = ENOUGH) -> str:
    """Return the colour, darkened no more than needed to be read on all grounds."""
    for step in range(_STEPS + 1):
        made = mixed(colour, BLACK, step / _STEPS)
        if all(contrast(made, ground) >= enough for ground in grounds):
            return made
    return BLACK


def palette(colour: str) -> Palette:
    """Return what a page needs of an office's colour, every pair readable."""
    tint = mixed(colour, WHITE, 0.92)
    ink = darkened(colour, WHITE, PAPER, SAND, tint)
    return Palette(
        office=colour,
        on_office=text_on(colour),
        ink=ink,
        deep=mixed(ink, BLACK, 0.35),
        tint=tint,
    )


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # The curve of sRGB is a straight line near black.
    dark = 0.04045
    return value / 12.92 if value <= dark else ((value + 0.055) / 1.055) ** 2.4
