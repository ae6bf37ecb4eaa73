"""Where Thai words begin and end: newmm with the dictionary as a set of words.

The tree of all 60,000 words takes longer to build than a report takes to read or a page
to paint. The same question, which words begin here, is answered by looking the next few
letters up in a set.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

_KEY = 3  # letters that tell how long a word beginning with them can be


class WordSet(Trie):
    """A dictionary that is ready at once. It is never changed, so threads may share it."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([])
        self._known = frozenset(words)
        self._longest: dict[str, int] = {}
        for word in self._known:
            key = word[:_KEY]
            if len(word) > self._longest.get(key, 0):
                self._longest[key] = len(word)

    def __len__(self) -> int:
        return len(self._known)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that begin at ``start``, shortest first."""
        most = max(
            self._longest.get(text[start : start + length], 0)
            for length in range(1, _KEY + 1)
        )
        pieces = (text[start : start + n] for n in range(1, most + 1))
        return [piece for piece in dict.fromkeys(pieces) if piece in self._known]


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
    known = _words(extra)
    return tuple(map(str, word_tokenize(text, custom_dict=known, engine="newmm")))


@cache
def _words(extra: frozenset[str]) -> WordSet:
    return WordSet(dictionary() | extra)
