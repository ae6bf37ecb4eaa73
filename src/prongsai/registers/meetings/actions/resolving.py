"""Write down what was resolved; say that it is done, given up, or open again."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.meetings.actions import refusals
from prongsai.registers.meetings.actions.planning import locked
from prongsai.registers.meetings.models import AgendaItem, Meeting, Resolution
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.states import (
    RESOLUTION,
    MeetingState,
    ResolutionState,
)


@dataclass(frozen=True, kw_only=True)
class ResolutionDraft:
    """What was resolved, and where something is to be done: by whom, by when."""

    text: str
    division: Division | None = None
    accountable: User | None = None
    due_on: date | None = None


@transaction.atomic
def resolve(
    item: AgendaItem, draft: ResolutionDraft, *, by: User, at: datetime
) -> Resolution:
    """Write a resolution under an item of the agenda."""
    meeting = _open_minutes(item.meeting, by=by, at=at)
    last = meeting.resolutions.order_by("place").last()
    resolution = Resolution.objects.create(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        item=item,
        place=1 if last is None else last.place + 1,
        **_said(draft),
    )
    audit.record(
        "meetings.resolved", on=meeting, by=by, at=at, resolution=resolution.pk
    )
    return resolution


@transaction.atomic
def reword(
    resolution: Resolution,
    draft: ResolutionDraft,
    *,
    version: int,
    by: User,
    at: datetime,
) -> Resolution:
    """Correct a resolution while the minutes are being written."""
    meeting = _open_minutes(resolution.meeting, by=by, at=at)
    resolution = _locked(resolution)
    check_version(resolution, version)
    for name, value in _said(draft).items():
        setattr(resolution, name, value)
    advance(resolution)
    resolution.save()
    audit.record(
        "meetings.resolution-edited", on=meeting, by=by, at=at, resolution=resolution.pk
    )
    return resolution


@transaction.atomic
def strike(resolution: Resolution, *, by: User, at: datetime) -> None:
    """Take out a resolution that was written down by mistake."""
    meeting = _open_minutes(resolution.meeting, by=by, at=at)
    audit.record(
        "meetings.resolution-struck", on=meeting, by=by, at=at, resolution=resolution.pk
    )
    _locked(resolution).delete()


@transaction.atomic
def finish(
    resolution: Resolution, *, done_on: date, note: str, by: User, at: datetime
) -> Resolution:
    """Say that a resolution is carried out, on which day and how."""
    resolution = _settled(resolution, ResolutionState.DONE, by=by, at=at)
    if done_on > localdate(at):
        raise refusals.DoneInFuture
    resolution.done_on, resolution.note = done_on, note
    resolution.save()
    audit.record("meetings.resolution-done", on=resolution, by=by, at=at)
    return resolution


@transaction.atomic
def drop(resolution: Resolution, *, reason: str, by: User, at: datetime) -> Resolution:
    """Give a resolution up, with the reason: only who keeps the minutes."""
    resolution = _settled(resolution, ResolutionState.DROPPED, by=by, at=at)
    _may_manage(resolution, by=by, at=at)
    resolution.note = reason
    resolution.save()
    audit.record("meetings.resolution-dropped", on=resolution, by=by, at=at)
    return resolution


@transaction.atomic
def reopen(
    resolution: Resolution, *, reason: str, by: User, at: datetime
) -> Resolution:
    """Open a resolution again that is not done after all."""
    resolution = _locked(resolution)
    _may_manage(resolution, by=by, at=at)
    RESOLUTION.check(ResolutionState(resolution.state), ResolutionState.OPEN)
    if resolution.accountable_id is None or resolution.due_on is None:
        raise refusals.ResolutionUnowned
    resolution.state, resolution.note = ResolutionState.OPEN, reason
    resolution.done_on = resolution.settled_at = resolution.settled_by = None
    advance(resolution)
    resolution.save()
    audit.record("meetings.resolution-reopened", on=resolution, by=by, at=at)
    return resolution


def _settled(
    resolution: Resolution, state: ResolutionState, *, by: User, at: datetime
) -> Resolution:
    resolution = _locked(resolution)
    if not permissions.can_settle(by, resolution, on=localdate(at)):
        raise PermissionDenied
    RESOLUTION.check(ResolutionState(resolution.state), state)
    resolution.state = state
    resolution.settled_at, resolution.settled_by = at, by
    advance(resolution)
    return resolution


def _locked(resolution: Resolution) -> Resolution:
    rows = Resolution.objects.select_for_update(of=("self",))
    return rows.select_related("meeting__committee").get(pk=resolution.pk)


def _may_manage(resolution: Resolution, *, by: User, at: datetime) -> None:
    committee = resolution.meeting.committee
    if not permissions.can_manage(by, committee, on=localdate(at)):
        raise PermissionDenied


def _open_minutes(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    meeting = locked(meeting)
    if not permissions.can_manage(by, meeting.committee, on=localdate(at)):
        raise PermissionDenied
    if meeting.state != MeetingState.HELD:
        raise refusals.MinutesClosed
    return meeting


def _said(draft: ResolutionDraft) -> dict[str, object]:
    """Return the columns of a resolution: to be done when somebody answers for it."""
    is_owned = draft.accountable is not None
    if is_owned != (draft.due_on is not None):
        raise refusals.ResolutionUnowned
    state = ResolutionState.OPEN if is_owned else ResolutionState.NOTED
    return {**vars(draft), "state": state}
