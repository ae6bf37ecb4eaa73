"""Answering at one's turn: endorse with an opinion, decide, return."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals import rounds, telling, turns
from prongsai.foundations.approvals.models import Memo, Step
from prongsai.foundations.approvals.refusals import (
    DecisionUnclear,
    DivisionMissing,
    InterestUndeclared,
    ReasonMissing,
    ReasonsMissing,
)
from prongsai.foundations.approvals.rules import rule
from prongsai.foundations.approvals.statements import Reasons, Ruling, Seen
from prongsai.foundations.approvals.states import (
    Decision,
    MemoState,
    StepState,
    Task,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance


@transaction.atomic
def endorse(  # who, when, what was seen and what is said of it
    memo: Memo,
    *,
    opinion: str,
    no_interest: bool,
    seen: Seen | None = None,
    by: User,
    at: datetime,
) -> Memo:
    """Give an opinion that lets the memo go on; it binds the digest of the content."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, seen)
    capacity = turns.capacity_of(by, step, on=localdate(at))
    if capacity is None or step.task != Task.ENDORSE:
        raise PermissionDenied
    if not no_interest:
        raise InterestUndeclared
    step.digest = rounds.unchanged(memo, seen)
    ruling = Ruling(decisions=(), opinion=opinion, no_interest=True)
    return answer(memo, ruling, capacity=capacity, by=by, at=at)


@transaction.atomic
def decide(
    memo: Memo, ruling: Ruling, *, seen: Seen | None = None, by: User, at: datetime
) -> Memo:
    """Decide; it binds the digest. A refusal needs its reasons and prints the appeal."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, seen)
    capacity = turns.capacity_of(by, step, on=localdate(at))
    if capacity is None or step.task != Task.DECIDE:
        raise PermissionDenied
    if not ruling.no_interest:
        raise InterestUndeclared
    check_ruling(ruling)
    step.digest = rounds.unchanged(memo, seen)
    return answer(memo, ruling, capacity=capacity, by=by, at=at)


@transaction.atomic
def return_(
    memo: Memo, *, reason: str, seen: Seen | None = None, by: User, at: datetime
) -> Memo:
    """Send the memo back to its proposer, with the reason; nothing given counts on."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, seen)
    capacity = turns.capacity_of(by, step, on=localdate(at))
    if capacity is None:
        raise PermissionDenied
    if not reason.strip():
        raise ReasonMissing
    rounds.move(memo, MemoState.RETURNED)
    rounds.move_step(step, StepState.RETURNED)
    rounds.sign(step, capacity, at=at)
    step.opinion, step.digest = reason.strip(), rounds.last_revision(memo).digest
    step.save()
    rounds.close(memo)
    advance(memo)
    memo.save()
    audit.record("approvals.returned", on=memo, by=by, at=at, step=step.order)
    telling.tell_proposer("approvals.returned", memo=memo, by=by, at=at)
    return memo


def check_ruling(ruling: Ruling) -> None:
    """Refuse a ruling that says nothing, contradicts itself or lacks its reasons."""
    decisions = set(ruling.decisions)
    refused = Decision.REFUSED in decisions
    if not decisions or (refused and len(decisions) > 1):
        raise DecisionUnclear
    if Decision.ASSIGNED in decisions and ruling.division is None:
        raise DivisionMissing
    if refused:
        empty = Reasons(facts="", law="", considerations="", hearing="")
        if missing := (ruling.reasons or empty).missing:
            raise ReasonsMissing(missing=", ".join(missing))


@transaction.atomic
def answer(
    memo: Memo, ruling: Ruling, *, capacity: Capacity, by: User, at: datetime
) -> Memo:
    """Write what a step says and move the memo on; the rules were asked before.

    The one in whose capacity it is said is not always the one who enters it: paper.
    """
    step = rounds.whose_turn(memo, None)
    rounds.sign(step, capacity, at=at)
    step.opinion, step.declared_free = ruling.opinion.strip(), ruling.no_interest
    if step.task == Task.ENDORSE:
        rounds.move_step(step, StepState.ENDORSED)
        rounds.move(memo, MemoState.ENDORSED)
    else:
        _settle(memo, step, ruling)
    step.save()
    advance(memo)
    memo.save()
    if step.task == Task.ENDORSE:
        rounds.advance(memo, at=at)
        memo.save(update_fields=["step"])
    _after(memo, step, by=by, at=at)
    return memo


def _settle(memo: Memo, step: Step, ruling: Ruling) -> None:
    refused = Decision.REFUSED in ruling.decisions
    rounds.move_step(step, StepState.REFUSED if refused else StepState.DECIDED)
    rounds.move(memo, MemoState.REFUSED if refused else MemoState.DECIDED)
    step.decisions = [d.value for d in Decision if d in ruling.decisions]
    step.assigned_division = (
        ruling.division if Decision.ASSIGNED in ruling.decisions else None
    )
    if refused and ruling.reasons is not None and step.acted_at is not None:
        step.reason_facts = ruling.reasons.facts.strip()
        step.reason_law = ruling.reasons.law.strip()
        step.reason_considerations = ruling.reasons.considerations.strip()
        step.hearing = ruling.reasons.hearing
        step.hearing_note = ruling.reasons.hearing_note.strip()
        step.appeal_days = rule("appeal_days", on=localdate(step.acted_at)).value
    memo.decided_by, memo.decided_at = step.acted_by, step.acted_at
    memo.step = None


def _after(memo: Memo, step: Step, *, by: User, at: datetime) -> None:
    """Record, carry out and tell."""
    audit.record(
        f"approvals.{memo.state}",
        on=memo,
        by=by,
        at=at,
        step=step.order,
        capacity=step.capacity,
        digest=step.digest,
        decisions=",".join(step.decisions),
        paper=step.on_paper,
    )
    if step.task == Task.ENDORSE:
        telling.tell_next(memo, by=by, at=at)
        return
    rounds.carry_out(memo, step, at=at)
    telling.tell_proposer(f"approvals.{memo.state}", memo=memo, by=by, at=at)
    if step.assigned_division is not None:
        heads = accounts.holders(
            Role.HEAD, on=localdate(at), division=step.assigned_division
        )
        people = [c.user for c in heads]
        telling.tell(people, "approvals.assigned", memo=memo, by=by, at=at)
