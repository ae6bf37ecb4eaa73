"""Periods become two days, or stay text; nothing in between."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.dates import MONTHS, SHORT_MONTHS, long_date
from prongsai.ita.thai.digits import to_thai
from prongsai.ita.thai.fiscal import BUDDHIST_ERA, first_day, last_day
from prongsai.ita.thai.periods import Form, parse_period

days = st.dates(min_value=date(2005, 1, 1), max_value=date(2050, 12, 31))
months = st.integers(min_value=1, max_value=12)


@given(days, days, st.sampled_from(["-", " – ", " ถึง ", "ถึงวันที่ "]))
def test_two_dates_are_a_period(one, other, to):
    first, last = sorted([one, other])

    span = parse_period(f"{long_date(first)}{to}{long_date(last, 'arabic')}")

    assert span is not None
    assert (span.start, span.end, span.form) == (first, last, Form.WELL_FORMED)


@given(st.integers(min_value=2548, max_value=2592), months, months)
def test_two_months_reach_from_the_first_to_the_last_day(year, one, other):
    first, last = sorted([one, other])

    text = f"{SHORT_MONTHS[first - 1]} - {MONTHS[last - 1]} {year}"
    span = parse_period(to_thai(text))

    assert span is not None
    assert span.start == date(year - BUDDHIST_ERA, first, 1)
    assert (span.end.month, span.end.day >= 28) == (last, True)


@pytest.mark.parametrize(
    "text",
    [
        "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘",
        "ตลอด ปีงบประมาณ ปี พ.ศ.2568",
        "ในปีงบประมาณ พ.ศ. ๒๕๖๘",
        "ปีงบประมาณ 2568",
        "ต.ค.67 - ก.ย.68",
        "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘",
        "1 ต.ค. 67 ถึง 30 ก.ย. 68",
        "ไตรมาส 1 - 4 ปีงบประมาณ 2568",
        "ต.ค. 67 - ก.ย.",
    ],
)
def test_a_whole_year_is_read_however_it_is_written(text):
    span = parse_period(text, 2568)

    assert span is not None
    assert (span.start, span.end) == (first_day(2568), last_day(2568))


@pytest.mark.parametrize("text", ["ตลอดปีงบประมาณ", "ไตรมาส 2", "ต.ค. - มี.ค."])
def test_a_period_without_a_year_takes_the_reports(text):
    span = parse_period(text, 2568)

    assert parse_period(text) is None
    assert span is not None
    assert first_day(2568) <= span.start < span.end <= last_day(2568)


@pytest.mark.parametrize(
    ("quarter", "start", "end"),
    [
        (1, date(2024, 10, 1), date(2024, 12, 31)),
        (2, date(2025, 1, 1), date(2025, 3, 31)),
        (3, date(2025, 4, 1), date(2025, 6, 30)),
        (4, date(2025, 7, 1), date(2025, 9, 30)),
    ],
)
def test_quarters_follow_the_fiscal_year(quarter, start, end):
    span = parse_period(f"ไตรมาสที่ {quarter}/2568")

    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["ม.ค.-มิย.๖๘", "ต.ค.๖๗- ก.พ ๖๘", "ม.ค.-มี.ย.๖๘", "ตค 67 - กย 68"]
)
def test_a_misspelt_month_is_read_and_told(text):
    span = parse_period(text)

    assert span is not None
    assert span.form is Form.MALFORMED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ทุกเดือน",
        "1 ๓๑.๑๗ – 30 ก.ย.๑8",
        "๓๑ ก.พ. ๖๘ - ๑ มี.ค. ๖๘",
        "ก.ย. ๖๘ - ต.ค. ๖๗",
        "ต.ค.17 - ก.ย.18",
        "ต.ค.๖๗-ก.ย.๖๘ หรือจนกว่าจะแล้วเสร็จ",
    ],
)
def test_what_cannot_be_read_for_certain_is_not_guessed(text):
    assert parse_period(text, 2568) is None


@given(st.text(max_size=60))
def test_any_text_is_a_period_or_none(text):
    span = parse_period(text, 2568)

    assert span is None or span.start <= span.end
