"""A font small enough to travel inside a page: Thai, Latin and what stands between."""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x0E01, 0x0E5C),
    *range(0x2010, 0x2028),
    0x2022,
    0x2026,
    0x25CC,
)
"""Code points that pages are written in; anything else is drawn by the reader's fonts."""


def subset(source: bytes) -> bytes:
    """Return a TrueType font as WOFF2 with only ``LETTERS`` and the rules for them.

    The same source gives the same bytes.
    """
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    options = Options(
        layout_features=["*"], flavor="woff2", hinting=False, notdef_outline=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
