"""The plan of a year: begin, propose, close, open again; and the names of its deeds.

Everything that writes the plan can be had from here; the modules beside this one hold
the measures, their steps and what follows from the memo.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.drafts import Draft, StepDraft
from prongsai.registers.measures.actions.holding import SUBJECT, PlanClosed, hold
from prongsai.registers.measures.actions.measures import (
    add,
    drop,
    edit,
    move_measure,
    remove,
)
from prongsai.registers.measures.actions.memos import (
    content_of,
    on_decided,
    on_voided,
    propose,
    take_back,
)
from prongsai.registers.measures.actions.steps import (
    add_step,
    edit_step,
    expand,
    move_step,
    remove_step,
)
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.states import PLAN, MeasureState, PlanState

__all__ = [
    "SUBJECT",
    "Draft",
    "PlanExists",
    "ReasonMissing",
    "StepDraft",
    "StillOpen",
    "add",
    "add_step",
    "begin",
    "close",
    "content_of",
    "drop",
    "edit",
    "edit_step",
    "expand",
    "move",
    "on_decided",
    "on_voided",
    "propose",
    "remove",
    "remove_step",
    "rename",
    "reopen",
    "take_back",
]

SETTLED = frozenset({MeasureState.CLOSED, MeasureState.DROPPED})
"""Nothing more is to come of a measure."""


class PlanExists(ItaError):
    """There is a plan of that fiscal year already: ``year``."""

    code = "measures.plan-exists"


class StillOpen(ItaError):
    """Measures are neither closed nor given up: ``left``."""

    code = "measures.still-open"


class ReasonMissing(ItaError):
    """It is opened again only for a reason."""

    code = "measures.reason-missing"


@transaction.atomic
def begin(
    *,
    fiscal_year: int,
    result_year: int | None = None,
    title: str = "",
    by: User,
    at: datetime,
) -> Plan:
    """Begin the plan of a fiscal year (Buddhist era); each year has one."""
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if queries.plan_of(fiscal_year) is not None:
        raise PlanExists(year=fiscal_year)
    plan = Plan.objects.create(
        organisation_id=by.organisation_id,
        fiscal_year=fiscal_year,
        result_year=result_year,
        title=title.strip(),
        made_by=by,
        made_at=at,
    )
    audit.record("measures.plan-begun", on=plan, by=by, at=at, year=fiscal_year)
    return plan


@transaction.atomic
def rename(
    plan: Plan,
    *,
    title: str,
    result_year: int | None,
    version: int,
    by: User,
    at: datetime,
) -> Plan:
    """Change what the plan is called and which result it answers."""
    plan = hold(plan)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if plan.state == PlanState.CLOSED:
        raise PlanClosed
    check_version(plan, version)
    plan.title, plan.result_year = title.strip(), result_year
    advance(plan)
    plan.save(update_fields=["title", "result_year", "version"])
    audit.record("measures.plan-renamed", on=plan, by=by, at=at)
    approvals.subject_changed(plan, by=by, at=at)
    plan.refresh_from_db()
    return plan


@transaction.atomic
def close(plan: Plan, *, by: User, at: datetime) -> Plan:
    """Close the year: every measure is closed or given up."""
    plan = hold(plan)
    if not permissions.can_propose(by, on=localdate(at)):
        raise PermissionDenied
    PLAN.check(PlanState(plan.state), PlanState.CLOSED)
    open_ = Measure.objects.filter(plan=plan).exclude(state__in=SETTLED)
    if left := open_.count():
        raise StillOpen(left=left)
    plan.state = PlanState.CLOSED
    plan.save(update_fields=["state"])
    audit.record("measures.plan-closed", on=plan, by=by, at=at)
    return plan


@transaction.atomic
def reopen(plan: Plan, *, reason: str, by: User, at: datetime) -> Plan:
    """Open a closed year again, because something was missed."""
    plan = hold(plan)
    if not permissions.can_propose(by, on=localdate(at)):
        raise PermissionDenied
    PLAN.check(PlanState(plan.state), PlanState.APPROVED)
    if plan.state != PlanState.CLOSED or not reason.strip():
        raise ReasonMissing
    plan.state = PlanState.APPROVED
    plan.save(update_fields=["state"])
    audit.record("measures.plan-reopened", on=plan, by=by, at=at)
    return plan


def move(row: Measure | Step, *, up: bool, by: User, at: datetime) -> None:
    """Let a measure or a step change places with its neighbour."""
    if isinstance(row, Measure):
        move_measure(row, up=up, by=by, at=at)
    else:
        move_step(row, up=up, by=by, at=at)
