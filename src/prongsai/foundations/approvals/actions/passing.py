"""When it is not mine to answer: interest, delegation, a vacant post, one's own request."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import permissions, rounds, telling, turns
from prongsai.foundations.approvals.models import InterestDeclaration, Memo
from prongsai.foundations.approvals.refusals import (
    NoCapacity,
    NotImpartial,
    PostFilled,
    ReasonMissing,
    SkippingForbidden,
)
from prongsai.foundations.approvals.states import (
    Interest,
    Standing,
    StepState,
    Task,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance


@transaction.atomic
def declare_interest(
    memo: Memo, *, ground: Interest, note: str = "", by: User, at: datetime
) -> Memo:
    """Say that one may not act here (ม.13, 16): it goes to who acts, or up the chain."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, None)
    if not permissions.can_act(by, memo, on=localdate(at)):
        raise PermissionDenied
    if ground == Interest.OTHER and not note.strip():
        raise ReasonMissing
    InterestDeclaration.objects.create(
        organisation_id=memo.organisation_id,
        memo=memo,
        step=step,
        ground=ground,
        note=note.strip(),
        declared_by=by,
        declared_at=at,
    )
    audit.record("approvals.interest_declared", on=memo, by=by, at=at, step=step.order)
    return _turn_on(memo, by=by, at=at)


@transaction.atomic
def delegate(memo: Memo, *, to: User, by: User, at: datetime) -> Memo:
    """Leave a step to another holder of the same capacity, or take it back oneself."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, None)
    on = localdate(at)
    if not permissions.can_delegate(by, memo, on=on):
        raise PermissionDenied
    if to.pk in turns.barred(memo):
        raise NotImpartial
    if to.pk not in {c.user.pk for c in turns.eligible(step, on=on)}:
        raise NoCapacity
    step.assigned_to, step.assigned_by, step.assigned_at = to, by, at
    step.save(update_fields=["assigned_to", "assigned_by", "assigned_at"])
    advance(memo)
    memo.save(update_fields=["version"])
    audit.record("approvals.delegated", on=memo, by=by, at=at, step=step.order)
    telling.tell([to], "approvals.your-turn", memo=memo, by=by, at=at)
    return memo


@transaction.atomic
def skip_vacant(memo: Memo, *, reason: str, by: User, at: datetime) -> Memo:
    """Pass over a vacant step, with the reason, where the chain allows it."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, None)
    on = localdate(at)
    if not permissions.can_skip(by, memo, on=on):
        raise PermissionDenied
    if turns.standing(step, on=on) != Standing.VACANT:
        raise PostFilled
    if not step.may_skip_vacant or step.task == Task.DECIDE:
        raise SkippingForbidden
    if not reason.strip():
        raise ReasonMissing
    rounds.move_step(step, StepState.SKIPPED_VACANT)
    step.passed_because = Standing.VACANT
    step.acted_by, step.acted_at, step.opinion = by, at, reason.strip()
    step.save()
    audit.record("approvals.skipped_vacant", on=memo, by=by, at=at, step=step.order)
    return _turn_on(memo, by=by, at=at)


@transaction.atomic
def pass_up(memo: Memo, *, by: User, at: datetime) -> Memo:
    """Let a step go up whose holders have meanwhile become unable to act on it."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, None)
    on = localdate(at)
    if not permissions.can_pass_up(by, memo, on=on):
        raise PermissionDenied
    stuck = {Standing.OWN_REQUEST, Standing.INTEREST}
    if step.task == Task.DECIDE or turns.standing(step, on=on) not in stuck:
        raise PostFilled
    return _turn_on(memo, by=by, at=at)


def _turn_on(memo: Memo, *, by: User, at: datetime) -> Memo:
    """Find whose turn it is now, and tell them."""
    rounds.advance(memo, at=at)
    advance(memo)
    memo.save(update_fields=["step", "version"])
    telling.tell_next(memo, by=by, at=at)
    return memo
