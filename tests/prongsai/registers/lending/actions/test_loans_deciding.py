"""Checking, approving, refusing, extending: who may, when, and with which words."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import ActingKind, Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions import loans_deciding as actions
from prongsai.registers.lending.actions.loans_promising import NotAvailable
from prongsai.registers.lending.actions.loans_requesting import Forbidden, WrongDays
from prongsai.registers.lending.models import LoanDecision, Reservation
from prongsai.registers.lending.models.loan_choices import BorrowerKind, Outcome
from prongsai.registers.lending.states.loans import ExtensionState, LoanState
from tests.borrowing import (
    NO,
    YES,
    approved,
    approved_loan,
    asked,
    asked_at_counter,
    checked,
    checked_loan,
    day,
    later,
    lent,
    lent_loan,
    make_asset,
    make_consumable,
    make_house,
    outsider,
    returned,
    returned_loan,
)
from tests.cast import NOW, make_acting, make_division, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def all_asked(loan):
    return {line.pk: line.asked for line in loan.lines.all()}


def test_check_tells_whoever_decides():
    house = make_house()
    loan = asked(house)

    actions.check(loan, leaves_enough=True, note="มีครบ", by=house.supply, at=NOW)

    loan.refresh_from_db()
    assert (loan.state, loan.checked_by) == (LoanState.CHECKED, house.supply)
    told = Notification.objects.filter(code="lending.to-decide")
    assert [note.receiver for note in told] == [house.head]


def test_check_is_the_supply_officers_and_comes_once():
    house = make_house()
    loan = asked(house)

    with pytest.raises(PermissionDenied):
        actions.check(loan, leaves_enough=True, by=house.head, at=NOW)
    checked_loan(house, loan)
    with pytest.raises(InvalidMove):
        checked_loan(house, loan)


def test_nobody_checks_what_they_borrow_themselves():
    house = make_house()
    house.alice = house.supply
    loan = asked(house)

    with pytest.raises(PermissionDenied):
        checked_loan(house, loan)


def test_approve_promises_the_things_and_records_in_what_right():
    house = make_house()
    loan = checked(house)

    actions.approve(loan, all_asked(loan), YES, by=house.head, at=NOW)

    loan.refresh_from_db()
    decision = loan.decisions.get()
    assert loan.state == LoanState.APPROVED
    assert (decision.outcome, decision.rule) == (Outcome.APPROVED, "208-2-on")
    assert (decision.decided_by, decision.capacity) == (house.head, "ตำแหน่งhead")
    assert Reservation.objects.get(line__loan=loan).quantity == 1
    assert Event.objects.filter(verb="lending.loan-decided").exists()


def test_approve_of_a_part_needs_the_reasons():
    house = make_house()
    loan = checked(house, (make_asset(house, quantity=10), 8))
    (line,) = loan.lines.all()

    with pytest.raises(actions.ReasonsMissing):
        actions.approve(loan, {line.pk: 5}, YES, by=house.head, at=NOW)
    word = replace(NO, benefit_reason="ใช้ในงานราชการ")
    actions.approve(loan, {line.pk: 5}, word, by=house.head, at=NOW)

    line.refresh_from_db()
    assert (line.asked, line.approved) == (8, 5)
    assert loan.decisions.get().outcome == Outcome.PARTLY
    assert Reservation.objects.get().quantity == 5


@pytest.mark.parametrize("who", ["supply", "mayor", "alice"])
def test_on_the_premises_only_the_head_of_the_division_decides(who):
    house = make_house()
    loan = checked(house)

    with pytest.raises(PermissionDenied):
        actions.approve(loan, all_asked(loan), YES, by=getattr(house, who), at=NOW)


def test_the_head_of_another_division_does_not_decide():
    house = make_house()
    other = make_user(role=Role.HEAD, division=make_division(office=house.office))
    loan = checked(house)

    with pytest.raises(PermissionDenied):
        actions.approve(loan, all_asked(loan), YES, by=other, at=NOW)


def test_off_the_premises_only_the_mayor_decides():
    house = make_house()
    loan = checked(house, on_premises=False)

    with pytest.raises(PermissionDenied):
        approved_loan(house, loan)
    approved_loan(house, loan, by=house.mayor)

    assert loan.decisions.get().rule == "208-2-off"


def test_nobody_decides_on_their_own_request():
    house = make_house()
    house.alice = house.head
    loan = checked(house)

    with pytest.raises(PermissionDenied):
        actions.approve(loan, all_asked(loan), YES, by=house.head, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.refuse(loan, NO, by=house.head, at=NOW)


def test_who_acts_for_the_head_decides_with_the_number_of_the_order():
    house = make_house()
    deputy = make_user(role=Role.OFFICER, division=house.division)
    make_acting(
        deputy,
        role=Role.HEAD,
        division=house.division,
        kind=ActingKind.ACTING,
        title_th="ผู้อำนวยการกองคลัง",
        order_number="12/2569",
    )
    loan = checked(house)

    approved_loan(house, loan, by=deputy)

    assert loan.decisions.get().capacity == (
        "รักษาราชการแทน ผู้อำนวยการกองคลัง ตามคำสั่งที่ ๑๒/๒๕๖๙ ลงวันที่ ๑ ตุลาคม ๒๕๖๘"
    )


def test_an_acting_order_that_has_ended_gives_no_right():
    house = make_house()
    deputy = make_user(role=Role.OFFICER, division=house.division)
    make_acting(deputy, role=Role.HEAD, division=house.division, ends_on=day(-1))
    loan = checked(house)

    with pytest.raises(PermissionDenied):
        approved_loan(house, loan, by=deputy)


def test_approve_needs_a_check_and_happens_once():
    house = make_house()
    unchecked, done = asked(house), approved(house)

    for loan in (unchecked, done):
        with pytest.raises(InvalidMove):
            approved_loan(house, loan)


@pytest.mark.parametrize(
    ("quantity", "word", "error"),
    [
        (0, YES, actions.NothingApproved),
        (2, YES, actions.MoreThanAsked),
        (-1, YES, actions.MoreThanAsked),
        (1, replace(YES, benefit_reason=" "), actions.BenefitMissing),
        (1, replace(YES, no_conflict=False), actions.ConflictOfInterest),
    ],
)
def test_approve_refuses_what_does_not_fit_and_writes_nothing(quantity, word, error):
    house = make_house()
    loan = checked(house)
    (line,) = loan.lines.all()

    with pytest.raises(error):
        actions.approve(loan, {line.pk: quantity}, word, by=house.head, at=NOW)

    loan.refresh_from_db()
    assert loan.state == LoanState.CHECKED
    assert not Reservation.objects.exists()
    assert not LoanDecision.objects.exists()


def test_approve_refuses_what_was_promised_to_somebody_else_meanwhile():
    house = make_house()
    tent = make_asset(house)
    first, second = checked(house, (tent, 1)), checked(house, (tent, 1))
    approved_loan(house, first)

    with pytest.raises(NotAvailable):
        approved_loan(house, second)


def test_consumables_that_leave_too_little_can_only_be_refused():
    house = make_house()
    loan = asked_at_counter(
        house,
        (make_consumable(house, quantity=500), 400),
        borrower=outsider(BorrowerKind.AGENCY),
        urgency="น้ำท่วม",
    )
    actions.check(loan, leaves_enough=False, by=house.supply, at=NOW)

    with pytest.raises(Forbidden):
        approved_loan(house, loan, by=house.mayor)
    actions.refuse(loan, NO, by=house.mayor, at=NOW)

    loan.refresh_from_db()
    assert loan.state == LoanState.REFUSED


def test_refuse_states_facts_law_and_considerations():
    house = make_house()
    loan = checked(house)

    actions.refuse(loan, NO, by=house.head, at=NOW)

    loan.refresh_from_db()
    decision = loan.decisions.get()
    assert (loan.state, decision.outcome) == (LoanState.REFUSED, Outcome.REFUSED)
    assert all((decision.facts, decision.law, decision.considerations))


@pytest.mark.parametrize("missing", ["facts", "law", "considerations"])
def test_refuse_without_one_of_the_reasons_is_refused(missing):
    house = make_house()
    loan = checked(house)
    word = replace(NO, reasons=replace(NO.reasons, **{missing: " "}))

    with pytest.raises(actions.ReasonsMissing):
        actions.refuse(loan, word, by=house.head, at=NOW)


def test_refuse_is_for_those_who_may_approve_and_needs_a_check():
    house = make_house()
    loan, unchecked = checked(house), asked(house)

    with pytest.raises(PermissionDenied):
        actions.refuse(loan, NO, by=house.supply, at=NOW)
    with pytest.raises(InvalidMove):
        actions.refuse(unchecked, NO, by=house.head, at=NOW)


def extension(house, loan, *, until=None, by=None, at=NOW):
    return actions.ask_extension(
        loan, until or day(10), reason="งานเลื่อน", by=by or house.alice, at=at
    )


def test_a_granted_extension_moves_the_due_date_and_the_promise():
    house = make_house()
    loan = lent(house)
    asked_for = extension(house, loan)

    actions.grant_extension(asked_for, YES, by=house.head, at=NOW)

    loan.refresh_from_db()
    assert loan.due_on == day(10)
    assert Reservation.objects.get().ends_on == day(10)
    assert loan.extensions.get().state == ExtensionState.GRANTED
    assert loan.decisions.count() == 2


def test_an_extension_does_not_take_what_somebody_else_was_promised():
    house = make_house()
    tent = make_asset(house)
    loan = lent(house, (tent, 1))
    approved(house, (tent, 1), starts_on=day(8), due_on=day(9))
    asked_for = extension(house, loan)

    with pytest.raises(NotAvailable):
        actions.grant_extension(asked_for, YES, by=house.head, at=NOW)

    loan.refresh_from_db()
    assert loan.due_on == day(3)


def test_a_refused_extension_leaves_the_due_date():
    house = make_house()
    loan = lent(house)
    asked_for = extension(house, loan)

    with pytest.raises(actions.ReasonsMissing):
        actions.refuse_extension(asked_for, YES, by=house.head, at=NOW)
    actions.refuse_extension(asked_for, NO, by=house.head, at=NOW)

    loan.refresh_from_db()
    assert (loan.due_on, loan.extensions.get().state) == (day(3), "refused")


def test_an_extension_is_decided_once_and_by_the_right_person():
    house = make_house()
    asked_for = extension(house, lent(house))

    with pytest.raises(PermissionDenied):
        actions.grant_extension(asked_for, YES, by=house.supply, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.refuse_extension(asked_for, NO, by=house.alice, at=NOW)
    actions.grant_extension(asked_for, YES, by=house.head, at=NOW)
    for deed, word in (
        (actions.grant_extension, YES),
        (actions.refuse_extension, NO),
    ):
        with pytest.raises(InvalidMove):
            deed(asked_for, word, by=house.head, at=NOW)


def test_asking_for_more_time_is_refused_where_it_makes_no_sense():
    house = make_house()
    out, waiting, back = lent(house), approved(house), returned(house)
    stranger = make_user(division=house.division)

    with pytest.raises(PermissionDenied):
        extension(house, out, by=stranger)
    for loan in (waiting, back):
        with pytest.raises(actions.NotOut):
            extension(house, loan)
    for until in (day(3), day(366)):
        with pytest.raises(WrongDays):
            extension(house, out, until=until)
    extension(house, out)
    with pytest.raises(actions.AlreadyAsked):
        extension(house, out)


def test_an_overdue_loan_is_extended_to_a_day_to_come():
    house = make_house()
    loan = lent(house)

    with pytest.raises(WrongDays):
        extension(house, loan, until=day(6), at=later(6))
    asked_for = extension(house, loan, until=day(12), at=later(6))
    actions.grant_extension(asked_for, YES, by=house.head, at=later(6))

    loan.refresh_from_db()
    assert not loan.is_overdue(on=day(7))


def test_an_extension_of_what_is_back_lapses():
    house = make_house()
    loan = approved(house)
    lent_loan(house, loan)
    asked_for = extension(house, loan)
    returned_loan(house, loan)

    asked_for.refresh_from_db()
    assert asked_for.state == "lapsed"
    with pytest.raises((actions.NotOut, InvalidMove)):
        actions.grant_extension(asked_for, YES, by=house.head, at=NOW)
