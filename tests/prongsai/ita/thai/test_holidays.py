"""Deadlines by the Administrative Procedure Act, and the days an office works."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.holidays import (
    Owner,
    Unit,
    add_working_days,
    deadline,
    first_working_day,
    is_working_day,
    national_holidays,
)

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
counts = st.integers(0, 90)


@pytest.mark.parametrize(
    "day",
    [date(2026, 4, 13), date(2025, 10, 13), date(2025, 5, 9), date(2025, 5, 12)],
    ids=["songkran", "memorial day", "ploughing day", "in lieu of visakha"],
)
def test_the_office_is_closed_on_holidays_of_the_state(day):
    assert not is_working_day(day)


def test_offices_of_the_state_work_on_labour_day():
    assert is_working_day(date(2025, 5, 1))
    assert is_working_day(date(2027, 5, 3))  # firms rest in its place


def test_national_holidays_name_the_days_in_thai():
    holidays = national_holidays(2568)

    assert holidays[date(2025, 10, 23)] == "วันปิยมหาราช"
    assert all(day.year == 2025 for day in holidays)


def test_a_day_the_office_closed_is_no_working_day():
    day = date(2026, 4, 16)

    assert is_working_day(day)
    assert not is_working_day(day, {day})


def test_a_day_the_office_opened_is_a_working_day():
    holiday = date(2026, 4, 15)

    assert is_working_day(holiday, opened=[holiday])


def test_deadline_of_a_citizen_rolls_on_when_its_last_day_is_closed():
    notice, closed = date(2026, 4, 1), {date(2026, 4, 16)}

    assert deadline(notice, 15, owner=Owner.CITIZEN) == date(2026, 4, 16)
    assert deadline(notice, 15, owner=Owner.CITIZEN, closed=closed) == date(2026, 4, 17)


def test_deadline_of_an_officer_stays_on_a_holiday():
    notice, closed = date(2026, 4, 1), {date(2026, 4, 16)}

    found = deadline(notice, 15, owner=Owner.OFFICER, closed=closed)

    assert found == date(2026, 4, 16)


def test_a_loan_not_returned_is_chased_within_seven_days():
    assert deadline(date(2026, 1, 5), 7, owner=Owner.OFFICER) == date(2026, 1, 12)


def test_what_arrives_on_a_saturday_is_received_on_monday():
    received = first_working_day(date(2026, 1, 3))

    assert received == date(2026, 1, 5)
    assert deadline(received, 7, owner=Owner.OFFICER) == date(2026, 1, 12)


def test_stock_check_begins_and_reports_on_working_days():
    start = first_working_day(date(2026, 10, 1))

    report = add_working_days(start, 30)

    assert start == date(2026, 10, 1)
    assert report == date(2026, 11, 16)  # 13 and 23 October are holidays


def test_deadline_in_working_days_counts_no_weekend():
    friday = date(2025, 11, 21)

    found = deadline(friday, 5, owner=Owner.OFFICER, unit=Unit.WORKING)

    assert found == date(2025, 11, 28)


@pytest.mark.parametrize("n", [-1, -30])
def test_a_deadline_cannot_lie_in_the_past(n):
    with pytest.raises(ValueError, match=str(n)):
        add_working_days(date(2026, 1, 5), n)
    with pytest.raises(ValueError, match=str(n)):
        deadline(date(2026, 1, 5), n, owner=Owner.CITIZEN)


@given(start=days, n=st.integers(1, 60))
def test_adding_working_days_ends_on_one_and_passes_exactly_n(start, n):
    end = add_working_days(start, n)

    passed = [start + timedelta(d) for d in range(1, (end - start).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, passed)) == n


@given(start=days, n=counts)
def test_a_citizens_deadline_is_never_before_the_officers(start, n):
    officers = deadline(start, n, owner=Owner.OFFICER)
    citizens = deadline(start, n, owner=Owner.CITIZEN)

    assert officers == start + timedelta(n)
    assert officers <= citizens <= officers + timedelta(12)
    assert is_working_day(citizens)


@given(start=days, n=counts, more=st.sets(days, max_size=5))
def test_closing_more_days_never_makes_a_deadline_earlier(start, n, more):
    open_days = deadline(start, n, owner=Owner.CITIZEN, unit=Unit.WORKING)
    fewer_days = deadline(start, n, owner=Owner.CITIZEN, unit=Unit.WORKING, closed=more)

    assert fewer_days >= open_days


@given(first=days, second=days, n=counts)
def test_who_starts_earlier_never_ends_later(first, second, n):
    early, late = sorted((first, second))

    assert add_working_days(early, n) <= add_working_days(late, n)
