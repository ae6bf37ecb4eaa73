"""Decisions on paper: recorded, confirmed by a second person, or not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.models import PaperRecord
from prongsai.foundations.approvals.refusals import (
    AlreadyActed,
    DecisionUnclear,
    InterestUndeclared,
    NoCapacity,
    NotImpartial,
    PaperDated,
    PaperSettled,
    PaperWaiting,
    ReasonMissing,
)
from prongsai.foundations.approvals.statements import Paper, Ruling
from prongsai.foundations.approvals.states import MemoState
from prongsai.foundations.files import queries as files
from prongsai.foundations.notifications.models import Notification
from tests.cast import NOW, TODAY, make_acting, make_division, make_user
from tests.prongsai.foundations.approvals.desk import (
    NO,
    YES,
    before_the_mayor,
    decided,
    endorsed,
    make_desk,
    received,
    submitted,
    turn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OPINION = Ruling(decisions=(), opinion="เห็นควรตามเสนอ", no_interest=True)


def record(memo, *, signer, by, ruling=YES, signed_on=TODAY, at=NOW):
    paper = Paper(signer=signer, signed_on=signed_on, ruling=ruling)
    return actions.record_paper(memo, paper, scan=received(by), by=by, at=at)


def test_a_decision_on_paper_counts_once_a_second_person_confirms():
    desk = make_desk()
    memo = before_the_mayor(desk)

    paper = record(memo, signer=desk.mayor, by=desk.officer)
    memo.refresh_from_db()
    assert memo.state == MemoState.ENDORSED
    memo = actions.confirm_paper(paper, by=desk.colleague, at=NOW)

    last = queries.steps_of(memo)[-1]
    assert (memo.state, memo.decided_by) == (MemoState.DECIDED, desk.mayor)
    assert (last.on_paper, last.acted_by, last.decisions) == (
        True, desk.mayor, ["approved"],
    )  # fmt: skip
    assert queries.is_approved(memo)
    [scan] = files.of(paper)
    assert scan.sha256 == paper.scan_sha256


def test_an_opinion_on_paper_lets_the_memo_go_on():
    desk = make_desk()

    paper = record(submitted(desk), signer=desk.head, by=desk.officer, ruling=OPINION)
    memo = actions.confirm_paper(paper, by=desk.clerk, at=NOW)

    assert turn(memo).role == Role.CLERK
    assert queries.steps_of(memo)[0].opinion == "เห็นควรตามเสนอ"


def test_a_refusal_on_paper_keeps_its_reasons():
    desk = make_desk()
    memo = before_the_mayor(desk)

    paper = record(memo, signer=desk.mayor, by=desk.officer, ruling=NO)
    memo = actions.confirm_paper(paper, by=desk.colleague, at=NOW)

    assert memo.state == MemoState.REFUSED
    assert queries.steps_of(memo)[-1].appeal_days == 15


def test_the_acting_signer_is_printed_with_the_order_of_that_day():
    desk = make_desk()
    memo = before_the_mayor(desk)
    make_acting(desk.clerk, role=Role.MAYOR)

    paper = record(memo, signer=desk.clerk, by=desk.officer)
    memo = actions.confirm_paper(paper, by=desk.colleague, at=NOW)

    assert queries.steps_of(memo)[-1].order_number == "12/2569"


def test_those_who_can_confirm_are_told_and_nobody_else():
    desk = make_desk()
    memo = before_the_mayor(desk)
    Notification.objects.all().delete()

    record(memo, signer=desk.mayor, by=desk.officer)

    told = Notification.objects.filter(code="approvals.paper")
    assert {n.receiver for n in told} == {
        desk.colleague, desk.head, desk.clerk, desk.mayor,
    }  # fmt: skip


def test_record_is_for_the_sending_division():
    desk = make_desk()
    stranger = make_user(division=make_division())
    memo = before_the_mayor(desk)

    with pytest.raises(PermissionDenied):
        record(memo, signer=desk.mayor, by=stranger)


def test_record_twice_is_refused_until_the_first_is_settled():
    desk = make_desk()
    memo = before_the_mayor(desk)
    record(memo, signer=desk.mayor, by=desk.officer)

    with pytest.raises(PaperWaiting):
        record(memo, signer=desk.mayor, by=desk.colleague)


@pytest.mark.parametrize("days", [-1, 1])
def test_record_refuses_a_date_that_cannot_be(days):
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(PaperDated):
        record(
            memo,
            signer=desk.mayor,
            by=desk.officer,
            signed_on=TODAY + timedelta(days=days),
        )


def test_record_refuses_a_signer_without_the_post():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(NoCapacity):
        record(memo, signer=desk.clerk, by=desk.officer)


def test_record_refuses_the_proposer_as_signer():
    desk = make_desk()
    memo = before_the_mayor(desk)
    make_acting(desk.officer, role=Role.MAYOR)

    with pytest.raises(NotImpartial):
        record(memo, signer=desk.officer, by=desk.colleague)


def test_record_wants_the_declaration_on_the_paper():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(InterestUndeclared):
        record(
            memo,
            signer=desk.mayor,
            by=desk.officer,
            ruling=replace(YES, no_interest=False),
        )


def test_record_wants_a_clear_decision():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(DecisionUnclear):
        record(
            memo, signer=desk.mayor, by=desk.officer, ruling=replace(YES, decisions=[])
        )


def test_record_comes_too_late_after_the_decision():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        record(memo, signer=desk.mayor, by=desk.officer)


@pytest.mark.parametrize(
    ("by", "second"), [("officer", "officer"), ("colleague", "officer")]
)
def test_confirm_takes_a_second_person_who_did_not_propose(by, second):
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=getattr(desk, by))

    with pytest.raises(PermissionDenied):
        actions.confirm_paper(paper, by=getattr(desk, second), at=NOW)


def test_the_database_itself_wants_four_eyes():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.colleague)

    with pytest.raises(DatabaseError), transaction.atomic():
        PaperRecord.objects.filter(pk=paper.pk).update(
            confirmed_by=desk.colleague, confirmed_at=NOW
        )


def test_confirm_twice_is_refused():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)
    actions.confirm_paper(paper, by=desk.colleague, at=NOW)

    with pytest.raises(PaperSettled):
        actions.confirm_paper(paper, by=desk.clerk, at=NOW)


def test_confirm_is_refused_once_the_step_was_done_on_screen():
    desk = make_desk()
    memo = submitted(desk)
    paper = record(memo, signer=desk.head, by=desk.officer, ruling=OPINION)
    endorsed(memo, desk.head)

    with pytest.raises(PaperSettled):
        actions.confirm_paper(paper, by=desk.colleague, at=NOW)


def test_confirm_is_refused_when_the_signer_was_found_without_the_post():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)
    desk.mayor.posts.all().delete()

    with pytest.raises(NoCapacity):
        actions.confirm_paper(paper, by=desk.colleague, at=NOW)


def test_reject_lets_it_be_recorded_again():
    desk = make_desk()
    memo = before_the_mayor(desk)
    paper = record(memo, signer=desk.mayor, by=desk.officer)

    actions.reject_paper(paper, reason="วันที่ไม่ตรง", by=desk.colleague, at=NOW)

    paper.refresh_from_db()
    assert (paper.is_open, paper.rejected_reason) == (False, "วันที่ไม่ตรง")
    assert record(memo, signer=desk.mayor, by=desk.officer).is_open


def test_reject_by_the_one_who_slipped():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)

    actions.reject_paper(paper, reason="แนบผิดไฟล์", by=desk.officer, at=NOW)

    assert not queries.open_papers().exists()


def test_reject_needs_a_reason():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)

    with pytest.raises(ReasonMissing):
        actions.reject_paper(paper, reason="", by=desk.colleague, at=NOW)


def test_reject_is_not_for_strangers_of_the_division():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)

    with pytest.raises(PermissionDenied):
        actions.reject_paper(
            paper, reason="ผิด", by=make_user(division=make_division()), at=NOW
        )


def test_reject_comes_too_late_once_settled():
    desk = make_desk()
    paper = record(before_the_mayor(desk), signer=desk.mayor, by=desk.officer)
    actions.confirm_paper(paper, by=desk.colleague, at=NOW)

    with pytest.raises(PaperSettled):
        actions.reject_paper(paper, reason="ผิด", by=desk.clerk, at=NOW)
