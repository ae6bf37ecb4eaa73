"""Sentences come from the file of their package, filled with facts."""

import pytest

from prongsai.foundations.records.sentences import SentenceBook

BOOK = SentenceBook("prongsai.registers.measures.queries", "drafting.toml")


def test_every_sentence_of_a_book_is_text():
    assert BOOK.sentences
    assert all(
        isinstance(text, str)
        for part in BOOK.sentences.values()
        for text in part.values()
    )


def test_has_tells_what_there_is():
    section, part = next(iter(BOOK.sentences.items()))

    assert BOOK.has(section, next(iter(part)))
    assert not BOOK.has(section, "no such sentence")
    assert not BOOK.has("no such section", "x")


def test_say_refuses_a_sentence_that_is_not_there():
    with pytest.raises(KeyError):
        BOOK.say("no such section", "x")
