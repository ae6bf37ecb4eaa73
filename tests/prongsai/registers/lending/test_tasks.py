"""The day's work: reminders on their days, the chase watched, identities forgotten."""

from datetime import timedelta

import pytest
from django.core import mail

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.notifications.models import Notification
from prongsai.registers.lending import tasks
from prongsai.registers.lending.actions.loans_chasing import Knock, chase
from prongsai.registers.lending.actions.loans_requesting import cancel
from prongsai.registers.lending.models import Contact
from prongsai.registers.lending.models.loan_choices import ChaseChannel
from tests.borrowing import (
    approved_loan,
    asked_at_counter,
    checked_loan,
    day,
    later,
    lent,
    lent_loan,
    make_house,
    outsider,
)
from tests.cast import NOW, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def codes(user):
    return list(
        Notification.objects.filter(receiver=user, code__startswith="lending")
        .order_by("pk")
        .values_list("code", flat=True)
    )


def test_borrowers_are_reminded_three_days_before_and_on_the_day():
    house = make_house()
    lent(house, due_on=day(5))

    for n in range(7):
        tasks.remind(day(n), later(n))
        tasks.remind(day(n), later(n))

    assert [c.reason for c in Contact.objects.order_by("pk")] == [
        "due_soon",
        "due_today",
    ]
    assert codes(house.alice).count("lending.due-soon") == 2


def test_a_borrower_from_outside_gets_a_letter_without_names(
    django_capture_on_commit_callbacks,
):
    house = make_house()
    borrower = outsider(email="resident@example.org")
    loan = asked_at_counter(house, borrower=borrower, due_on=day(3))
    lent_loan(house, approved_loan(house, checked_loan(house, loan), by=house.mayor))

    with django_capture_on_commit_callbacks(execute=True):
        tasks.remind(day(0), NOW)

    row = Contact.objects.get()
    (letter,) = mail.outbox
    assert letter.to == ["resident@example.org"]
    assert borrower.name not in f"{letter.subject} {letter.body}"
    assert row.reached_at is not None


def test_the_supply_officer_hears_of_it_the_day_after():
    house = make_house()
    lent(house, due_on=day(1))

    for n in range(1, 5):
        tasks.watch(day(n), later(n))

    assert codes(house.supply).count("lending.overdue") == 1


def test_nobody_chased_so_the_clerk_and_the_mayor_hear_of_it_once():
    house = make_house()
    clerk = make_user(role=Role.CLERK, office=house.office)
    lent(house, due_on=day(1))

    for n in range(12):
        tasks.watch(day(n), later(n))

    assert codes(clerk) == ["lending.not-chased"]
    assert codes(house.mayor) == ["lending.not-chased"]


def test_who_chased_in_time_is_not_reported():
    house = make_house()
    loan = lent(house, due_on=day(1))
    call = Knock(channel=ChaseChannel.PHONE, on=day(8))
    chase(loan, call, by=house.supply, at=later(8))

    tasks.watch(day(9), later(9))

    assert "lending.not-chased" not in codes(house.mayor)


def test_the_day_after_a_year_identities_are_forgotten():
    house = make_house()
    loan = asked_at_counter(house)
    cancel(loan, reason="เลิกงาน", by=house.supply, at=NOW)

    tasks.forget(day(366), NOW + timedelta(days=366))

    loan.refresh_from_db()
    assert loan.borrower_address == ""
