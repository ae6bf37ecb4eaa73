"""Characters the fonts cannot draw, spelled out so that nothing is lost in print."""

import re
import unicodedata
from functools import cache

import typst

from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.documents.rendering.fonts import FAMILY, covered

_ORDINARY = re.compile(
    "[ \t\r\n\x21-\x7e\u0e01-\u0e3a\u0e3f-\u0e5b\u2013-\u2014\u2018-\u201d\u2026]*"
)
_PROBE = """
#let data = json(bytes(sys.inputs.document))
#set document(title: "-", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: data.family)
#data.text
"""


def printable(text: str) -> str:
    """Return the text with what no font can draw written as its code point.

    PDF/A refuses a page with an empty box on it. Invisible characters are dropped.

    >>> printable("ลำดับ 中")
    'ลำดับ [U+4E2D]'
    """
    if _ORDINARY.fullmatch(text):
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if _ORDINARY.fullmatch(character):
        return character
    if character.isspace():
        return " "
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    return character if _is_drawn(character, kind) else f"[U+{ord(character):04X}]"


def _is_drawn(character: str, kind: str) -> bool:
    if kind.startswith("C"):
        return False
    if ord(character) in covered():
        return True
    # A mark that must share its font with a letter of another one cannot be drawn.
    return not kind.startswith("M") and _has_glyph(character)


@cache
def _has_glyph(character: str) -> bool:
    """Whether typst's own fonts draw the character: only typst can tell."""
    try:
        typeset(_PROBE.encode(), {"family": FAMILY, "text": character})
    except typst.TypstError:
        return False
    return True
