"""Handing over and taking back: done, forbidden, too early, too much."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.audit.models import Event
from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions.loans_handling import (
    Handed,
    HandOver,
    Lapsed,
    MoreThanApproved,
    MoreThanOut,
    NothingHanded,
    NothingReturned,
    Return,
    Returned,
    TooEarly,
    hand_over,
    take_back,
)
from prongsai.registers.lending.actions.loans_promising import NotInStore
from prongsai.registers.lending.models import AssetEvent, Reservation
from prongsai.registers.lending.models.loan_choices import ItemCondition
from prongsai.registers.lending.states.assets import (
    AssetState,
    Condition,
    EventKind,
)
from prongsai.registers.lending.states.loans import LoanState
from tests.borrowing import (
    approved,
    checked,
    day,
    later,
    lent,
    make_asset,
    make_house,
    returned_loan,
)
from tests.cast import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def all_of(loan, quantity=None):
    return HandOver(
        to="ผู้รับ สมมติ",
        lines={
            line.pk: Handed(quantity=line.approved if quantity is None else quantity)
            for line in loan.lines.all()
        },
    )


def back(loan, *items):
    (line,) = loan.lines.all()
    return Return(
        brought_by="ผู้คืน สมมติ",
        items=[
            Returned(line=line.pk, quantity=quantity, condition=condition)
            for quantity, condition in items
        ],
    )


def test_hand_over_records_who_gave_what_to_whom():
    house = make_house()
    loan = approved(house)

    hand_over(loan, all_of(loan), by=house.supply, at=NOW)

    loan.refresh_from_db()
    (line,) = loan.lines.all()
    assert (loan.state, loan.handed_by, loan.handed_to) == (
        LoanState.HANDED_OVER,
        house.supply,
        "ผู้รับ สมมติ",
    )
    assert (line.handed, line.condition_out) == (1, ItemCondition.GOOD)
    assert Reservation.objects.get(line=line).is_out
    assert AssetEvent.objects.filter(asset=line.asset, kind=EventKind.LENT).exists()
    assert Event.objects.filter(verb="lending.handed-over").exists()


def test_hand_over_frees_what_was_not_taken():
    house = make_house()
    loan = approved(house, (make_asset(house, quantity=10), 6))

    hand_over(loan, all_of(loan, 4), by=house.supply, at=NOW)

    assert Reservation.objects.get().quantity == 4


@pytest.mark.parametrize("who", ["head", "mayor", "alice"])
def test_hand_over_is_the_supply_officers(who):
    house = make_house()
    loan = approved(house)

    with pytest.raises(PermissionDenied):
        hand_over(loan, all_of(loan), by=getattr(house, who), at=NOW)


def test_hand_over_follows_an_approval():
    house = make_house()
    loan = checked(house)

    with pytest.raises(InvalidMove):
        hand_over(loan, all_of(loan, 1), by=house.supply, at=NOW)


def test_hand_over_waits_for_the_first_day():
    house = make_house()
    loan = approved(house, starts_on=day(1), due_on=day(3))

    with pytest.raises(TooEarly):
        hand_over(loan, all_of(loan), by=house.supply, at=NOW)


def test_hand_over_refuses_once_the_last_day_is_over():
    house = make_house()
    loan = approved(house)

    with pytest.raises(Lapsed):
        hand_over(loan, all_of(loan), by=house.supply, at=later(4))


def test_hand_over_refuses_nothing_and_more_than_approved():
    house = make_house()
    loan = approved(house)

    with pytest.raises(NothingHanded):
        hand_over(loan, all_of(loan, 0), by=house.supply, at=NOW)
    with pytest.raises(MoreThanApproved):
        hand_over(loan, all_of(loan, 2), by=house.supply, at=NOW)


def test_hand_over_refuses_what_an_earlier_borrower_still_has():
    house = make_house()
    tent = make_asset(house)
    lent(house, (tent, 1), due_on=day(1))
    second = approved(house, (tent, 1), starts_on=day(2), due_on=day(4))

    with pytest.raises(NotInStore):
        hand_over(second, all_of(second), by=house.supply, at=later(2))


def test_take_back_of_everything_returns_the_loan():
    house = make_house()
    loan = lent(house, (make_asset(house, quantity=10), 6))

    take_back(loan, back(loan, (6, ItemCondition.GOOD)), by=house.supply, at=NOW)

    loan.refresh_from_db()
    assert (loan.state, loan.returned_at) == (LoanState.RETURNED, NOW)
    assert Reservation.objects.get().released_at == NOW


def test_take_back_of_a_part_keeps_the_loan_out():
    house = make_house()
    loan = lent(house, (make_asset(house, quantity=10), 6))

    take_back(loan, back(loan, (2, ItemCondition.WORN)), by=house.supply, at=NOW)

    loan.refresh_from_db()
    (line,) = loan.lines.all()
    assert (loan.state, line.outstanding) == (LoanState.HANDED_OVER, 4)
    assert Reservation.objects.get().quantity == 4


def test_take_back_notes_loss_and_damage_in_the_asset_register():
    house = make_house()
    chairs, tent = make_asset(house, quantity=10), make_asset(house)
    first, second = lent(house, (chairs, 6)), lent(house, (tent, 1))

    take_back(
        first,
        back(first, (3, ItemCondition.GOOD), (2, ItemCondition.DAMAGED), (1, "lost")),
        by=house.supply,
        at=NOW,
    )
    returned_loan(house, second, condition=ItemCondition.DAMAGED)

    chairs.refresh_from_db()
    tent.refresh_from_db()
    assert chairs.missing == 1
    assert tent.condition == Condition.DAMAGED
    assert Reservation.objects.get(asset=chairs).quantity == 2


def test_take_back_of_a_lost_single_begins_fact_finding():
    house = make_house()
    tent = make_asset(house)

    returned_loan(house, lent(house, (tent, 1)), condition=ItemCondition.LOST)

    tent.refresh_from_db()
    assert (tent.state, tent.present) == (AssetState.FACT_FINDING, 0)


def test_take_back_refuses_nothing_and_more_than_is_out():
    house = make_house()
    loan = lent(house)

    with pytest.raises(NothingReturned):
        take_back(loan, back(loan), by=house.supply, at=NOW)
    with pytest.raises(MoreThanOut):
        take_back(loan, back(loan, (2, ItemCondition.GOOD)), by=house.supply, at=NOW)


def test_take_back_is_the_supply_officers_and_needs_a_hand_over():
    house = make_house()
    out, waiting = lent(house), approved(house)

    with pytest.raises(PermissionDenied):
        take_back(out, back(out, (1, ItemCondition.GOOD)), by=house.head, at=NOW)
    with pytest.raises(InvalidMove):
        take_back(
            waiting, back(waiting, (1, ItemCondition.GOOD)), by=house.supply, at=NOW
        )


def test_a_loan_is_overdue_from_the_day_after_its_due_date():
    house = make_house()
    loan = lent(house)

    assert not loan.is_overdue(on=TODAY + timedelta(days=3))
    assert loan.is_overdue(on=TODAY + timedelta(days=4))
