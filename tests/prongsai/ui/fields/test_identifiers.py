"""Numbers of persons, firms and telephones, as forms take them."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ui.fields import CitizenIdField, PhoneField, TaxIdField
from prongsai.ui.widgets import IdentifierInput


def codes(field, text):
    with pytest.raises(ValidationError) as caught:
        field.clean(text)
    return [error.code for error in caught.value.error_list]


@pytest.mark.parametrize(
    "text", ["1-2345-67890-12-1", "๑๒๓๔๕๖๗๘๙๐๑๒๑", " 1234567890121"]
)
def test_a_citizens_number_is_cleaned_to_its_digits(text):
    assert CitizenIdField().clean(text) == "1234567890121"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "required"),
        ("1234567890122", "check"),
        ("12345", "length"),
        ("123456789012ก", "digits"),
        ("0994000617721", "range"),
        ("1" * 500, "max_length"),
    ],
)
def test_a_wrong_citizens_number_is_refused_with_its_reason(text, code):
    assert codes(CitizenIdField(), text) == [code]


def test_a_tax_number_is_that_of_a_firm_or_of_a_person():
    assert TaxIdField().clean("0-99-4-000-61772-1") == "0994000617721"
    assert TaxIdField().clean("1234567890121") == "1234567890121"
    assert codes(TaxIdField(), "9234567890121") == ["range"]
    assert codes(TaxIdField(), "0994000617722") == ["check"]


def test_the_widget_groups_a_number_and_shows_again_what_was_typed():
    widget = IdentifierInput()

    assert 'value="1-2345-67890-12-1"' in widget.render("c", "1234567890121")
    assert 'value="๑๒ก"' in widget.render("c", "๑๒ก")
    assert "value" not in widget.render("c", "")


def test_a_telephone_number_is_cleaned_to_groups():
    assert PhoneField().clean("๐๗๓ ๑๒๓๔๕๖ ต่อ ๑๒") == "073-123-456 ต่อ 12"
    assert codes(PhoneField(), "12345") == ["invalid"]
    assert codes(PhoneField(), "0" * 99) == ["max_length"]
    assert PhoneField(required=False).clean("  ") == ""


@pytest.mark.parametrize("kind", [CitizenIdField, TaxIdField, PhoneField])
@given(text=st.text(max_size=80) | st.from_regex(r"[0-9๐-๙ -]{0,20}"))
def test_any_text_is_a_number_or_a_refusal(kind, text):
    with suppress(ValidationError):
        found = kind().clean(text)

        assert found
