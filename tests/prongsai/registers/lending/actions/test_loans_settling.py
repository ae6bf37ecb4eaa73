"""Damage and loss: heard first, decided with reasons, made good, and only then closed."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions import loans_settling as actions
from prongsai.registers.lending.actions.loans_deciding import ReasonsMissing
from prongsai.registers.lending.models import Reservation
from prongsai.registers.lending.models.loan_choices import ItemCondition, Remedy
from prongsai.registers.lending.states.assets import AssetState, Condition
from prongsai.registers.lending.states.loans import LoanState, SettlementState
from tests.borrowing import (
    NO,
    YES,
    later,
    lent,
    make_asset,
    make_house,
    returned,
)
from tests.cast import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAMAGED, LOST = ItemCondition.DAMAGED, ItemCondition.LOST
REPAIR = actions.Terms(remedy=Remedy.REPAIR)
REPLACE = actions.Terms(remedy=Remedy.REPLACE)
PAY = actions.Terms(remedy=Remedy.PAY, amount=Decimal("1250.50"))
SAID = actions.Statement(text="ลมพัดล้ม")


def opened(house, loan):
    return actions.open_settlement(loan, findings="ผ้าขาด", by=house.supply, at=NOW)


def heard(house, loan):
    return actions.hear(opened(house, loan), SAID, by=house.supply, at=NOW)


def decided(house, loan, terms=REPAIR):
    return actions.decide_settlement(
        heard(house, loan), terms, NO, by=house.head, at=NOW
    )


def fulfilled(house, loan, terms=REPAIR):
    settlement = decided(house, loan, terms)
    return actions.fulfil(settlement, proof="ใบเสร็จ 7", by=house.supply, at=NOW)


def test_a_loan_that_came_back_whole_is_closed():
    house = make_house()
    loan = returned(house)

    actions.close(loan, by=house.supply, at=NOW)

    loan.refresh_from_db()
    assert (loan.state, loan.closed_by) == (LoanState.CLOSED, house.supply)


def test_close_is_the_supply_officers_and_waits_until_everything_is_back():
    house = make_house()
    back, out = returned(house), lent(house)

    with pytest.raises(PermissionDenied):
        actions.close(back, by=house.head, at=NOW)
    with pytest.raises(InvalidMove):
        actions.close(out, by=house.supply, at=NOW)


@pytest.mark.parametrize("condition", [DAMAGED, LOST])
def test_close_waits_until_harm_is_made_good(condition):
    house = make_house()
    loan = returned(house, condition=condition)

    with pytest.raises(actions.HarmUnsettled):
        actions.close(loan, by=house.supply, at=NOW)
    decided(house, loan, REPLACE)
    with pytest.raises(actions.HarmUnsettled):
        actions.close(loan, by=house.supply, at=NOW)


def test_a_settlement_gives_the_borrower_time_to_answer():
    house = make_house()
    loan = returned(house, condition=DAMAGED)

    settlement = opened(house, loan)

    loan.refresh_from_db()
    assert (loan.state, settlement.state) == (LoanState.SETTLING, "opened")
    assert settlement.answer_by == later(15).date()


def test_a_settlement_is_opened_once_by_the_supply_officer_where_there_is_harm():
    house = make_house()
    whole, harmed = returned(house), returned(house, condition=LOST)

    with pytest.raises(actions.NothingHarmed):
        opened(house, whole)
    with pytest.raises(PermissionDenied):
        actions.open_settlement(harmed, findings="หาย", by=house.head, at=NOW)
    opened(house, harmed)
    with pytest.raises(InvalidMove):
        opened(house, harmed)


def test_silence_counts_only_when_the_time_to_answer_is_over():
    house = make_house()
    settlement = opened(house, returned(house, condition=DAMAGED))
    silent = actions.Statement(silent=True)

    with pytest.raises(actions.StillTimeToAnswer):
        actions.hear(settlement, silent, by=house.supply, at=later(15))
    actions.hear(settlement, silent, by=house.supply, at=later(16))

    settlement.refresh_from_db()
    assert (settlement.state, settlement.was_silent) == (SettlementState.HEARD, True)


def test_hear_is_the_supply_officers_and_happens_once():
    house = make_house()
    settlement = opened(house, returned(house, condition=DAMAGED))

    with pytest.raises(PermissionDenied):
        actions.hear(settlement, SAID, by=house.alice, at=NOW)
    actions.hear(settlement, SAID, by=house.supply, at=NOW)
    with pytest.raises(InvalidMove):
        actions.hear(settlement, SAID, by=house.supply, at=NOW)


def test_nothing_is_decided_before_the_borrower_was_heard():
    house = make_house()
    settlement = opened(house, returned(house, condition=DAMAGED))

    with pytest.raises(InvalidMove):
        actions.decide_settlement(settlement, REPAIR, NO, by=house.head, at=NOW)


def test_a_settlement_is_decided_with_reasons_by_whoever_decides_on_the_loan():
    house = make_house()
    settlement = heard(house, returned(house, condition=DAMAGED))

    with pytest.raises(PermissionDenied):
        actions.decide_settlement(settlement, REPAIR, NO, by=house.supply, at=NOW)
    with pytest.raises(ReasonsMissing):
        actions.decide_settlement(settlement, REPAIR, YES, by=house.head, at=NOW)
    actions.decide_settlement(settlement, PAY, NO, by=house.head, at=NOW)

    settlement.refresh_from_db()
    assert (settlement.remedy, settlement.amount) == ("pay", Decimal("1250.50"))
    assert settlement.decision.decided_by == house.head


@pytest.mark.parametrize(
    ("condition", "terms", "error"),
    [
        (DAMAGED, actions.Terms(remedy=Remedy.PAY), actions.AmountMissing),
        (LOST, REPAIR, actions.CannotRepairLoss),
    ],
)
def test_terms_that_cannot_be_are_refused(condition, terms, error):
    house = make_house()
    settlement = heard(house, returned(house, condition=condition))

    with pytest.raises(error):
        actions.decide_settlement(settlement, terms, NO, by=house.head, at=NOW)


def test_fulfil_is_the_supply_officers_and_follows_the_decision():
    house = make_house()
    loan = returned(house, condition=DAMAGED)
    settlement = heard(house, loan)

    with pytest.raises(InvalidMove):
        actions.fulfil(settlement, proof="1", by=house.supply, at=NOW)
    actions.decide_settlement(settlement, REPAIR, NO, by=house.head, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.fulfil(settlement, proof="1", by=house.head, at=NOW)


def test_what_was_repaired_can_be_lent_again_and_the_loan_closed():
    house = make_house()
    tent = make_asset(house)
    loan = returned(house, (tent, 1), condition=DAMAGED)

    fulfilled(house, loan)
    actions.close(loan, by=house.supply, at=NOW)

    tent.refresh_from_db()
    loan.refresh_from_db()
    assert (loan.state, tent.condition) == (LoanState.CLOSED, Condition.USABLE)
    assert Reservation.objects.get().released_at == NOW


def test_what_was_lost_and_replaced_is_there_again():
    house = make_house()
    tent = make_asset(house)

    fulfilled(house, returned(house, (tent, 1), condition=LOST), REPLACE)

    tent.refresh_from_db()
    assert (tent.state, tent.present) == (AssetState.IN_USE, 1)


def test_what_was_paid_for_stays_in_the_register_as_missing():
    house = make_house()
    chairs = make_asset(house, quantity=10)

    fulfilled(house, returned(house, (chairs, 2), condition=DAMAGED), PAY)

    chairs.refresh_from_db()
    assert (chairs.quantity, chairs.missing) == (10, 2)
