"""Hold a meeting: who came; write the minutes, hand them in, adopt them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.meetings.actions import refusals, telling
from prongsai.registers.meetings.actions.planning import locked
from prongsai.registers.meetings.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Member,
    Presence,
)
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees, contents, meetings
from prongsai.registers.meetings.states import MEETING, MeetingState
from prongsai.ui.writing import short_date


@dataclass(frozen=True, kw_only=True)
class Came:
    """How one member took part."""

    member: Member
    presence: Presence
    arrived: time | None = None
    stand_in: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Someone who was there and is no member."""

    name: str
    position: str = ""


@dataclass(frozen=True, kw_only=True)
class Roll:
    """Who came to a meeting, and when it ended."""

    members: Sequence[Came]
    guests: Sequence[Guest] = ()
    ends: time | None = None


@transaction.atomic
def hold(meeting: Meeting, roll: Roll, *, by: User, at: datetime) -> Meeting:
    """Note that a meeting was held and who came; whether there was a quorum is frozen."""
    meeting = _managed(meeting, by=by, at=at)
    MEETING.check(MeetingState(meeting.state), MeetingState.HELD)
    if localdate(at) < meeting.day:
        raise refusals.NotYet(on=short_date(meeting.day))
    _write_roll(meeting, roll)
    meeting.state = MeetingState.HELD
    meeting.held_at, meeting.held_by = at, by
    advance(meeting)
    meeting.save()
    audit.record(
        "meetings.held",
        on=meeting,
        by=by,
        at=at,
        members=meeting.members_count or 0,
        present=meeting.present_count or 0,
    )
    return meeting


@transaction.atomic
def correct_roll(
    meeting: Meeting, roll: Roll, *, version: int, by: User, at: datetime
) -> Meeting:
    """Correct who came, while the minutes are being written."""
    meeting = _managed(meeting, by=by, at=at)
    check_version(meeting, version)
    _must_be_held(meeting)
    Attendance.objects.filter(meeting=meeting).delete()
    _write_roll(meeting, roll)
    advance(meeting)
    meeting.save()
    audit.record("meetings.roll-corrected", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def write(
    item: AgendaItem, minutes: str, *, version: int, by: User, at: datetime
) -> AgendaItem:
    """Write down what was said about one item."""
    meeting = _managed(item.meeting, by=by, at=at)
    _must_be_held(meeting)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    check_version(item, version)
    item.minutes = minutes
    advance(item)
    item.save(update_fields=["minutes", "version"])
    audit.record("meetings.item-minuted", on=meeting, by=by, at=at, item=item.pk)
    return item


@transaction.atomic
def hand_in(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Finish the minutes: the members read them, the owners learn of their resolutions."""
    meeting = _managed(meeting, by=by, at=at)
    MEETING.check(MeetingState(meeting.state), MeetingState.MINUTED)
    if empty := contents.unwritten(meeting):
        raise refusals.MinutesEmpty(items=", ".join(empty))
    meeting.state = MeetingState.MINUTED
    meeting.minuted_at, meeting.minuted_by = at, by
    advance(meeting)
    meeting.save()
    telling.tell_members("meetings.minutes-ready", meeting, by=by, at=at)
    telling.tell_chair(meeting, by=by, at=at)
    telling.tell_owners(meeting, by=by, at=at)
    audit.record("meetings.minuted", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def send_back(meeting: Meeting, *, reason: str, by: User, at: datetime) -> Meeting:
    """Have the minutes written anew, with the reason: who keeps them, or the chair."""
    meeting = locked(meeting)
    day = localdate(at)
    if not (
        permissions.can_manage(by, meeting.committee, on=day)
        or permissions.can_adopt(by, meeting, on=day)
    ):
        raise PermissionDenied
    MEETING.check(MeetingState(meeting.state), MeetingState.HELD)
    meeting.state, meeting.remark = MeetingState.HELD, reason
    meeting.minuted_at = meeting.minuted_by = None
    advance(meeting)
    meeting.save()
    audit.record("meetings.sent-back", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def adopt(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Adopt the minutes as the chair: from now on nothing in them changes."""
    meeting = locked(meeting)
    if not permissions.can_adopt(by, meeting, on=localdate(at)):
        raise PermissionDenied
    return _adopt(meeting, None, by=by, at=at)


@transaction.atomic
def adopt_in(meeting: Meeting, later: Meeting, *, by: User, at: datetime) -> Meeting:
    """Note that a later meeting of the committee adopted the minutes."""
    meeting = _managed(meeting, by=by, at=at)
    if later not in meetings.that_can_adopt(meeting):
        raise refusals.WrongMeeting
    return _adopt(meeting, later, by=by, at=at)


def _adopt(
    meeting: Meeting, later: Meeting | None, *, by: User, at: datetime
) -> Meeting:
    MEETING.check(MeetingState(meeting.state), MeetingState.ADOPTED)
    meeting.state, meeting.adopted_in = MeetingState.ADOPTED, later
    meeting.adopted_at, meeting.adopted_by = at, by
    meeting.digest = contents.digest_of(meeting)
    advance(meeting)
    meeting.save()
    audit.record("meetings.adopted", on=meeting, by=by, at=at, digest=meeting.digest)
    return meeting


def _managed(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    meeting = locked(meeting)
    if not permissions.can_manage(by, meeting.committee, on=localdate(at)):
        raise PermissionDenied
    return meeting


def _must_be_held(meeting: Meeting) -> None:
    if meeting.state != MeetingState.HELD:
        raise refusals.MinutesClosed


def _write_roll(meeting: Meeting, roll: Roll) -> None:
    members = set(committees.members_on(meeting.committee, meeting.day))
    said = {came.member for came in roll.members}
    if members != said or len(said) != len(roll.members):
        raise refusals.RollIncomplete(missing=len(members ^ said))
    if roll.ends is not None and roll.ends < meeting.begins:
        raise refusals.EndsTooEarly
    rows = [_row_of(meeting, came) for came in roll.members]
    rows += [
        Attendance(
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            name=guest.name,
            position=guest.position,
        )
        for guest in roll.guests
    ]
    Attendance.objects.bulk_create(rows)
    there = sum(
        meetings.counts_as_there(came.presence, on=meeting.day) for came in roll.members
    )
    quorum = meetings.quorum(len(members), there, on=meeting.day)
    meeting.members_count, meeting.present_count = quorum.members, quorum.present
    meeting.quorum, meeting.ends = quorum.needed, roll.ends


def _row_of(meeting: Meeting, came: Came) -> Attendance:
    is_there = came.presence in {Presence.PRESENT, Presence.REPRESENTED}
    is_represented = came.presence == Presence.REPRESENTED
    return Attendance(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        member=came.member,
        name=came.member.name,
        position=came.member.position,
        presence=came.presence,
        arrived=(came.arrived or meeting.begins) if is_there else None,
        stand_in=came.stand_in if is_represented else "",
        reason="" if is_there else came.reason,
    )
