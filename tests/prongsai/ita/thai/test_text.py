"""Thai text comes out with one space, whole vowels and nothing invisible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.text import clean, fold, join_thai

thai = st.text(alphabet="กขคงจดนมรลวสหอะาิีุูเแโใไำ่้์ๆ ๐๑๒.\t\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ทํางาน", "ทำงาน"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("เเผน", "แผน"),
        ("ก\u00a0 ข\u200b\ufeffค", "ก ขค"),
        ("ท ี่", "ที่"),
        ("a\r\n\tb", "a b"),
        ("\x00ก\x0c", "ก"),
    ],
)
def test_clean_writes_what_was_meant(typed, meant):
    assert clean(typed) == meant


@given(thai)
def test_clean_twice_is_clean_once(text):
    assert clean(clean(text)) == clean(text)


@given(thai)
def test_clean_keeps_every_consonant(text):
    letters = [c for c in text if "ก" <= c <= "ฮ"]

    assert [c for c in clean(text) if "ก" <= c <= "ฮ"] == letters


def test_clean_keeps_spaces_between_words():
    assert clean("สำนัก ปลัด") == "สำนัก ปลัด"


def test_join_thai_leaves_latin_words_apart():
    assert join_thai("ระบบ E Service ของ เรา") == "ระบบ E Service ของเรา"


@given(thai, thai)
def test_fold_is_blind_to_layout(one, other):
    assert fold(f"{one} {other}") == fold(f"{one}\n ({other})")
