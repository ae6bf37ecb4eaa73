"""Numbers of persons, firms and telephones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import identifiers
from prongsai.ita.thai.digits import to_thai
from prongsai.ita.thai.identifiers import BadIdentifier, IdentifierKind

CITIZEN = IdentifierKind.CITIZEN_ID
twelve = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True)


def whole(first_twelve):
    return first_twelve + identifiers.check_digit(first_twelve)


def problem(kind, text):
    with pytest.raises(BadIdentifier) as caught:
        identifiers.read(kind, text)
    return caught.value.facts["problem"]


@pytest.mark.parametrize(
    "text",
    ["1234567890121", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "1-2345-67890-12-1", " 1 2345 67890 12 1 "],
)
def test_read_accepts_a_citizens_number_in_every_spelling(text):
    assert identifiers.read(CITIZEN, text) == "1234567890121"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1234567890122", "check"),
        ("123456789012", "length"),
        ("12345678901211", "length"),
        ("123456789012X", "digits"),
        ("", "digits"),
        ("0994000617721", "range"),
        ("9234567890121", "range"),
        ("²234567890121", "digits"),
    ],
)
def test_read_says_what_is_wrong_with_a_citizens_number(text, why):
    assert problem(CITIZEN, text) == why


@pytest.mark.parametrize(
    ("first_twelve", "remainder", "digit"),
    [("100000000030", 0, "1"), ("100000000005", 1, "0")],
)
def test_check_digit_of_both_special_remainders(first_twelve, remainder, digit):
    total = sum(int(d) * (13 - place) for place, d in enumerate(first_twelve))

    assert total % 11 == remainder
    assert identifiers.check_digit(first_twelve) == digit


def test_read_tells_firms_from_persons():
    assert identifiers.read(IdentifierKind.JURISTIC, "0-99-4-000-61772-1")
    assert problem(IdentifierKind.JURISTIC, "1234567890121") == "range"


def test_read_accepts_a_passport_in_capital_letters():
    assert identifiers.read(IdentifierKind.PASSPORT, "aa 1234567") == "AA1234567"
    assert problem(IdentifierKind.PASSPORT, "ABCDEF") == "digits"
    assert problem(IdentifierKind.PASSPORT, "ก123456") == "digits"


def test_read_of_nobody_is_empty():
    assert identifiers.read(IdentifierKind.NONE, " ") == ""
    assert problem(IdentifierKind.NONE, "1") == "range"


def test_read_accepts_the_pink_card_of_a_foreigner():
    assert identifiers.read(IdentifierKind.ALIEN_ID, whole("600000000000"))
    assert problem(IdentifierKind.ALIEN_ID, "1234567890121") == "range"


@given(twelve)
def test_a_computed_number_is_valid_however_it_is_written(digits):
    number = whole(digits)

    assert identifiers.read(CITIZEN, identifiers.grouped(number)) == number
    assert identifiers.read(CITIZEN, to_thai(number)) == number


# The third digit weighs 11 and so nothing; remainders 0 and 10 share the check digit 1.
@given(twelve, st.integers(0, 12).filter(lambda place: place != 2), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_where_the_algorithm_can(digits, place, change):
    number = whole(digits)
    wrong = str((int(number[place]) + change) % 10)
    spoilt = number[:place] + wrong + number[place + 1 :]

    assert not identifiers.is_valid(CITIZEN, spoilt) or spoilt[-1] == "1"


@given(st.text(max_size=60))
def test_masked_never_shows_more_than_the_end(text):
    shown = identifiers.masked(text)

    assert sum(letter not in "x-" for letter in shown) <= 3


def test_masked_leaves_the_end_of_a_long_number():
    assert identifiers.masked("๑๒๓๔๕๖๗๘๙๐๑๒๑") == "x-xxxx-xxxxx-12-1"
    assert identifiers.masked("AA1234567") == "xxxxxx567"
    assert identifiers.masked("12345") == "xxxxx"


def test_find_identifiers_finds_numbers_inside_a_text():
    text = (
        "ผู้ยืม ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ โทร 0812345678 ทะเบียน 0994000617721 รหัส 12345678901214"
    )

    assert identifiers.find_identifiers(text) == ["1234567890121", "0994000617721"]


@given(st.text())
def test_find_identifiers_finds_only_what_is_right(text):
    for number in identifiers.find_identifiers(text):
        assert number[-1] == identifiers.check_digit(number[:-1])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0812345678", "081-234-5678"),
        ("๐๘๑-๒๓๔-๕๖๗๘", "081-234-5678"),
        ("(073) 123 456", "073-123-456"),
        ("02 123 4567", "02-123-4567"),
        ("073-123-456 ต่อ 12", "073-123-456 ต่อ 12"),
        ("073123456 กด ๙", "073-123-456 ต่อ 9"),
        ("021234567 ext. 101", "02-123-4567 ต่อ 101"),
        ("073123456#12", "073-123-456 ต่อ 12"),
        ("+66 81 234 5678", "081-234-5678"),
        ("+66 (0)73 123 456", "073-123-456"),
        ("1567", "1567"),
        ("1800 123 456", "1800-123-456"),
        ("+44 20 7946 0000", "+442079460000"),
    ],
)
def test_read_phone_accepts_mobiles_land_lines_and_extensions(text, number):
    assert identifiers.read_phone(text) == number
    assert identifiers.read_phone(number) == number


@pytest.mark.parametrize(
    "text",
    ["", "081234567", "0731234567", "0112345678", "12345", "โทร", "081-234-567x"],
)
def test_read_phone_refuses_what_nobody_can_call(text):
    with pytest.raises(BadIdentifier):
        identifiers.read_phone(text)
