"""Dates are read in every spelling, and refused when no calendar has them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.errors import UnreadableDate
from prongsai.ita.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    last_of_month,
    long_date,
    parse_date,
    parse_month,
)

days = st.dates(min_value=date(1997, 1, 1), max_value=date(2056, 12, 31))


@given(days, st.sampled_from(["thai", "arabic"]))
def test_parse_date_undoes_long_date(day, digits):
    assert parse_date(long_date(day, digits)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("๘ ตุลาคม ๒๕๖๘", date(2025, 10, 8)),
        ("19 มิ.ย. 68", date(2025, 6, 19)),
        ("29 ก.พ. 2567", date(2024, 2, 29)),
        ("วันที่ 1 เดือนมกราคม พ.ศ. 2569", date(2026, 1, 1)),
        ("๓ ธค ๖๗", date(2024, 12, 3)),
    ],
)
def test_parse_date_reads_what_offices_write(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["", "29 ก.พ. 2568", "มีนาคม ๒๕๖๘", "๓๒ มกราคม ๒๕๖๘"])
def test_parse_date_refuses_what_is_no_day(text):
    with pytest.raises(UnreadableDate) as caught:
        parse_date(text)

    assert caught.value.facts == {"text": text}


@pytest.mark.parametrize("number", range(1, 13))
def test_parse_month_knows_both_official_spellings(number):
    for text in (MONTHS[number - 1], SHORT_MONTHS[number - 1]):
        month = parse_month(text)

        assert month is not None
        assert (month.number, month.well_formed) == (number, True)


@pytest.mark.parametrize("number", range(1, 13))
def test_parse_month_forgives_missing_dots_but_tells(number):
    month = parse_month(SHORT_MONTHS[number - 1].replace(".", ""))

    assert month is not None
    assert (month.number, month.well_formed) == (number, False)


def test_parse_month_refuses_other_words():
    assert parse_month("มะนาว") is None


def test_last_of_month_knows_leap_years():
    assert last_of_month(2567, 2) == date(2024, 2, 29)
