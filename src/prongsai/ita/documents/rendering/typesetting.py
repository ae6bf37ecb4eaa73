"""Where a line of Thai may break: texts cut into pieces that stay whole.

Thai has no spaces between words, so every engine guesses; typst alone breaks one
line in six inside a word. Here a dictionary decides: each word is a piece, and the
painter keeps a piece on one line.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TypeAlias

from prongsai.ita.thai.segmenting import segment

Piece: TypeAlias = str | tuple[str]
"""A word on one line, or a space; in a tuple, running text that may break.

An empty piece is a place where a line may end.
"""

_WIDEST = 0.45  # em: words of the official size are narrower than this a letter
_WIDER = re.compile("[A-Z@%&#mæญฌฒณ๗๛¼½¾]")  # but not words of these
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")  # take no room of their own
_CLUSTER = re.compile(".[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*", re.DOTALL)
_BY_SPACES = re.compile("(?:[-–] |[^ ])*(?: |$)")  # a dash keeps the word after it
_BY_SEPARATORS = re.compile("-?[^./?&=_@:,-]*[./?&=_@:,]?")

_THAI = re.compile("[\u0e01-\u0e2e\u0e30-\u0e4e]")
_ABBREVIATION = re.compile(r"(?:[\u0e01-\u0e2e]{1,3}\.)+")
_CONTINUED = re.compile(r"[\u0e01-\u0e2e]{1,3}\.?|\d.*")
_REPEATS = ("ๆ", "ฯ")
_CLOSING = frozenset(".,;:!?%)]}”’»…/ฯๆ")
_OPENING = frozenset("([{\u201c\u2018«-–")
_QUOTES = ('"', "'")
_DASHES = ("-", "–")

_PROTECTED = re.compile(r"[ฯๆ–-]|[ก-ฮ]\.")
_LATIN = re.compile("[A-Za-z]")
_JOINT = re.compile("[./]")


@cache
def unbroken_words() -> frozenset[str]:
    """Return the words of this trade that are kept whole."""
    text = files(__package__).joinpath("unbroken.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])


def _words(text: str) -> list[str]:
    """Cut a text into words and what belongs to them; " " between."""
    glued: list[str] = []
    for phrase in text.split():
        tokens = segment(phrase, unbroken_words())
        for token in (" ", *tokens) if glued else tokens:
            if glued and _belongs(glued[-1], token):
                glued[-1] += token
            elif (
                len(glued) > 1 and glued[-1] == " " and _reaches_back(glued[-2], token)
            ):
                glued[-2:] = [glued[-2] + " " + token]
            else:
                glued.append(token)
    return glued


def _belongs(left: str, token: str) -> bool:
    """Whether no line may end between two neighbours."""
    if " " in (left, token):
        return False
    return (
        token[0] in _CLOSING
        or token[0] in _QUOTES
        or left[-1] in _OPENING
        or left in _QUOTES
        or not (_THAI.search(left[-1]) or _THAI.search(token[0]))
        or (bool(_ABBREVIATION.fullmatch(left)) and bool(_CONTINUED.fullmatch(token)))
    )


def _reaches_back(left: str, token: str) -> bool:
    """``อื่น ๆ``, ``ก.ย. ๒๕๖๘`` and a lone dash with its word stay together.

    A line that ended in a hyphen would lose it when the text is copied.
    """
    if left[-1] in _DASHES:
        return not token.isspace()
    return token in _REPEATS or (token[0].isdigit() and left.endswith("."))


def word_pieces(text: str, width: float) -> list[Piece]:
    """Cut a text into words that each fit into ``width`` em.

    >>> word_pieces("ขั้นตอนอื่น ๆ (ITA) ปี พ.ศ.๒๕๖๘", 20)
    ['ขั้นตอน', 'อื่น ๆ', ' ', '(ITA)', ' ', 'ปี', ' ', 'พ.ศ.๒๕๖๘']
    """
    return [piece for word in _words(text) for piece in _fitting(word, width)]


def running_pieces(text: str, width: float) -> list[Piece]:
    """Cut a text into running text, which can be justified, and what must stay whole.

    Whole stay names of this trade, abbreviations, numbers with what belongs to them,
    and all that holds Latin letters or a hyphen.
    """

    def whole(word: str) -> bool:
        return _is_protected(word) or _room(word) > width

    pieces: list[Piece] = []
    for stays, group in groupby(_words(text), key=whole):
        if stays:
            pieces += [part for word in group for part in _fitting(word, width)]
        else:
            pieces += _running(list(group), width)
    return pieces


def _running(group: list[str], width: float) -> Iterator[Piece]:
    """Running text, with the spaces around it apart: those may end a line.

    Where no space comes for a whole line, every word gives one a chance to end.
    """
    text = "".join(group)
    if any(_room(phrase) > width for phrase in text.split(" ")):
        for word in group:
            yield from (" ",) if word == " " else ((word,), "")
        return
    if text.startswith(" "):
        yield " "
    if text.strip():
        yield (text.strip(),)
        if text.endswith(" "):
            yield " "


def _is_protected(word: str) -> bool:
    return (
        word in unbroken_words()
        or bool(_PROTECTED.search(word))
        or bool(_LATIN.search(word) and _JOINT.search(word))
    )


def _fitting(word: str, width: float) -> Iterator[str]:
    """Cut what is wider than its column: after separators, else between letters."""
    if _room(word) <= width:
        yield word
        return
    part = ""
    for atom in _atoms(word, width):
        if part and _room(part + atom) > width:
            yield part
            part = ""
        part += atom
    yield part


def _atoms(word: str, width: float) -> Iterator[str]:
    """The smallest parts of a word that is too wide, a hyphen never last."""
    for part in _BY_SPACES.findall(word):
        if _room(part) <= width:
            yield part
            continue
        for piece in _BY_SEPARATORS.findall(part):
            yield from _letters(piece, width)


def _letters(part: str, width: float) -> list[str]:
    if _room(part) <= width:
        return [part]
    return _CLUSTER.findall(part)


def _room(word: str) -> float:
    """How wide a word is at most, in em."""
    return (len(_MARKS.sub("", word)) + len(_WIDER.findall(word)) / 2.2) * _WIDEST
