from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.linting.dates_in import dates_in, incomplete_dates
from prongsai.ita.thai.dates import long_date

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(DAYS, st.sampled_from(["thai", "arabic"]))
def test_every_long_date_is_found_whole(day, digits):
    text = f"ประชุมเมื่อวันที่ {long_date(day, digits)} ณ ห้องประชุม"

    assert [found.last for found in dates_in(text)] == [day]
    assert list(incomplete_dates(text)) == []


@given(DAYS)
def test_every_date_without_its_day_is_noticed(day):
    month_and_year = long_date(day).partition(" ")[2]

    assert len(list(incomplete_dates(f"เมื่อวันที่ {month_and_year} จัดประชุม"))) == 1


def test_a_month_lasts_to_its_end():
    (found,) = dates_in("แล้วเสร็จในเดือน ก.พ. 67")

    assert found.last == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["ปีงบประมาณ ๒๕๖๘", "๓๑ กุมภาพันธ์ ๒๕๖๘", "ไม่มีวันที่"])
def test_years_and_impossible_days_are_no_dates(text):
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("ตามคำสั่งที่ ๑๒/๒๕๖๖ ลงวันที่ ๓ มกราคม ๒๕๖๖", True),
        ("ระเบียบที่ประกาศเมื่อ ๓ มกราคม ๒๕๖๖", True),
        ("ออกประกาศ ลงวันที่ ๓ มกราคม ๒๕๖๖", False),
    ],
)
def test_dates_of_what_is_cited_are_told_apart(text, refers):
    (found,) = dates_in(text)

    assert found.is_reference is refers
