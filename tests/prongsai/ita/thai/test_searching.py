"""Words of a text and of a question: compounds, digits, plurals, anything at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.thai.searching import asked_words, parts_of, words_of
from prongsai.ita.thai.segmenting import dictionary

WORDS = sorted(word for word in dictionary() if word.isalnum())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ปีงบประมาณ", {"ปีงบประมาณ", "ปี", "งบประมาณ"}),
        ("พ.ศ. ๒๕๖๙", {"พ", "ศ", "2569"}),
        ("1,250,000 บาท", {"1250000", "บาท"}),
        ("Annual REPORTS of policies", {"annual", "report", "of", "policy"}),
        ("ดํา\u200bเนินการ", {"ดำเนินการ"}),
        ("%_'\"\0…ๆฯ", set()),
    ],
)
def test_a_text_has_these_words(text, words):
    assert words <= set(words_of(text))
    assert bool(words) == bool(words_of(text))


def test_no_syllable_is_torn_out_of_a_word():
    assert "มา" not in words_of("งบประมาณ")


def test_a_question_has_no_more_than_twelve_words_of_two_hundred_letters():
    many = " ".join(f"w{n}" for n in range(1000))

    assert len(asked_words(many)) == 12
    assert asked_words(" " * 300 + "late") == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_every_word_between_spaces_can_be_asked_for(words):
    found = set(words_of(" ".join(words)))

    for word in words:
        assert set(asked_words(word)) <= found


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(WORDS))
def test_parts_are_words_and_lie_inside(word):
    assert all(part in dictionary() and part in word for part in parts_of(word))
