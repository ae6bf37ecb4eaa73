"""Locks in the order every deed keeps: memos, the plan, measures, steps."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.states import MeasureState, PlanState

SUBJECT = "measures.plan"

REWRITABLE = frozenset(
    {
        MeasureState.DRAFT,
        MeasureState.PROPOSED,
        MeasureState.APPROVED,
        MeasureState.RUNNING,
    }
)
"""What the plan says of a measure may be changed; later it is reported upon."""


class MeasureSettled(ItaError):
    """What the plan says of a measure stands, once it is reported: ``state``."""

    code = "measures.settled"


class PlanClosed(ItaError):
    """The year is closed: open it again first."""

    code = "measures.plan-closed"


@transaction.atomic
def hold(plan: Plan) -> Plan:
    """Lock a plan, and before it the memos about it: whoever decides does the same."""
    hold_memos(plan.pk)
    return Plan.objects.select_for_update().get(
        organisation=tenancy.required(), pk=plan.pk
    )


@transaction.atomic
def hold_memos(plan: int) -> None:
    """Lock the memos about a plan; on SQLite a transaction that writes is alone anyway."""
    list(memos.about(SUBJECT, plan).select_for_update(of=("self",)))


@transaction.atomic
def hold_measure(measure: Measure) -> Measure:
    """Lock a measure as it is now; ``plan`` comes with it."""
    if measure.is_put_forward:
        hold_memos(measure.plan_id)
    return (
        Measure.objects.select_for_update(of=("self",))
        .select_related("plan")
        .get(organisation=tenancy.required(), pk=measure.pk)
    )


def hold_to_write(measure: Measure, *, by: User, on: date) -> Measure:
    """Lock a measure whose words shall change; refuse who may not, and what may not."""
    measure = hold_measure(measure)
    if not permissions.can_edit(by, measure, on=on):
        raise PermissionDenied
    if measure.plan.state == PlanState.CLOSED:
        raise PlanClosed
    if measure.state not in REWRITABLE:
        raise MeasureSettled(state=measure.state)
    return measure


def words_changed(measure: Measure, *, by: User, at: datetime) -> None:
    """Void what was said of the plan, when the words of a measure in its memo changed."""
    if measure.is_put_forward:
        approvals.subject_changed(measure.plan, by=by, at=at)
