"""The piece of a text around the words that were found, the words marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.thai.digits import to_arabic

BEFORE, AFTER = 60, 180
"""Letters shown before the first mark, and after it."""

_MARKS = re.compile("[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]")
_THAI = re.compile(r"[\u0e00-\u0e7f]")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of a text; a hit is marked."""

    text: str
    hit: bool


def snippet(text: str, words: Sequence[str]) -> list[Part]:
    """Return the piece around the first word that is found, else how the text begins."""
    pattern = _pattern(words)
    first = pattern.search(to_arabic(text)) if pattern else None
    start = max(first.start() - BEFORE, 0) if first else 0
    end = min(start + BEFORE + AFTER, len(text))
    while start and _MARKS.match(text, start):  # never begin with half a letter
        start -= 1
    while end < len(text) and _MARKS.match(text, end):
        end += 1
    shown = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return marked(shown, words)


def marked(text: str, words: Sequence[str]) -> list[Part]:
    """Cut a text where words begin and end.

    >>> [part.text for part in marked("แผน ๒๕๖๙ Reports", ["2569", "report"]) if part.hit]
    ['๒๕๖๙', 'Reports']
    """
    pattern = _pattern(words)
    parts, done = [], 0
    for found in pattern.finditer(to_arabic(text)) if pattern else ():
        parts += [
            Part(text=text[done : found.start()], hit=False),
            Part(text=text[found.start() : found.end()], hit=True),
        ]
        done = found.end()
    return [part for part in (*parts, Part(text=text[done:], hit=False)) if part.text]


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Thai anywhere, for its words stand close; others from where they begin."""
    pieces = [
        re.escape(word) if _THAI.match(word) else rf"\b{_open(word)}"
        for word in sorted(words, key=len, reverse=True)
        if word
    ]
    return re.compile("|".join(pieces), re.IGNORECASE) if pieces else None


def _open(word: str) -> str:
    """Return a pattern of a word: a number whole, another with its plural."""
    if word.isdecimal():
        return ",?".join(word) + r"(?!\d)"
    stem = re.escape(word.removesuffix("y") if len(word) > len("by") else word)
    plural = r"(?:y|ies)\b" if stem != re.escape(word) else r"(?:e?s)?\b"
    return stem + plural
