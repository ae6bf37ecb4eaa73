"""How much room a text takes: widths from the font the pages are set in.

Pictures are drawn before any browser sees them, so a text is measured here. A browser
with another font draws Thai at most a little wider; ``SPARE`` is kept for that.
"""

import re
from functools import cache
from pathlib import Path

from prongsai.ita.thai.segmenting import segment

SPARE = 1.06
"""How much wider than measured a text may come out."""

LINE = 1.5
"""The height of a line of Thai for one of its letters' size."""

_CLUSTER = re.compile(".[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*", re.DOTALL)
_UNKNOWN = 0.7  # em: what another font would draw


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text of a size is, in the units of the size.

    >>> round(width_of("ก", 100))
    61
    """
    widths = _widths("Bold" if bold else "Regular")
    return SPARE * size * sum(widths.get(ord(letter), _UNKNOWN) for letter in text)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text that each fit into the room, parted between words."""
    lines: list[str] = []
    for word in _words(text):
        for piece in _fitting(word, room, size, bold=bold):
            joined = lines[-1] + piece if lines else ""
            if joined and width_of(joined.rstrip(), size, bold=bold) <= room:
                lines[-1] = joined
            elif piece.strip():
                lines.append(piece)
    return [line.strip() for line in lines]


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text as ``wrapped`` does, of nearly one length each.

    No word is cut for it that had room.
    """
    lines = wrapped(text, room, size, bold=bold)
    words = (width_of(word.strip(), size, bold=bold) for word in _words(text))
    least = max([room / 2, *words]) + size / 2
    while room > least:
        room -= size / 2
        narrower = wrapped(text, room, size, bold=bold)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _words(text: str) -> list[str]:
    """Cut a text into words; what closes something stays with what it closes."""
    words: list[str] = []
    for word in segment(" ".join(text.split())):
        if words and (word[0] in ")]}.,;:!?%ๆฯ”" or words[-1][-1] in "([{“"):
            words[-1] += word
        else:
            words.append(word)
    return words


def _fitting(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Cut a word that is wider than the room between its letters."""
    if width_of(word.rstrip(), size, bold=bold) <= room:
        return [word]
    parts = [""]
    for cluster in _CLUSTER.findall(word):
        if parts[-1] and width_of(parts[-1] + cluster, size, bold=bold) > room:
            parts.append("")
        parts[-1] += cluster
    return parts


@cache
def _widths(style: str) -> dict[int, float]:
    """Return the width in em of every letter a style can draw."""
    # Most pages have no drawing and need not wait for the font.
    import fontpkg_sarabun  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    folder = Path(fontpkg_sarabun.__file__).parent / "files"
    with TTFont(folder / f"Sarabun-{style}.ttf", lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        return {
            point: widths[name][0] / em for point, name in font.getBestCmap().items()
        }
