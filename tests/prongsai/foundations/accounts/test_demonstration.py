"""The hours of the invented office are those of its clocks."""

from datetime import date

from prongsai.foundations.accounts.demonstration import hour_of


def test_an_hour_is_an_hour_in_thailand():
    found = hour_of(date(2025, 10, 8), 9, 45)

    assert found.isoformat() == "2025-10-08T09:45:00+07:00"
