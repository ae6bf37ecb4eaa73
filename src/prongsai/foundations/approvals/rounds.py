"""What a move does to a round: steps are made, the turn goes on, a round is closed."""

from datetime import datetime

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals import subjects, turns
from prongsai.foundations.approvals.contents import content_of, digest_of
from prongsai.foundations.approvals.models import Memo, Revision, Step
from prongsai.foundations.approvals.models.steps import OWN_POST
from prongsai.foundations.approvals.refusals import (
    AlreadyActed,
    ContentChanged,
    NobodyAsked,
)
from prongsai.foundations.approvals.statements import Seen
from prongsai.foundations.approvals.states import (
    GIVEN,
    MEMO,
    OPEN,
    STEP,
    MemoState,
    Standing,
    StepState,
    Task,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy

AT_A_DIVISION = frozenset({Role.OFFICER, Role.HEAD})
"""Roles that mean those of the sending division unless the chain names another."""


def locked(memo: Memo) -> Memo:
    """Return the memo as it is now; nobody else can act on it until this is done."""
    return Memo.objects.select_for_update().get(
        organisation=tenancy.required(), pk=memo.pk
    )


def last_revision(memo: Memo) -> Revision:
    """Return the content as it was last frozen."""
    found = Revision.objects.filter(memo=memo).order_by("number").last()
    if found is None:
        raise Revision.DoesNotExist(memo.pk)
    return found


def freeze(memo: Memo, *, by: User | None, at: datetime) -> Revision:
    """Keep the content as a new revision; the last one when nothing changed."""
    content = content_of(memo)
    digest = digest_of(content)
    last = Revision.objects.filter(memo=memo).order_by("number").last()
    if last is not None and last.digest == digest:
        return last
    return Revision.objects.create(
        organisation_id=memo.organisation_id,
        memo=memo,
        number=1 if last is None else last.number + 1,
        content=content,
        digest=digest,
        made_by=by,
        made_at=at,
    )


def move(memo: Memo, state: MemoState) -> None:
    """Let the memo change its state, if it may."""
    MEMO.check(MemoState(memo.state), state)
    memo.state = state


def move_step(step: Step, state: StepState) -> None:
    """Let a step change its state, if it may."""
    STEP.check(StepState(step.state), state)
    step.state = state


def build_steps(memo: Memo) -> None:
    """Make the steps of a new round from the chain; the last one decides."""
    planned = list(memo.chain.steps.select_related("division").order_by("order"))
    if not planned:
        raise NobodyAsked
    for place, plan in enumerate(planned, 1):
        local = plan.role in AT_A_DIVISION and plan.division is None
        Step.objects.create(
            organisation_id=memo.organisation_id,
            memo=memo,
            proposer_id=memo.drafted_by_id,
            round=memo.round,
            order=place,
            task=Task.DECIDE if place == len(planned) else Task.ENDORSE,
            role=plan.role,
            division=memo.division if local else plan.division,
            may_skip_vacant=plan.may_skip_vacant,
        )


def advance(memo: Memo, *, at: datetime) -> None:
    """Give the turn to the next step; what nobody impartial can endorse goes up.

    A vacant step keeps the turn until somebody is appointed, and so does the last one.
    """
    on = localdate(at)
    for step in memo.steps.filter(round=memo.round, state=StepState.WAITING):
        step.memo = memo
        memo.step = step
        why = turns.standing(step, on=on)
        goes_up = why in {Standing.OWN_REQUEST, Standing.INTEREST}
        if not (goes_up and step.task == Task.ENDORSE):
            break
        move_step(step, StepState.PASSED_UP)
        step.passed_because = why
        step.save(update_fields=["state", "passed_because"])
        audit.record(
            "approvals.passed_up",
            on=memo,
            by=None,
            at=at,
            step=step.order,
            why=why.value,
        )


def close(memo: Memo) -> None:
    """End a round: what was given no longer counts, what was not reached never will."""
    for step in memo.steps.filter(round=memo.round):
        if step.state in GIVEN:
            move_step(step, StepState.VOIDED)
        elif step.state == StepState.WAITING:
            move_step(step, StepState.CANCELLED)
        else:
            continue
        step.save(update_fields=["state"])
    memo.step = memo.decided_by = memo.decided_at = None


def whose_turn(memo: Memo, seen: Seen | None) -> Step:
    """Return the step whose turn it is, the one the person saw; else refuse."""
    if memo.state not in OPEN or memo.step is None:
        raise AlreadyActed
    if seen is not None and seen.step != memo.step_id:
        raise AlreadyActed
    memo.step.memo = memo
    return memo.step


def unchanged(memo: Memo, seen: Seen | None) -> str:
    """Return the digest of what is decided; refuse when it is not what was seen."""
    submitted = last_revision(memo).digest
    if digest_of(content_of(memo)) != submitted:
        raise ContentChanged
    if seen is not None and seen.digest != submitted:
        raise ContentChanged
    return submitted


def sign(step: Step, capacity: Capacity, *, at: datetime) -> None:
    """Freeze who acts, when, and in what right."""
    on, acting = localdate(at), capacity.acting
    step.acted_by, step.acted_at = capacity.user, at
    step.capacity = OWN_POST if acting is None else acting.kind
    step.capacity_title = capacity.title
    step.own_title = turns.own_title(capacity.user, on=on)
    step.order_number = "" if acting is None else acting.order_number
    step.order_date = None if acting is None else acting.order_date


def take_back(memo: Memo, *, by: User | None, at: datetime) -> None:
    """Tell the register that a decision about its row no longer counts."""
    if memo.subject_pk is None:
        return
    on_voided = subjects.subject_of(memo.subject_label).on_voided
    if on_voided is not None:
        on_voided(memo.subject_pk, by=by, at=at)


def carry_out(memo: Memo, step: Step, *, at: datetime) -> None:
    """Tell the register what was decided about its row, and by whom."""
    if memo.subject_pk is None or step.acted_by is None:
        return
    on_decided = subjects.subject_of(memo.subject_label).on_decided
    if on_decided is not None:
        decision = list(step.decisions)
        on_decided(memo.subject_pk, decision=decision, by=step.acted_by, at=at)
