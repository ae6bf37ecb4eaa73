"""Working days of an office: the state's holidays and the office's own exceptions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.organisations import calendar
from prongsai.foundations.organisations.calendar import Calendar
from prongsai.foundations.organisations.models import Closure
from prongsai.ita.thai.holidays import Owner, Unit
from tests.cast import current_office

days = st.dates(date(2025, 10, 1), date(2026, 9, 30))
calendars = st.builds(
    Calendar,
    st.frozensets(days, max_size=5),
    st.frozensets(days, max_size=5),
)


@given(calendars, days, st.integers(1, 20))
def test_the_nth_working_day_is_open_and_has_n_open_days_before_it(own, start, n):
    end = own.add_working_days(start, n)

    between = list(own.working_days(start + timedelta(days=1), end))
    assert own.is_open(end)
    assert len(between) == n


@given(calendars, days)
def test_an_office_is_open_when_it_says_so_whatever_the_calendar(own, day):
    if day in own.opened:
        assert own.is_open(day)
    elif day in own.closed or day.weekday() >= 5:
        assert not own.is_open(day)


@pytest.mark.django_db
def test_a_deadline_of_a_citizen_moves_past_an_office_that_is_closed():
    office, thursday = current_office(), date(2026, 4, 16)
    before = calendar.calendar().deadline(date(2026, 4, 1), 15, owner=Owner.CITIZEN)
    Closure.objects.create(organisation=office, day=thursday, reason_th="พิเศษ")

    own = calendar.calendar()

    assert before == thursday
    assert own.deadline(date(2026, 4, 1), 15, owner=Owner.CITIZEN) == date(2026, 4, 17)
    assert own.deadline(date(2026, 4, 1), 15, owner=Owner.OFFICER) == thursday
    assert own.deadline(
        date(2026, 4, 15), 1, owner=Owner.OFFICER, unit=Unit.WORKING
    ) == date(2026, 4, 17)
