"""Asking for a loan, and calling it off: who may, what is refused, what is written."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions import loans_requesting as actions
from prongsai.registers.lending.actions.loans_promising import NotAvailable
from prongsai.registers.lending.models import Loan, Reservation
from prongsai.registers.lending.models.loan_choices import (
    Benefit,
    BorrowerKind,
    IdKind,
)
from prongsai.registers.lending.states.assets import Condition
from prongsai.registers.lending.states.loans import LoanState
from tests.borrowing import (
    SECRET,
    approved,
    asked,
    asked_at_counter,
    asked_on_website,
    day,
    insider,
    lent,
    make_asset,
    make_consumable,
    make_house,
    outsider,
    wanted,
)
from tests.cast import NOW, make_division, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def ask(house, *items, **fields):
    return actions.request_for_staff(
        insider(house), wanted(*items, **fields), by=house.alice, at=NOW
    )


def test_a_request_gets_the_next_number_of_the_fiscal_year():
    house = make_house()

    first, second = asked(house), asked(house)

    assert (str(first), str(second)) == ("บย. 1/2569", "บย. 2/2569")
    assert (first.state, first.division) == (LoanState.REQUESTED, house.division)
    assert first.borrower_name == house.alice.get_full_name()
    assert Event.objects.filter(verb="lending.requested").count() == 2


def test_a_request_tells_the_supply_officer_without_names():
    house = make_house()

    asked(house)

    told = Notification.objects.get(receiver=house.supply)
    assert told.code == "lending.requested"
    assert house.alice.first_name not in str(told.facts)


def test_staff_ask_in_their_own_name_only():
    house = make_house()

    with pytest.raises(PermissionDenied):
        actions.request_for_staff(
            insider(house), wanted((make_asset(house), 1)), by=house.head, at=NOW
        )


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, None])
def test_who_only_watches_does_not_borrow(role):
    house = make_house()
    watcher = make_user(role=role, office=house.office)
    borrower = actions.Borrower(
        kind=BorrowerKind.INTERNAL, user=watcher, division=house.division
    )

    with pytest.raises(PermissionDenied):
        actions.request_for_staff(
            borrower, wanted((make_asset(house), 1)), by=watcher, at=NOW
        )


def test_only_supply_officers_enter_requests_of_outsiders():
    house = make_house()
    want = wanted((make_asset(house), 1), basis="ประกาศ 1/2569")

    with pytest.raises(PermissionDenied):
        actions.request_at_counter(outsider(), want, by=house.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.request_at_counter(insider(house), want, by=house.supply, at=NOW)


def test_nobody_of_the_office_borrows_without_signing_in():
    house = make_house()

    with pytest.raises(PermissionDenied):
        actions.request_on_website(
            insider(house),
            wanted((make_asset(house), 1)),
            secret=SECRET,
            by=None,
            at=NOW,
        )


@pytest.mark.parametrize(
    "days",
    [
        (day(-1), day(1)),
        (day(2), day(1)),
        (day(0), day(366)),
        (day(181), day(182)),
    ],
)
def test_days_that_make_no_sense_are_refused(days):
    house = make_house()
    tent = make_asset(house)

    with pytest.raises(actions.WrongDays):
        ask(house, (tent, 1), starts_on=days[0], due_on=days[1])


def test_nothing_and_too_much_are_refused():
    house = make_house()
    tents = [make_asset(house) for _n in range(21)]

    with pytest.raises(actions.NothingAsked):
        ask(house)
    with pytest.raises(actions.NothingAsked):
        ask(house, (tents[0], 0))
    with pytest.raises(actions.TooManyLines):
        ask(house, *((tent, 1) for tent in tents))


def test_one_request_takes_from_one_division():
    house = make_house()
    other = make_asset(house, division=make_division())

    with pytest.raises(actions.MixedDivisions):
        ask(house, (make_asset(house), 1), (other, 1))


@pytest.mark.parametrize(
    "fields", [{"internal_borrowable": False}, {"condition": Condition.DAMAGED}]
)
def test_what_is_not_lent_is_refused(fields):
    house = make_house()

    with pytest.raises(actions.NotLendable):
        ask(house, (make_asset(house, **fields), 1))


def test_residents_borrow_only_what_is_open_to_them():
    house = make_house()

    with pytest.raises(actions.NotLendable):
        asked_at_counter(house, (make_asset(house, public_borrowable=False), 1))


def test_more_than_is_free_is_refused():
    house = make_house()
    chairs = make_asset(house, quantity=10)
    approved(house, (chairs, 7))

    with pytest.raises(NotAvailable) as refusal:
        ask(house, (chairs, 4))

    assert refusal.value.facts["free"] == 3


def test_what_is_overdue_blocks_every_later_day():
    house = make_house()
    tent = make_asset(house)
    lent(house, (tent, 1), due_on=day(1))

    with pytest.raises(NotAvailable):
        asked(
            house,
            (tent, 1),
            starts_on=day(60),
            due_on=day(61),
            at=NOW + timedelta(days=2),
        )


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        (BorrowerKind.PERSON, {"benefit": Benefit.PRIVATE}, "lending.private-use"),
        (BorrowerKind.PERSON, {"basis": " "}, "lending.no-basis"),
        (BorrowerKind.COMMUNITY, {"basis": ""}, "lending.no-basis"),
    ],
)
def test_the_regulation_forbids(kind, fields, code):
    house = make_house()

    with pytest.raises(actions.Forbidden) as refusal:
        asked_at_counter(house, borrower=outsider(kind), **fields)

    assert refusal.value.code == code


def test_consumables_go_to_agencies_in_need_only():
    house = make_house()
    sand = make_consumable(house, quantity=500)
    school = outsider(BorrowerKind.AGENCY)

    with pytest.raises(actions.Forbidden) as to_resident:
        asked_at_counter(house, (sand, 10))
    with pytest.raises(actions.Forbidden) as not_urgent:
        asked_at_counter(house, (sand, 10), borrower=school)
    made = asked_at_counter(house, (sand, 10), borrower=school, urgency="น้ำท่วม")

    assert to_resident.value.code == "lending.consumable-to-others"
    assert not_urgent.value.code == "lending.consumable-not-urgent"
    assert made.has_consumables


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdKind.CITIZEN, "1234567890122"),
        (IdKind.CITIZEN, ""),
        (IdKind.JURISTIC, "1234567890121"),
        (IdKind.PASSPORT, "??"),
        (IdKind.ALIEN, "123"),
        (IdKind.NONE, "1234567890121"),
    ],
)
def test_an_identity_number_that_cannot_be_right_is_refused(kind, number):
    house = make_house()

    with pytest.raises(actions.WrongIdentity):
        asked_at_counter(house, borrower=outsider(id_kind=kind, id_number=number))

    assert not Loan.objects.exists()


def test_nobody_has_to_give_an_identity_number():
    house = make_house()

    with_id = outsider(id_kind=IdKind.CITIZEN, id_number="1234567890121")

    assert asked_at_counter(house).id_number == ""
    assert asked_at_counter(house, borrower=with_id).id_number == "1234567890121"


def test_only_the_pair_of_number_and_secret_opens_a_request():
    house = make_house()
    mine, other = asked_on_website(house), asked_at_counter(house)

    assert actions.knows_secret(mine, SECRET)
    assert actions.knows_secret(mine, SECRET.lower().replace("-", " "))
    assert not actions.knows_secret(mine, "ABCD-EFGH-JKMP")
    assert not actions.knows_secret(other, "")
    assert not actions.knows_secret(other, SECRET)
    assert not actions.knows_secret(None, SECRET)
    assert SECRET not in mine.secret_digest


def test_cancel_frees_what_was_promised():
    house = make_house()
    loan = approved(house)

    actions.cancel(loan, reason="เลื่อนงาน", by=house.alice, at=NOW)

    loan.refresh_from_db()
    assert (loan.state, loan.cancelled_by) == (LoanState.CANCELLED, house.alice)
    assert Reservation.objects.get().released_at == NOW


def test_cancel_is_for_those_it_belongs_to_and_comes_before_the_hand_over():
    house = make_house()
    stranger = make_user(division=house.division)
    loan, out = asked(house), lent(house)

    with pytest.raises(PermissionDenied):
        actions.cancel(loan, reason="ไม่ใช่ของตน", by=stranger, at=NOW)
    with pytest.raises(InvalidMove):
        actions.cancel(out, reason="สาย", by=house.alice, at=NOW)


def test_a_borrower_cancels_with_the_secret():
    house = make_house()
    loan = asked_on_website(house)

    with pytest.raises(PermissionDenied):
        actions.cancel_by_borrower(loan, secret="WRONG", by=None, at=NOW)
    actions.cancel_by_borrower(loan, secret=SECRET, by=None, at=NOW)

    loan.refresh_from_db()
    assert (loan.state, loan.cancelled_by, loan.cancelled_at) == (
        LoanState.CANCELLED,
        None,
        NOW,
    )
