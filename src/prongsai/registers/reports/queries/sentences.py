"""The Thai sentences that reports and their memos are drafted with."""

from datetime import date

from prongsai.foundations.records.sentences import SentenceBook
from prongsai.ita.thai import dates

_BOOK = SentenceBook(__package__)

say = _BOOK.say
"""Fill one sentence."""

has = _BOOK.has
"""Whether there is such a sentence: some kinds of report say nothing somewhere."""


def long_date(day: date) -> str:
    """Write a day as letters do, in Arabic digits; a document switches them."""
    return dates.long_date(day, "arabic")
