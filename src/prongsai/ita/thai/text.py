"""Thai text as it should have been typed: one space, whole vowels, no ghosts."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(
    [
        *range(0x200B, 0x2010),  # zero-width characters and direction marks
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        0x00AD,
        0xFEFF,
        0xFFFE,
    ]
)
_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
_SPACE_BEFORE_MARK = re.compile(rf"(?<=[\u0e01-\u0e2e]) +(?=[{_MARKS}])")
_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_NIKHAHIT = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Anything that cleaning could change; most texts have been cleaned before.
_UNTIDY = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000"
    "\ufeff\ufffe\u0e4d]|  |\u0e40\u0e40"
    rf"|[\u0e01-\u0e2e] (?=[{_MARKS}])"
)
_WHITE = re.compile(r"\s+")
_THAI_GAP = re.compile(r"(?<=[\u0e01-\u0e4e])\s+(?=[\u0e01-\u0e4e])")


def clean(text: str) -> str:
    """Normalise white space and the ways one Thai vowel can be typed; nothing else.

    >>> clean("ดํา  เนิน\u200bการ ")
    'ดำ เนินการ'
    >>> clean("น\u0e49\u0e4d\u0e32")
    'น้ำ'
    """
    if text == text.strip() and not _UNTIDY.search(text):
        return text
    text = _CONTROL.sub("", text.translate(_INVISIBLE))
    text = _TONE_NIKHAHIT.sub("\\1\u0e33", text)
    text = _NIKHAHIT_AA.sub("\\1\u0e33", text).replace("เเ", "แ")
    return _SPACE_BEFORE_MARK.sub("", _WHITE.sub(" ", text)).strip()


def join_thai(text: str) -> str:
    """Take out the gaps that a layout put between Thai letters.

    >>> join_thai("กองสาธารณสุขและ สิ่งแวดล้อม")
    'กองสาธารณสุขและสิ่งแวดล้อม'
    """
    return _THAI_GAP.sub("", text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce a text to what is compared: no spaces, no marks of punctuation, one case.

    >>> fold("ผลการดำเนินการ (Output)") == fold("ผลการ ดำเนินการ output")
    True
    """
    return "".join(
        c
        for c in unicodedata.normalize("NFC", clean(text)).casefold()
        if c.isalnum() or unicodedata.category(c) in {"Mn", "Mc"}
    )
