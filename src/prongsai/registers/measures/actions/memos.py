"""The memo that puts the plan to the head of the office, and what follows from it.

What is proposed stays proposed while the memo is on its way, also when it is returned or
recalled: it lies with its proposer, who corrects the plan and submits it again. A decision
approves every measure put forward; a refusal makes them drafts again. A change of words
after the decision voids it: what had not begun is proposed again, what runs goes on.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Heading, Letter, Parts
from prongsai.foundations.approvals.states import (
    Decision,
    MemoState,
    Secrecy,
    Urgency,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.holding import SUBJECT, PlanClosed, hold
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.queries import wording
from prongsai.registers.measures.states import (
    MEASURE,
    PLAN,
    MeasureState,
    PlanState,
)


class NothingToPropose(ItaError):
    """No draft is complete enough to be put into the memo: ``drafts``."""

    code = "measures.nothing-to-propose"


class OnItsWay(ItaError):
    """A memo about this plan is on its way already: ``memo``."""

    code = "measures.memo-on-its-way"


class NothingLeft(ItaError):
    """The measures of this memo were taken back: there is nothing to decide."""

    code = "measures.nothing-left"


class AlreadyApproved(ItaError):
    """An approved plan is changed, which voids the decision; it is not taken back."""

    code = "measures.already-approved"


@transaction.atomic
def propose(plan: Plan, *, by: User, at: datetime) -> Memo:
    """Put every complete draft into a memo; it is a draft that its proposer submits.

    A memo about the plan that lies with the same proposer is used again.
    """
    plan = hold(plan)
    if not permissions.can_propose(by, on=localdate(at)):
        raise PermissionDenied
    if plan.state == PlanState.CLOSED:
        raise PlanClosed
    _refuse_on_its_way(plan)
    put = _put_forward(plan)
    approvals.subject_changed(plan, by=by, at=at)
    plan.refresh_from_db()
    _enter(plan, PlanState.PROPOSED)
    plan.save(update_fields=["state"])
    mine = [m for m in memos.about(SUBJECT, plan.pk) if _lies_with(m, by)]
    memo = _renew(mine[0], plan, by=by, at=at) if mine else _draft(plan, by=by, at=at)
    audit.record("measures.proposed", on=plan, by=by, at=at, memo=memo.pk, measures=put)
    return memo


@transaction.atomic
def take_back(plan: Plan, *, by: User, at: datetime) -> Plan:
    """Make what was proposed a draft again, while no memo about it is on its way."""
    plan = hold(plan)
    if not permissions.can_propose(by, on=localdate(at)):
        raise PermissionDenied
    PLAN.check(PlanState(plan.state), PlanState.DRAFT)
    _refuse_on_its_way(plan)
    if plan.state != PlanState.PROPOSED:
        raise AlreadyApproved
    plan.state = PlanState.DRAFT
    plan.save(update_fields=["state"])
    moved = _move_all(plan, MeasureState.PROPOSED, MeasureState.DRAFT)
    Measure.objects.filter(plan=plan, state=MeasureState.DRAFT).update(
        is_put_forward=False
    )
    audit.record("measures.plan-taken-back", on=plan, by=by, at=at, measures=moved)
    return plan


@transaction.atomic
def on_decided(pk: int, *, decision: Sequence[str], by: User, at: datetime) -> None:
    """Approve the measures put forward, or make them drafts again.

    A memo that only asks to take note decides nothing.
    """
    plan = _plan(pk)
    if {Decision.APPROVED, Decision.AGREED} & set(decision):
        _approve(plan, by=by, at=at)
        moved = _move_all(plan, MeasureState.PROPOSED, MeasureState.APPROVED)
        audit.record("measures.plan-approved", on=plan, by=by, at=at, measures=moved)
    elif Decision.REFUSED in decision and plan.state != PlanState.APPROVED:
        _enter(plan, PlanState.DRAFT)
        plan.save(update_fields=["state"])
        moved = _move_all(plan, MeasureState.PROPOSED, MeasureState.DRAFT)
        audit.record("measures.plan-refused", on=plan, by=by, at=at, measures=moved)


@transaction.atomic
def on_voided(pk: int, *, by: User | None, at: datetime) -> None:
    """Take the approval back: what had not begun is proposed again, what runs goes on."""
    plan = _plan(pk)
    if plan.state != PlanState.APPROVED:
        return
    _enter(plan, PlanState.DRAFT)
    plan.decided_by = plan.decided_at = None
    plan.decision_number = ""
    plan.save()
    moved = _move_all(plan, MeasureState.APPROVED, MeasureState.PROPOSED)
    audit.record("measures.plan-voided", on=plan, by=by, at=at, measures=moved)


def content_of(pk: int) -> Mapping[str, object]:
    """Return what a decision about a plan is bound to."""
    plan = Plan.objects.get(organisation=tenancy.required(), pk=pk)
    return queries.content_of(plan)


def _plan(pk: int) -> Plan:
    return Plan.objects.select_for_update().get(organisation=tenancy.required(), pk=pk)


def _refuse_on_its_way(plan: Plan) -> None:
    for memo in memos.about(SUBJECT, plan.pk):
        if memo.is_open:
            raise OnItsWay(memo=memo.reference)


def _approve(plan: Plan, *, by: User, at: datetime) -> None:
    """Write the decision; a plan whose decision was void is proposed by the same memo."""
    if not _put(plan):
        raise NothingLeft
    if plan.state == PlanState.DRAFT:
        _enter(plan, PlanState.PROPOSED)
    _enter(plan, PlanState.APPROVED)
    decided = memos.about(SUBJECT, plan.pk).filter(state=MemoState.DECIDED)
    memo = decided.order_by("-decided_at").first()
    plan.decision_number = "" if memo is None else memo.reference
    plan.decided_by, plan.decided_at = by, at
    plan.save()


def _put_forward(plan: Plan) -> int:
    """Propose every draft that is complete; drafts that are not stay out of the memo."""
    rows = list(queries.measures_of(plan).select_for_update(of=("self",)))
    complete, drafts = [], 0
    for row in rows:
        if row.state != MeasureState.DRAFT:
            continue
        row.is_put_forward = not queries.gaps_of(row)
        if row.is_put_forward:
            MEASURE.check(MeasureState.DRAFT, MeasureState.PROPOSED)
            row.state = MeasureState.PROPOSED
            complete.append(row)
        else:
            drafts += 1
    if not any(row.state == MeasureState.PROPOSED for row in rows):
        raise NothingToPropose(drafts=drafts)
    Measure.objects.bulk_update(rows, ["state", "is_put_forward"])
    return len(complete)


def _move_all(plan: Plan, old: MeasureState, new: MeasureState) -> int:
    MEASURE.check(old, new)
    rows = Measure.objects.filter(plan=plan, state=old, is_put_forward=True)
    return rows.update(state=new)


def _enter(plan: Plan, state: PlanState) -> None:
    """Let the plan change its state, if it may; staying is no move."""
    if plan.state != state:
        PLAN.check(PlanState(plan.state), state)
    plan.state = state


def _lies_with(memo: Memo, user: User) -> bool:
    return memo.is_with_proposer and memo.drafted_by_id == user.pk


def _draft(plan: Plan, *, by: User, at: datetime) -> Memo:
    return approvals.draft(
        title=wording.memo_title(plan),
        parts=wording.memo_parts(plan, _put(plan)),
        subject=plan,
        by=by,
        at=at,
    )


def _renew(memo: Memo, plan: Plan, *, by: User, at: datetime) -> Memo:
    """Write the facts anew: they count the measures; the other parts are the proposer's."""
    letter = Letter(
        title=memo.title,
        parts=Parts(
            background=memo.background,
            facts=wording.memo_parts(plan, _put(plan)).facts,
            law=memo.law,
            considerations=memo.considerations,
            closing=memo.closing,
        ),
        heading=Heading(
            to=memo.to,
            dated=memo.dated,
            urgency=Urgency(memo.urgency),
            secrecy=Secrecy(memo.secrecy),
            division=memo.division,
            chain=memo.chain,
        ),
    )
    return approvals.edit(memo, letter, by=by, at=at)


def _put(plan: Plan) -> list[Measure]:
    return list(queries.measures_of(plan).filter(is_put_forward=True))
