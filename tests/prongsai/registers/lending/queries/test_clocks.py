"""The days of a loan, against the vectors of the law."""

from datetime import date

import pytest

from prongsai.registers.lending.queries.clocks import (
    chase_by,
    cleared_before,
    reminder_days,
)


def test_a_chase_is_due_seven_days_after_the_due_date():
    assert chase_by(date(2026, 1, 5)) == date(2026, 1, 12)


def test_a_holiday_does_not_move_a_duty_of_the_office():
    assert chase_by(date(2026, 4, 6)) == date(2026, 4, 13)  # Songkran


def test_borrowers_are_reminded_three_days_before_and_on_the_day():
    assert reminder_days(date(2026, 1, 5)) == (date(2026, 1, 8), date(2026, 1, 5))


@pytest.mark.parametrize(
    ("today", "before"),
    [
        (date(2026, 1, 15), date(2025, 1, 15)),
        (date(2026, 12, 31), date(2025, 12, 28)),
        (date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_identities_are_kept_a_year(today, before):
    assert cleared_before(today) == before
