"""Whether the Thai of a text layer can be trusted."""

import re

_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONE = "\u0e48-\u0e4b"
_ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"
# What no Thai word holds: a mark with nothing under it, two tones or two vowels in
# one place, a leading vowel that leads nothing.
_IMPOSSIBLE = re.compile(
    rf"(?<![\u0e01-\u0e2e{_MARK}])[{_MARK}\u0e33]|[{_TONE}][{_TONE}{_ABOVE}]"
    rf"|[{_ABOVE}][{_ABOVE}]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
)
_THAI = re.compile("[\u0e01-\u0e4e]")
# Private glyphs, letters without a name, and Thai bytes taken for Latin ones.
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\u00a1-\u00fb\x00]")
_ENOUGH = 40
_TOO_MANY_IMPOSSIBLE = 0.03
_TOO_MANY_STRANGE = 0.05


def impossible_share(text: str) -> float:
    """Return how many of a text's Thai letters stand where no Thai word has them.

    >>> impossible_share("ที่ดิน"), impossible_share("ท่ีด นิ") > 0.1
    (0.0, True)
    """
    letters = len(_THAI.findall(text))
    return len(_IMPOSSIBLE.findall(text)) / letters if letters else 0.0


def is_legible(text: str) -> bool:
    """Tell whether the text of a page can be trusted; a few letters always can."""
    letters = len(re.findall(r"\S", text))
    if letters < _ENOUGH:
        return True
    strange = len(_STRANGE.findall(text)) / letters
    return strange <= _TOO_MANY_STRANGE and (
        impossible_share(text) <= _TOO_MANY_IMPOSSIBLE
    )
