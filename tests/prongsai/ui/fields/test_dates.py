"""Days as people type them."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.dates import long_date
from prongsai.ita.thai.digits import to_thai
from prongsai.ui.fields import ThaiDateField
from prongsai.ui.writing import short_date

OCTOBER = date(2025, 10, 8)


def codes(text, **options):
    with pytest.raises(ValidationError) as caught:
        ThaiDateField(**options).clean(text)
    return [error.code for error in caught.value.error_list]


def sentence(text):
    with pytest.raises(ValidationError) as caught:
        ThaiDateField().clean(text)
    return caught.value.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "8 ต.ค. 2568",
        "๘ ตุลาคม ๒๕๖๘",
        "๘ ต.ค. ๒๕๖๘",
        "8ต.ค.2568",
        "8 ต.ค. 68",
        "วันที่ 8 ตุลาคม พ.ศ. 2568",
        "8/10/2568",
        "08/10/2568",
        "๘/๑๐/๒๕๖๘",
        "8-10-2568",
        "8.10.2568",
        "2025-10-08",
        "8 Oct 2568",
        "8 October 2568",
        "  8  ต.ค.  2568  ",
        "8 ต.ค. 2568\u200b",
    ],
)
def test_a_day_is_read_in_every_spelling(text):
    assert ThaiDateField().clean(text) == OCTOBER


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "required"),
        ("   ", "required"),
        ("เร็ว ๆ นี้", "invalid"),
        ("8/10/68", "invalid"),
        ("10/2568", "invalid"),
        ("x" * 5000, "invalid"),
        ("8 ต.ค.\x002568", "control_characters"),
        ("29 ก.พ. 2568", "no_such_day"),
        ("31/9/2568", "no_such_day"),
        ("31 Sep 2568", "no_such_day"),
        ("2025-02-29", "no_such_day"),
        ("8/13/2568", "no_such_day"),
        ("8/10/2025", "christian_era"),
        ("8 ต.ค. 2025", "christian_era"),
        ("8 Oct 2025", "christian_era"),
        ("2568-10-08", "buddhist_iso"),
        ("8 ต.ค. 1200", "too_early"),
        ("0001-01-01", "too_early"),
        ("1/1/9999", "too_late"),
    ],
)
def test_a_text_that_is_no_day_is_refused_with_its_reason(text, code):
    assert codes(text) == [code]


def test_the_leap_day_of_a_leap_year_is_read():
    assert ThaiDateField().clean("29 ก.พ. 2567") == date(2024, 2, 29)


def test_a_christian_year_is_answered_with_the_buddhist_one():
    with translation.override("en"):
        assert "2568" in sentence("8/10/2025")
    with translation.override("th"):
        assert "2568" in sentence("8/10/2025")


def test_bounds_are_named_in_the_refusal():
    span = {"earliest": date(2025, 10, 1), "latest": date(2026, 9, 30)}

    assert codes("30 ก.ย. 2568", **span) == ["too_early"]
    assert codes("1 ต.ค. 2569", **span) == ["too_late"]
    assert ThaiDateField(**span).clean("1 ต.ค. 2568") == date(2025, 10, 1)


def test_a_field_that_may_stay_empty_gives_nothing():
    assert ThaiDateField(required=False).clean(" ") is None


def test_values_of_the_program_pass_through():
    assert ThaiDateField().clean(OCTOBER) == OCTOBER
    assert ThaiDateField().clean(datetime(2025, 10, 8, 9)) == OCTOBER  # noqa: DTZ001


@pytest.mark.parametrize("language", ["th", "en"])
@given(day=st.dates(date(1900, 1, 1), date(2070, 12, 31)))
def test_what_is_shown_is_read_back(language, day):
    with translation.override(language):
        shown = short_date(day)

    assert ThaiDateField().clean(shown) == day
    assert ThaiDateField().clean(to_thai(shown)) == day
    assert ThaiDateField().clean(long_date(day)) == day
    assert ThaiDateField().clean(day.isoformat()) == day


@given(text=st.text() | st.from_regex(r"[0-9๐-๙/. -]{0,12}[ก-ฮ.]{0,5}[0-9]{0,6}"))
def test_any_text_is_a_day_or_a_refusal(text):
    with suppress(ValidationError):
        found = ThaiDateField().clean(text)

        assert isinstance(found, date)


@given(data=st.text(max_size=20))
def test_asking_whether_a_day_changed_never_fails(data):
    assert ThaiDateField().has_changed(OCTOBER, data) in {True, False}
