"""Reminding before the due date, chasing after it, forgetting in the end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import queries as files
from prongsai.registers.lending.actions import loans_chasing as actions
from prongsai.registers.lending.actions import loans_settling
from prongsai.registers.lending.actions.loans_deciding import refuse
from prongsai.registers.lending.models import Contact
from prongsai.registers.lending.models.loan_choices import (
    ChaseChannel,
    ContactReason,
    IdKind,
)
from prongsai.registers.lending.queries import loans as queries
from tests.borrowing import (
    NO,
    approved,
    approved_loan,
    asked_at_counter,
    checked,
    checked_loan,
    day,
    later,
    lent,
    lent_loan,
    make_house,
    outsider,
    returned,
    returned_loan,
)
from tests.cast import NOW
from tests.prongsai.foundations.files.casting import make_staged

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def call(on, **fields):
    return actions.Knock(channel=ChaseChannel.PHONE, on=on, **fields)


@pytest.mark.parametrize(("chased_on", "late"), [(10, False), (11, True)])
def test_a_chase_within_seven_days_of_the_due_date_is_in_time(chased_on, late):
    house = make_house()
    loan = lent(house)

    row = actions.chase(loan, call(day(chased_on)), by=house.supply, at=later(12))

    assert (row.chase_by, row.is_late) == (day(10), late)
    assert Event.objects.get(verb="lending.chased").facts["late"] is late


def test_the_vector_of_the_law():
    house = make_house()
    at = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)
    days = {"starts_on": date(2026, 1, 2), "due_on": date(2026, 1, 5)}
    loan = lent_loan(house, approved_loan(house, checked(house, **days), at=NOW), at=at)

    row = actions.chase(
        loan,
        call(date(2026, 1, 13)),
        by=house.supply,
        at=datetime(2026, 1, 13, 3, 0, tzinfo=UTC),
    )

    assert (row.chase_by, row.is_late) == (date(2026, 1, 12), True)


@pytest.mark.parametrize(("on", "at"), [(3, 5), (6, 5), (-1, 5)])
def test_a_chase_lies_between_due_date_and_today(on, at):
    house = make_house()
    loan = lent(house)

    with pytest.raises(actions.NotOverdue):
        actions.chase(loan, call(day(on)), by=house.supply, at=later(at))


def test_only_what_is_out_is_chased_and_only_by_the_supply_officer():
    house = make_house()
    back, out = returned(house), lent(house)

    with pytest.raises(actions.NotOverdue):
        actions.chase(back, call(day(5)), by=house.supply, at=later(5))
    with pytest.raises(PermissionDenied):
        actions.chase(out, call(day(5)), by=house.head, at=later(5))


def test_a_letter_has_a_number():
    house = make_house()
    loan = lent(house)
    letter = actions.Knock(channel=ChaseChannel.LETTER, on=day(5), letter_number=" ")

    with pytest.raises(actions.LetterNumberMissing):
        actions.chase(loan, letter, by=house.supply, at=later(5))


def test_after_an_extension_the_chase_counts_from_the_new_due_date():
    house = make_house()
    loan = lent(house)
    actions.chase(loan, call(day(4)), by=house.supply, at=later(4))

    loan.due_on = day(20)
    loan.save(update_fields=["due_on"])

    assert list(queries.not_chased(queries.office_loans(), on=day(21))) == [loan]


def test_a_reminder_is_listed_once():
    house = make_house()
    loan = lent(house)
    soon = ContactReason.DUE_SOON

    first = actions.list_reminder(loan, soon, by=None, at=NOW)
    second = actions.list_reminder(loan, soon, by=None, at=NOW)

    assert (Contact.objects.get(), second) == (first, None)


def test_nobody_is_reminded_of_what_is_not_out():
    house = make_house()

    row = actions.list_reminder(
        approved(house), ContactReason.DUE_SOON, by=None, at=NOW
    )

    assert row is None


def test_a_call_is_noted_once_by_the_supply_officer():
    house = make_house()
    actions.list_reminder(lent(house), ContactReason.DUE_TODAY, by=None, at=NOW)
    row = Contact.objects.get()

    with pytest.raises(PermissionDenied):
        actions.reached(row, by=house.alice, at=NOW)
    actions.reached(row, by=house.supply, at=NOW)
    with pytest.raises(actions.AlreadyReached):
        actions.reached(row, by=house.supply, at=NOW)
    with pytest.raises(actions.AlreadyReached):
        actions.reached_by_mail(row, by=None, at=NOW)


def with_identity(house):
    borrower = outsider(
        id_kind=IdKind.CITIZEN, id_number="1234567890121", email="a@example.org"
    )
    card = make_staged(by=house.supply)
    return asked_at_counter(house, borrower=borrower, papers=(card,))


def test_identities_are_cleared_a_year_after_the_end_and_not_before():
    house = make_house()
    loan = with_identity(house)
    approved_loan(house, checked_loan(house, loan), by=house.mayor)
    returned_loan(house, lent_loan(house, loan))
    loans_settling.close(loan, by=house.supply, at=NOW)

    early = actions.clear_identities(by=None, at=NOW + timedelta(days=365))
    on_time = actions.clear_identities(by=None, at=NOW + timedelta(days=366))

    loan.refresh_from_db()
    assert (early, on_time) == (0, 1)
    assert (loan.id_kind, loan.id_number, loan.borrower_phone) == ("none", "", "")
    assert loan.identity_cleared_at == NOW + timedelta(days=366)
    assert not files.of(loan)


def test_refused_loans_are_cleared_too_and_open_ones_never():
    house = make_house()
    refuse(checked(house), NO, by=house.head, at=NOW)
    with_identity(house)

    assert actions.clear_identities(by=None, at=NOW + timedelta(days=999)) == 1
    assert actions.clear_identities(by=None, at=NOW + timedelta(days=999)) == 0
