"""Endorse, decide, return: every way out of each."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import ActingKind, Role
from prongsai.foundations.approvals import actions, queries, subjects
from prongsai.foundations.approvals.captions import caption_of
from prongsai.foundations.approvals.models import Step
from prongsai.foundations.approvals.refusals import (
    AlreadyActed,
    ContentChanged,
    DecisionUnclear,
    DivisionMissing,
    InterestUndeclared,
    ReasonMissing,
    ReasonsMissing,
)
from prongsai.foundations.approvals.statements import Seen
from prongsai.foundations.approvals.states import Decision, MemoState, StepState
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from tests.cast import NOW, make_acting, make_division, make_user
from tests.prongsai.foundations.approvals.desk import (
    NO,
    REASONS,
    YES,
    before_the_mayor,
    decided,
    endorsed,
    heard,
    make_desk,
    make_subject,
    submitted,
    turn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def seen(memo):
    return Seen(step=turn(memo).pk, digest=queries.revisions_of(memo)[-1].digest)


def endorse(memo, *, by, **fields):
    given = {"opinion": "เห็นควร", "no_interest": True}
    return actions.endorse(memo, **{**given, **fields}, by=by, at=NOW)


def test_endorse_binds_the_digest_and_passes_the_turn_on():
    desk = make_desk()
    memo = submitted(desk)

    memo = endorse(memo, by=desk.head, seen=seen(memo))

    step = queries.steps_of(memo)[0]
    assert (memo.state, turn(memo).role) == (MemoState.ENDORSED, Role.CLERK)
    assert (step.state, step.acted_by, step.opinion) == (
        StepState.ENDORSED, desk.head, "เห็นควร",
    )  # fmt: skip
    assert step.digest == queries.revisions_of(memo)[-1].digest
    assert (step.capacity, caption_of(step)) == ("own", ["ตำแหน่งhead"])
    assert Notification.objects.filter(
        receiver=desk.clerk, code="approvals.your-turn"
    ).exists()


def test_endorse_as_acting_officer_freezes_caption_and_order():
    desk = make_desk()
    memo = submitted(desk)
    make_acting(
        desk.colleague,
        role=Role.HEAD,
        division=desk.division,
        kind=ActingKind.ON_BEHALF,
    )

    memo = endorse(memo, by=desk.colleague)
    desk.colleague.acting.all().delete()

    assert caption_of(queries.steps_of(memo)[0]) == [
        "ตำแหน่งofficer",
        "ปฏิบัติราชการแทน ตำแหน่งhead",
        "คำสั่งที่ 12/2569 ลงวันที่ 1 ตุลาคม 2568",
    ]


@pytest.mark.parametrize("who", ["officer", "colleague", "clerk", "mayor"])
def test_endorse_is_for_the_one_whose_turn_it_is(who):
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(PermissionDenied):
        endorse(memo, by=getattr(desk, who))


def test_endorse_is_never_for_the_proposer_even_by_an_order():
    desk = make_desk()
    memo = submitted(desk)
    make_acting(desk.officer, role=Role.HEAD, division=desk.division)

    with pytest.raises(PermissionDenied):
        endorse(memo, by=desk.officer)


def test_the_database_itself_refuses_the_proposer():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(DatabaseError), transaction.atomic():
        Step.objects.filter(pk=turn(memo).pk).update(
            acted_by=desk.officer, acted_at=NOW
        )


def test_endorse_asks_for_the_declaration_first():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(InterestUndeclared):
        endorse(memo, by=desk.head, no_interest=False)


def test_endorse_of_a_step_somebody_else_has_done_is_refused():
    desk = make_desk()
    memo = submitted(desk)
    page = seen(memo)
    endorse(memo, by=desk.head)

    with pytest.raises(AlreadyActed):
        endorse(memo, by=desk.head, seen=page)


def test_endorse_of_other_words_than_those_seen_is_refused():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(ContentChanged):
        endorse(memo, by=desk.head, seen=Seen(step=turn(memo).pk, digest="0" * 64))


def test_endorse_is_refused_when_the_subject_changed_unseen():
    desk = make_desk()
    subject = make_subject()
    memo = submitted(desk, subject=subject)
    type(subject).objects.filter(pk=subject.pk).update(reason_th="น้ำท่วม")

    with pytest.raises(ContentChanged):
        endorse(memo, by=desk.head)


def test_the_last_step_decides_and_does_not_endorse():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(PermissionDenied):
        endorse(memo, by=desk.mayor)


def test_decide_binds_the_digest_and_tells_proposer_and_register():
    desk = make_desk()
    subject = make_subject()
    memo = before_the_mayor(desk, subject=subject)
    both = replace(YES, decisions=[Decision.APPROVED, Decision.AGREED])

    memo = actions.decide(memo, both, seen=seen(memo), by=desk.mayor, at=NOW)

    last = queries.steps_of(memo)[-1]
    assert (memo.state, memo.decided_by, memo.step) == (
        MemoState.DECIDED, desk.mayor, None,
    )  # fmt: skip
    assert last.decisions == ["agreed", "approved"]
    assert queries.is_approved(memo)
    assert heard == [(subject.pk, ["agreed", "approved"], desk.mayor.pk)]
    assert Notification.objects.filter(
        receiver=desk.officer, code="approvals.decided"
    ).exists()
    fact = Event.objects.get(verb="approvals.decided").facts
    assert fact["digest"] == last.digest


def test_decide_to_assign_tells_the_head_of_that_division():
    desk = make_desk()
    other = make_division()
    head = make_user(role=Role.HEAD, division=other)
    memo = before_the_mayor(desk)
    ruling = replace(YES, decisions=[Decision.ASSIGNED], division=other)

    memo = actions.decide(memo, ruling, by=desk.mayor, at=NOW)

    assert queries.steps_of(memo)[-1].assigned_division == other
    assert Notification.objects.filter(
        receiver=head, code="approvals.assigned"
    ).exists()


def test_decide_against_keeps_the_reasons_and_the_days_to_appeal():
    desk = make_desk()
    memo = before_the_mayor(desk)

    memo = actions.decide(memo, NO, by=desk.mayor, at=NOW)

    last = queries.steps_of(memo)[-1]
    assert memo.state == MemoState.REFUSED
    assert (last.reason_facts, last.hearing, last.appeal_days) == (
        REASONS.facts, "internal", 15,
    )  # fmt: skip
    assert queries.is_valid(memo)
    assert not queries.is_approved(memo)


@pytest.mark.parametrize("missing", ["facts", "law", "considerations", "hearing"])
def test_decide_against_needs_every_reason_of_section_37(missing):
    desk = make_desk()
    memo = before_the_mayor(desk)
    short = replace(NO, reasons=replace(REASONS, **{missing: " "}))

    with pytest.raises(ReasonsMissing) as refused:
        actions.decide(memo, short, by=desk.mayor, at=NOW)

    assert refused.value.facts == {"missing": missing}


def test_decide_against_without_any_reason_is_refused():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(ReasonsMissing):
        actions.decide(memo, replace(NO, reasons=None), by=desk.mayor, at=NOW)


def test_an_exception_from_hearing_is_named():
    desk = make_desk()
    memo = before_the_mayor(desk)
    unnamed = replace(NO, reasons=replace(REASONS, hearing="exempt"))

    with pytest.raises(ReasonsMissing):
        actions.decide(memo, unnamed, by=desk.mayor, at=NOW)


@pytest.mark.parametrize("decisions", [[], [Decision.REFUSED, Decision.APPROVED]])
def test_decide_says_one_clear_thing(decisions):
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(DecisionUnclear):
        actions.decide(memo, replace(NO, decisions=decisions), by=desk.mayor, at=NOW)


def test_decide_to_assign_names_the_division():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(DivisionMissing):
        actions.decide(
            memo, replace(YES, decisions=[Decision.ASSIGNED]), by=desk.mayor, at=NOW
        )


def test_decide_asks_for_the_declaration_first():
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(InterestUndeclared):
        actions.decide(memo, replace(YES, no_interest=False), by=desk.mayor, at=NOW)


@pytest.mark.parametrize("who", ["officer", "head", "clerk", "colleague"])
def test_decide_is_for_the_last_step_alone(who):
    desk = make_desk()
    memo = before_the_mayor(desk)

    with pytest.raises(PermissionDenied):
        actions.decide(memo, YES, by=getattr(desk, who), at=NOW)


def test_decide_before_the_opinions_is_refused():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(PermissionDenied):
        actions.decide(memo, YES, by=desk.head, at=NOW)


def test_decide_twice_is_refused():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        actions.decide(memo, YES, by=desk.mayor, at=NOW)


def test_a_register_that_cannot_follow_stops_the_decision():
    desk = make_desk()
    subject = make_subject()
    memo = before_the_mayor(desk, subject=subject)
    reading = subjects.subject_of("organisations.closure").content_of
    subjects.register(
        "organisations.closure", content_of=reading, on_decided=refuse_to_follow
    )

    with pytest.raises(RuntimeError), transaction.atomic():
        actions.decide(memo, YES, by=desk.mayor, at=NOW)

    memo.refresh_from_db()
    assert memo.state == MemoState.ENDORSED
    assert not Event.objects.filter(verb="approvals.decided").exists()


def refuse_to_follow(pk, *, decision, by, at):
    raise RuntimeError


def test_return_sends_it_back_with_the_reason():
    desk = make_desk()
    memo = endorsed(submitted(desk), desk.head)

    memo = actions.return_(memo, reason="ขาดราคากลาง", by=desk.clerk, at=NOW)

    first, second, third = queries.steps_of(memo)
    assert (memo.state, memo.step) == (MemoState.RETURNED, None)
    assert (first.state, second.state, third.state) == (
        StepState.VOIDED, StepState.RETURNED, StepState.CANCELLED,
    )  # fmt: skip
    assert second.opinion == "ขาดราคากลาง"
    assert Notification.objects.filter(
        receiver=desk.officer, code="approvals.returned"
    ).exists()


def test_return_needs_a_reason():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(ReasonMissing):
        actions.return_(memo, reason=" ", by=desk.head, at=NOW)


def test_return_is_for_the_one_whose_turn_it_is():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(PermissionDenied):
        actions.return_(memo, reason="ขาดราคากลาง", by=desk.mayor, at=NOW)


def test_return_of_a_memo_that_has_gone_on_is_refused():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        actions.return_(memo, reason="ขาดราคากลาง", by=desk.mayor, at=NOW)
