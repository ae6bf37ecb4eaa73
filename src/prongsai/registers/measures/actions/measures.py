"""The measures of a plan: add, edit, move, remove, give up."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import queries as evidence
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.drafts import Draft, StepDraft
from prongsai.registers.measures.actions.holding import (
    PlanClosed,
    hold,
    hold_measure,
    hold_to_write,
    words_changed,
)
from prongsai.registers.measures.actions.ordering import exchange
from prongsai.registers.measures.actions.steps import write_steps
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.states import MEASURE, MeasureState, PlanState

OWNER = "measures.measure"
FIELDS = tuple(field.name for field in fields(Draft))


class NotADraft(ItaError):
    """Only a draft can be removed; what was proposed is given up, with the reason."""

    code = "measures.not-a-draft"


class HasEvidence(ItaError):
    """Evidence was gathered for the measure, which is never thrown away: ``count``."""

    code = "measures.has-evidence"


class DropReasonMissing(ItaError):
    """A measure is given up only for a reason, which the report prints."""

    code = "measures.drop-reason-missing"


@transaction.atomic
def add(
    plan: Plan,
    draft: Draft,
    *,
    steps: Sequence[StepDraft] = (),
    copied_from: Measure | None = None,
    by: User,
    at: datetime,
) -> Measure:
    """Add a measure at the end of the plan, with its steps."""
    plan = hold(plan)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if plan.state == PlanState.CLOSED:
        raise PlanClosed
    measure = Measure(
        organisation_id=plan.organisation_id,
        plan=plan,
        copied_from=copied_from,
        made_by=by,
        made_at=at,
    )
    _write(measure, draft)
    measure.order = _next(plan)
    measure.save()
    write_steps(measure, steps)
    audit.record("measures.added", on=measure, by=by, at=at, plan=plan.pk)
    return measure


@transaction.atomic
def edit(
    measure: Measure, draft: Draft, *, version: int, by: User, at: datetime
) -> Measure:
    """Change what the plan says of a measure; ``version`` is the one the page showed."""
    on = localdate(at)
    measure = hold_to_write(measure, by=by, on=on)
    check_version(measure, version)
    changed = _write(measure, draft)
    if not permissions.can_edit(by, measure, on=on):
        raise PermissionDenied
    advance(measure)
    measure.save(update_fields=[*FIELDS, "version"])
    audit.record("measures.edited", on=measure, by=by, at=at, fields=",".join(changed))
    words_changed(measure, by=by, at=at)
    return _fresh(measure)


@transaction.atomic
def move_measure(measure: Measure, *, up: bool, by: User, at: datetime) -> Measure:
    """Let a measure change places with its neighbour in the plan."""
    plan = hold(measure.plan)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if plan.state == PlanState.CLOSED:
        raise PlanClosed
    rows = list(Measure.objects.select_for_update().filter(plan=plan))
    if exchange(rows, measure, up=up):
        Measure.objects.bulk_update(rows, ["order"])
        audit.record("measures.moved", on=measure, by=by, at=at, up=up)
    return measure


@transaction.atomic
def remove(measure: Measure, *, by: User, at: datetime) -> None:
    """Take a draft out of the plan, with its steps."""
    measure = hold_measure(measure)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    if measure.state != MeasureState.DRAFT:
        raise NotADraft
    if count := evidence.of_row(OWNER, measure.pk).count():
        raise HasEvidence(count=count)
    audit.record("measures.removed", on=measure, by=by, at=at, plan=measure.plan_id)
    measure.delete()


@transaction.atomic
def drop(measure: Measure, *, reason: str, by: User, at: datetime) -> Measure:
    """Give a measure up, with the reason; it stays in the plan and in the report."""
    measure = hold_measure(measure)
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    MEASURE.check(MeasureState(measure.state), MeasureState.DROPPED)
    if not reason.strip():
        raise DropReasonMissing
    before = measure.state
    measure.state, measure.dropped_because = MeasureState.DROPPED, reason.strip()
    advance(measure)
    measure.save(update_fields=["state", "dropped_because", "version"])
    audit.record("measures.dropped", on=measure, by=by, at=at, before=before)
    return measure


def _write(measure: Measure, draft: Draft) -> list[str]:
    """Set every field of the draft; return the names of those that changed."""
    changed = []
    for name in FIELDS:
        value = getattr(draft, name)
        if isinstance(value, tuple):
            value = list(value)
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").strip()
        if value != getattr(measure, name):
            changed.append(name)
        setattr(measure, name, value)
    return changed


def _next(plan: Plan) -> int:
    last = Measure.objects.filter(plan=plan).aggregate(last=Max("order"))["last"]
    return 1 if last is None else last + 1


def _fresh(measure: Measure) -> Measure:
    """Return the row again: voiding a decision may have moved it."""
    return Measure.objects.select_related("plan").get(pk=measure.pk)
