"""Do what a measure says: begin it, finish its steps, report it, close it, send it back."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import telling
from prongsai.registers.measures.actions.lines import (
    edit_line,
    remove_line,
    state_no_number,
    write_line,
)
from prongsai.registers.measures.models import Measure, Setback, Step
from prongsai.registers.measures.queries import evidence
from prongsai.registers.measures.states import MEASURE, MeasureState

__all__ = [
    "begin",
    "close",
    "edit_line",
    "finish_step",
    "remove_line",
    "report",
    "send_back",
    "state_no_number",
    "undo_step",
    "write_line",
]

_MOST_DOING = frozenset({MeasureState.APPROVED, MeasureState.RUNNING})


class NotRunning(ItaError):
    """Steps are done while a measure is approved or running: ``state``."""

    code = "measures.not-running"


class DoneAlready(ItaError):
    """Somebody finished this step before."""

    code = "measures.step-done-already"


class NotDone(ItaError):
    """Nobody has finished this step."""

    code = "measures.step-not-done"


class DoneInItsPoints(ItaError):
    """The step has points under it; they are finished, not their heading: ``points``."""

    code = "measures.done-in-its-points"


class NotThereYet(ItaError):
    """The day has not come: ``on``."""

    code = "measures.day-to-come"


class ReasonMissing(ItaError):
    """Going back needs a reason that others can read."""

    code = "measures.way-back-without-reason"


@transaction.atomic
def begin(measure: Measure, *, by: User, at: datetime) -> Measure:
    """Begin an approved measure."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_follow(by, measure, on=localdate(at)):
        raise PermissionDenied
    MEASURE.check(MeasureState(measure.state), MeasureState.RUNNING)
    if measure.state == MeasureState.REPORTED:  # that way back is another deed
        raise NotRunning(state=measure.state)
    _run(measure, by, at)
    return measure


@transaction.atomic
def finish_step(
    step: Step, *, done_on: date, note: str = "", by: User, at: datetime
) -> Step:
    """Write down that a step is done, and what was done; the first one begins the measure."""
    step = _locked(step)
    if not permissions.can_finish(by, step, on=localdate(at)):
        raise PermissionDenied
    _must_be_doing(step.measure)
    points = step.points.count()
    if points:
        raise DoneInItsPoints(points=points)
    if step.done_on is not None:
        raise DoneAlready
    if done_on > localdate(at):
        raise NotThereYet(on=done_on.isoformat())
    step.done_on, step.done_at, step.done_by, step.note = done_on, at, by, note.strip()
    _save_step(step)
    audit.record(
        "measures.step-done", on=step, by=by, at=at, done_on=done_on.isoformat()
    )
    if step.measure.state == MeasureState.APPROVED:
        _run(step.measure, by, at)
    return step


@transaction.atomic
def undo_step(step: Step, *, by: User, at: datetime) -> Step:
    """Take back that a step is done; the note stays, to be corrected."""
    step = _locked(step)
    if not permissions.can_finish(by, step, on=localdate(at)):
        raise PermissionDenied
    _must_be_doing(step.measure)
    if step.done_on is None:
        raise NotDone
    step.done_on = step.done_at = step.done_by = None
    _save_step(step)
    audit.record("measures.step-undone", on=step, by=by, at=at)
    return step


@transaction.atomic
def report(measure: Measure, *, by: User, at: datetime) -> Measure:
    """Report a measure as done: an output with evidence, an outcome as number or why not."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_follow(by, measure, on=localdate(at)):
        raise PermissionDenied
    MEASURE.check(MeasureState(measure.state), MeasureState.REPORTED)
    if measure.state == MeasureState.CLOSED:  # opening again is another deed
        raise NotRunning(state=measure.state)
    evidence.must_be_complete(measure, on=localdate(at))
    measure.state = MeasureState.REPORTED
    measure.reported_at, measure.reported_by = at, by
    _save(measure, "reported_at", "reported_by")
    audit.record("measures.measure-reported", on=measure, by=by, at=at)
    telling.tell_of_report(measure, by=by, at=at)
    return measure


@transaction.atomic
def close(measure: Measure, *, by: User, at: datetime) -> Measure:
    """Close a reported measure after looking at it; never who reported it."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_settle(by, measure, on=localdate(at)):
        raise PermissionDenied
    MEASURE.check(MeasureState(measure.state), MeasureState.CLOSED)
    evidence.must_be_complete(measure, on=localdate(at))
    measure.state = MeasureState.CLOSED
    measure.closed_at, measure.closed_by = at, by
    _save(measure, "closed_at", "closed_by")
    audit.record("measures.measure-closed", on=measure, by=by, at=at)
    return measure


@transaction.atomic
def send_back(measure: Measure, reason: str, *, by: User, at: datetime) -> Measure:
    """Send a reported measure back to be done, or open a closed one again, with a reason."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_reopen(by, on=localdate(at)):
        raise PermissionDenied
    _step_back(measure, reason.strip(), by=by, at=at)
    audit.record(
        "measures.sent-back", on=measure, by=by, at=at, state=str(measure.state)
    )
    telling.tell_of_setback(measure, by=by, at=at)
    return measure


@transaction.atomic
def lower(measure: Measure, *, by: User | None = None, at: datetime) -> Measure:
    """Lower a reported or closed measure whose evidence has expired; the house does it."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if by is not None and not permissions.can_reopen(by, on=localdate(at)):
        raise PermissionDenied
    _step_back(measure, "", by=None, at=at)
    audit.record(
        "measures.evidence-expired", on=measure, by=by, at=at, state=str(measure.state)
    )
    telling.tell_of_expiry(measure, at=at)
    return measure


def _step_back(measure: Measure, reason: str, *, by: User | None, at: datetime) -> None:
    old = MeasureState(measure.state)
    closed = old == MeasureState.CLOSED
    new = MeasureState.REPORTED if closed else MeasureState.RUNNING
    MEASURE.check(old, new)
    if old not in {MeasureState.CLOSED, MeasureState.REPORTED}:
        raise NotRunning(state=old.value)
    if by is not None and not reason:
        raise ReasonMissing
    Setback.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        old=old,
        new=new,
        reason=reason,
        sent_at=at,
        sent_by=by,
    )
    measure.state = new
    if closed:
        measure.closed_at = measure.closed_by = None
        _save(measure, "closed_at", "closed_by")
    else:
        measure.reported_at = measure.reported_by = None
        _save(measure, "reported_at", "reported_by")


def _run(measure: Measure, by: User, at: datetime) -> None:
    MEASURE.check(MeasureState(measure.state), MeasureState.RUNNING)
    measure.state = MeasureState.RUNNING
    _save(measure)
    audit.record("measures.begun", on=measure, by=by, at=at)


def _save(measure: Measure, *names: str) -> None:
    advance(measure)
    measure.save(update_fields=["state", "version", *names])


def _save_step(step: Step) -> None:
    advance(step)
    step.save(update_fields=["done_on", "done_at", "done_by", "note", "version"])


def _locked(step: Step) -> Step:
    """Lock the measure first, then the step: everybody does it in this order."""
    measure = Measure.objects.select_for_update().get(pk=step.measure_id)
    found = Step.objects.select_for_update().get(pk=step.pk)
    found.measure = measure
    return found


def _must_be_doing(measure: Measure) -> None:
    if measure.state not in _MOST_DOING:
        raise NotRunning(state=str(measure.state))
