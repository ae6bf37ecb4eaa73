"""Every day belongs to one fiscal year, and lies inside it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.fiscal import first_day, fiscal_year_of, last_day

days = st.dates(min_value=date(1997, 1, 1), max_value=date(2056, 12, 31))


@given(days)
def test_a_day_lies_inside_its_fiscal_year(day):
    year = fiscal_year_of(day)

    assert first_day(year) <= day <= last_day(year)


@given(st.integers(min_value=2541, max_value=2598))
def test_years_follow_each_other_without_a_gap(year):
    assert last_day(year) + timedelta(days=1) == first_day(year + 1)


def test_the_year_turns_on_the_first_of_october():
    assert fiscal_year_of(date(2025, 9, 30)) == 2568
    assert fiscal_year_of(date(2025, 10, 1)) == 2569
