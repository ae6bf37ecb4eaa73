"""The days of a check: the last month of the year, the first working day, 30 more."""

from datetime import date

import pytest

from prongsai.foundations.organisations.models import Closure
from prongsai.registers.lending.queries.check_dates import check_dates
from tests.cast import make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_check_of_2569_is_appointed_in_september_and_begins_in_october_2569():
    make_office()

    found = check_dates(2569)

    assert (found.appoint_from, found.appoint_until) == (
        date(2026, 9, 1),
        date(2026, 9, 30),
    )
    assert found.starts_on == date(2026, 10, 1)
    # Without 13 and 23 October, both holidays.
    assert found.due_on == date(2026, 11, 16)


def test_a_year_that_ends_before_a_weekend_begins_on_monday():
    make_office()

    assert check_dates(2565).starts_on == date(2022, 10, 3)


def test_closures_of_the_office_count():
    office = make_office()
    Closure.objects.create(
        organisation=office, day=date(2026, 10, 1), reason_th="น้ำท่วม"
    )
    Closure.objects.create(
        organisation=office, day=date(2026, 10, 13), reason_th="เปิด", is_open=True
    )

    found = check_dates(2569)

    assert found.starts_on == date(2026, 10, 2)
    assert found.due_on == date(2026, 11, 16)
