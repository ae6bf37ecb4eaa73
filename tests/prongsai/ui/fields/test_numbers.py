"""Numbers as people type them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.digits import to_thai
from prongsai.ui.fields import MoneyField, ThaiDecimalField, ThaiIntegerField
from prongsai.ui.fields.numbers import LARGEST

FIELDS = [ThaiIntegerField, ThaiDecimalField, MoneyField]


def drawn(field, value):
    return field.widget.render("n", value)


def codes(field, text):
    with pytest.raises(ValidationError) as caught:
        field.clean(text)
    return [error.code for error in caught.value.error_list]


@pytest.mark.parametrize(
    "text", ["1200", "๑๒๐๐", "1,200", "๑,๒๐๐", " 1200 ", "+1200", " " * 999 + "1200"]
)
def test_a_whole_number_is_read_in_every_spelling(text):
    assert ThaiIntegerField().clean(text) == 1200


@pytest.mark.parametrize("text", ["-3", "\u22123", "–๓"])
def test_every_minus_is_a_minus(text):
    assert ThaiIntegerField().clean(text) == -3


@pytest.mark.parametrize(
    "text", ["1.5", "12,00", "1e3", "0x10", "½", "²", "1 200", "--1", "NaN", "9" * 5000]
)
def test_what_is_no_whole_number_is_refused(text):
    assert codes(ThaiIntegerField(), text) == ["invalid"]


def test_a_number_no_database_keeps_is_refused():
    assert codes(ThaiIntegerField(), str(LARGEST + 1)) == ["max_value"]
    assert codes(ThaiIntegerField(min_value=1), "0") == ["min_value"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("๑,๒๐๐.๕๐", "1200.50"),
        ("1200.5", "1200.5"),
        ("1,200 บาท", "1200"),
        ("฿1,200.00", "1200.00"),
        ("0", "0"),
    ],
)
def test_an_amount_is_read_exactly(text, amount):
    assert MoneyField().clean(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "required"),
        ("-1", "min_value"),
        ("1.234", "max_decimal_places"),
        ("9" * 20, "max_digits"),
        ("1e5", "invalid"),
        ("Infinity", "invalid"),
        ("1.2.3", "invalid"),
        ("1,20", "invalid"),
        ("ฟรี", "invalid"),
        ("\x00", "control_characters"),
    ],
)
def test_what_is_no_amount_is_refused(text, code):
    assert code in codes(MoneyField(), text)


def test_widgets_open_the_right_keyboard_and_show_commas():
    amount = drawn(MoneyField(), Decimal("1200.50"))

    assert 'inputmode="numeric"' in drawn(ThaiIntegerField(), 1200)
    assert 'inputmode="decimal"' in amount
    assert 'value="1,200.50"' in amount


def test_widgets_show_again_what_was_typed():
    assert 'value="๑๒ก"' in drawn(ThaiIntegerField(), "๑๒ก")


@given(st.integers(-LARGEST, LARGEST))
def test_any_whole_number_is_read_back_in_both_digits(number):
    assert ThaiIntegerField().clean(to_thai(f"{number:,}")) == number
    assert ThaiIntegerField().clean(str(number)) == number


@given(st.decimals(0, 10**9, places=2))
def test_any_amount_is_read_back_in_both_digits(amount):
    assert MoneyField().clean(to_thai(f"{amount:,.2f}")) == amount


@pytest.mark.parametrize("kind", FIELDS)
@given(text=st.text() | st.from_regex(r"[+-]?[0-9๐-๙,.]{0,50}(บาท)?"))
def test_any_text_is_a_number_or_a_refusal(kind, text):
    with suppress(ValidationError):
        found = kind().clean(text)

        assert isinstance(found, int | Decimal)
