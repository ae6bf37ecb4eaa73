"""Short texts are cut as newmm cuts them with its whole dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize

from prongsai.ita.thai.segmenting import dictionary, segment

words = st.sampled_from(sorted(dictionary())[::97])
texts = st.lists(words | st.text(alphabet="กขคาิ่ a1๒", max_size=6), max_size=8).map(
    "".join
)


@pytest.mark.slow
@given(texts)
def test_the_small_tree_cuts_like_the_whole_one(text):
    assert list(segment(text)) == word_tokenize(text, engine="newmm")


@given(texts)
def test_joined_words_are_the_text(text):
    assert "".join(segment(text)) == text
