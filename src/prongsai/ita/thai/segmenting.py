"""Where Thai words begin and end: newmm with a dictionary that is loaded by need.

Building the tree of all 60,000 words takes longer than reading a report or painting a
page, and a document uses a tenth of them.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from threading import Lock

from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

_GROUP = 4  # letters that the words of a group begin with
_filling = Lock()


class LazyTrie(Trie):
    """A dictionary that takes in a group of words when a text first needs it."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([])
        self._waiting: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            self._waiting[word[:_GROUP]].append(word)
        for short in [start for start in self._waiting if len(start) < _GROUP]:
            self._fetch(short)

    def _fetch(self, start: str) -> None:
        for word in self._waiting.pop(start):
            self.add(word)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that begin at ``start``, shortest first."""
        group = text[start : start + _GROUP]
        if group in self._waiting:
            self._fetch(group)
        found: list[str] = super().prefixes(text, start)
        return found


@cache
def dictionary() -> frozenset[str]:
    """Every word of the dictionary."""
    return frozenset(map(str, thai_words()))


@lru_cache(maxsize=16384)
def segment(text: str, extra: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Cut a text into words and white space; joined they give the text back.

    ``extra`` are words beyond the dictionary; few sets of them, since each keeps a
    dictionary of its own.

    >>> segment("จัดทำคู่มือ")
    ('จัดทำ', 'คู่มือ')
    """
    if not text:
        return ()
    with _filling:
        known = _trie(extra)
        return tuple(map(str, word_tokenize(text, custom_dict=known, engine="newmm")))


@cache
def _trie(extra: frozenset[str]) -> LazyTrie:
    return LazyTrie(dictionary() | extra)
