"""Lists number themselves as their programs do."""

import pytest

from prongsai.ita.documents.reading.pages.numerals import WORD, roman, thai_letter


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("thaiNumbers", 12, "๑๒"),
        ("thaiLetters", 1, "ก"),
        ("thaiLetters", 2, "ข"),
        ("lowerLetter", 27, "aa"),
        ("upperRoman", 9, "IX"),
        ("lowerLetter", 0, "0"),
    ],
)
def test_word_writes_numbers_in_its_forms(form: str, number: int, written: str):
    assert WORD[form](number) == written


def test_numbers_without_a_letter_or_a_roman_form_stay_digits():
    assert (roman(4_000), thai_letter(99_999)) == ("4000", "99999")
