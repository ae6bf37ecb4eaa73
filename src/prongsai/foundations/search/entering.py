"""What an entry of the index is made of: its words, its year, a text of bearable length."""

import re
from collections.abc import Iterable
from datetime import date

from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.searching import words_of
from prongsai.ita.thai.text import clean

MOST_TEXT = 60_000
"""Letters of a page that can be found; what comes after them is in its files and tables."""

_YEAR = re.compile(r"/(2[45]\d\d)(?=/|-|$)")


def delimited(words: Iterable[str]) -> str:
    """Return words with a space around each.

    >>> delimited(["แผน", "ปี"])
    ' แผน ปี '
    """
    return f" {' '.join(words)} "


def words_in(*texts: str) -> str:
    """Return all words of some texts, delimited."""
    return delimited(dict.fromkeys(word for text in texts for word in words_of(text)))


def cut(text: str) -> str:
    """Return a text tidied, and no longer than is kept."""
    return clean(text[: 2 * MOST_TEXT])[:MOST_TEXT]


def year_of(url: str, on: date) -> int:
    """Return the fiscal year an address names, else the one its day falls in.

    >>> year_of("/ita/2569/o12/", date(2026, 11, 1)), year_of("/privacy/", date(2026, 11, 1))
    (2569, 2570)
    """
    named = _YEAR.search(url)
    return int(named[1]) if named else fiscal_year_of(on)
