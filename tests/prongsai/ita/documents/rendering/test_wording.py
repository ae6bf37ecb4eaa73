"""Which digits are switched, and which are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.rendering.blocks import Numerals
from prongsai.ita.documents.rendering.wording import Digits, Wording
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.words.catalogue import catalogue

THAI, ARABIC = Wording(), Wording(digits=Digits.ARABIC)
AS_IS = Wording(digits=None)


@pytest.mark.parametrize(
    "kept",
    [
        "https://www.example.go.th/2568/o12?id=7",
        "www.example.go.th/2568",
        "saraban2568@example.go.th",
        "O12",
        "e-GP",
        "67A12",
        "ITA-2568",
        "COVID-19",
    ],
)
def test_thai_digits_stay_out_of_addresses_and_codes(kept):
    assert THAI.text(f"ดู 12 ที่ {kept} แล้ว") == f"ดู ๑๒ ที่ {kept} แล้ว"


@pytest.mark.parametrize(
    ("text", "switched"),
    [
        ("พ.ศ.2568", "พ.ศ.๒๕๖๘"),
        ("2568(ITA)", "๒๕๖๘(ITA)"),
        ("1.Facebook", "๑.Facebook"),
        ("(ITA) 98.27 คะแนน", "(ITA) ๙๘.๒๗ คะแนน"),
        ("โทร. 0-0000-0000", "โทร. ๐-๐๐๐๐-๐๐๐๐"),
    ],
)
def test_thai_digits_reach_all_that_is_prose(text, switched):
    assert THAI.text(text) == switched


def test_arabic_digits_undo_thai_ones():
    assert ARABIC.text("พ.ศ. ๒๕๖๘ ข้อ 7") == "พ.ศ. 2568 ข้อ 7"


def test_without_a_choice_texts_stay_and_own_figures_are_thai():
    assert AS_IS.text("ปี 2568 ข้อ ๗") == "ปี 2568 ข้อ ๗"
    assert AS_IS.number(2568) == "๒๕๖๘"
    assert AS_IS.numerals is Numerals.THAI


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_switching_changes_nothing_but_digits(text):
    printable = AS_IS.text(text)

    assert to_arabic(THAI.text(text)) == to_arabic(printable)
    assert to_arabic(ARABIC.text(text)) == to_arabic(printable)


def test_text_drops_what_no_document_may_hold():
    assert AS_IS.text("ก\x00ข\x0bค\ud800") == "กขค"


def test_day_is_spelled_out_when_it_is_one():
    assert THAI.day("2025-10-08") == "๘ ตุลาคม ๒๕๖๘"
    assert ARABIC.day("2025-10-08") == "8 ตุลาคม 2568"
    assert THAI.day("เดือน 10") == "เดือน ๑๐"


def test_every_sentence_is_there_in_both_languages():
    spoken = {code for code in catalogue("th") if code.startswith("rendering.")}

    assert spoken == {c for c in catalogue("en") if c.startswith("rendering.")}
    assert len(spoken) > 40
