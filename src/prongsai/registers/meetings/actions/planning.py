"""Plan a meeting with its agenda, call the members, put it off, cancel it."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import queries as stored
from prongsai.foundations.files.actions import claim
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.numbering import actions as numbering
from prongsai.foundations.numbering.models import Base
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.meetings import rules
from prongsai.registers.meetings.actions import refusals, telling
from prongsai.registers.meetings.models import AgendaItem, Committee, Meeting
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees, meetings, resolutions
from prongsai.registers.meetings.states import MEETING, MeetingState
from prongsai.ui.writing import short_date

OPEN_AGENDA = frozenset({MeetingState.PLANNED, MeetingState.CALLED})
NUMBER = "meetings.meeting"
ADOPTION, FOLLOW_UP = 2, 3
"""Which of the usual items adopts earlier minutes, and which follows up."""


@dataclass(frozen=True, kw_only=True)
class When:
    """Day, hour and place of a meeting, or the address where it is held online."""

    day: date
    begins: time
    place: str = ""
    online: str = ""
    subject: str = ""


@cache
def _wording() -> dict[str, Any]:
    text = files(__package__).joinpath("agenda.toml").read_text("utf-8")
    return tomllib.loads(text)


def usual_agenda() -> tuple[str, ...]:
    """Return the items every agenda begins with."""
    return tuple(_wording()["items"])


@transaction.atomic
def plan(committee: Committee, when: When, *, by: User, at: datetime) -> Meeting:
    """Plan a meeting with the usual agenda; nobody is told yet."""
    committee = Committee.objects.select_for_update().get(pk=committee.pk)
    _may(by, committee, at)
    if committee.dissolved_on is not None:
        raise refusals.CommitteeDissolved(on=short_date(committee.dissolved_on))
    _refuse_past(when.day, at)
    meeting = Meeting.objects.create(
        organisation_id=committee.organisation_id,
        committee=committee,
        planned_at=at,
        planned_by=by,
        **vars(when),
    )
    texts = {ADOPTION: _minutes_to_adopt(meeting), FOLLOW_UP: _still_to_do(meeting)}
    for place, title in enumerate(usual_agenda(), 1):
        AgendaItem.objects.create(
            organisation_id=committee.organisation_id,
            meeting=meeting,
            place=place,
            title=title,
            text=texts.get(place, ""),
        )
    audit.record("meetings.planned", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def change(
    meeting: Meeting, when: When, *, version: int, by: User, at: datetime
) -> Meeting:
    """Change day, hour or place before the members are called."""
    meeting = locked(meeting)
    _may(by, meeting.committee, at)
    check_version(meeting, version)
    if meeting.state != MeetingState.PLANNED:
        raise refusals.AgendaClosed
    _refuse_past(when.day, at)
    for name, value in vars(when).items():
        setattr(meeting, name, value)
    advance(meeting)
    meeting.save()
    audit.record("meetings.changed", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def call(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Call the members: the meeting gets its number and everybody is told the day."""
    meeting = locked(meeting)
    _may(by, meeting.committee, at)
    MEETING.check(MeetingState(meeting.state), MeetingState.CALLED)
    _refuse_past(meeting.day, at)
    members = list(committees.members_on(meeting.committee, meeting.day))
    if not members:
        raise refusals.NobodyToCall
    if not meeting.items.exists():
        raise refusals.NoAgenda
    if meeting.number is None:
        _give_number(meeting, by=by, at=at)
    meeting.state = MeetingState.CALLED
    meeting.called_at, meeting.called_by = at, by
    advance(meeting)
    meeting.save()
    telling.tell_members("meetings.called", meeting, by=by, at=at)
    audit.record("meetings.called", on=meeting, by=by, at=at, members=len(members))
    return meeting


@transaction.atomic
def put_off(meeting: Meeting, *, reason: str, by: User, at: datetime) -> Meeting:
    """Take the call back: a new day is to be set; the number stays."""
    meeting = locked(meeting)
    _may(by, meeting.committee, at)
    MEETING.check(MeetingState(meeting.state), MeetingState.PLANNED)
    telling.tell_members("meetings.put-off", meeting, by=by, at=at)
    meeting.state, meeting.remark = MeetingState.PLANNED, reason
    meeting.called_at = meeting.called_by = None
    advance(meeting)
    meeting.save()
    audit.record("meetings.put-off", on=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: User, at: datetime) -> Meeting:
    """Give a meeting up; members who were called are told."""
    meeting = locked(meeting)
    _may(by, meeting.committee, at)
    MEETING.check(MeetingState(meeting.state), MeetingState.CANCELLED)
    if meeting.state == MeetingState.CALLED:
        telling.tell_members("meetings.cancelled", meeting, by=by, at=at)
    meeting.state, meeting.remark = MeetingState.CANCELLED, reason
    meeting.cancelled_at, meeting.cancelled_by = at, by
    advance(meeting)
    meeting.save()
    audit.record("meetings.cancelled", on=meeting, by=by, at=at)
    return meeting


@dataclass(frozen=True, kw_only=True)
class ItemDraft:
    """An item of the agenda: its title, what it is about, the papers to it."""

    title: str
    text: str = ""
    under: AgendaItem | None = None
    files: Sequence[StoredFile] = ()


@transaction.atomic
def add_item(
    meeting: Meeting, draft: ItemDraft, *, by: User, at: datetime
) -> AgendaItem:
    """Put an item at the end of the agenda, or a matter under one of its items."""
    meeting = _open_agenda(meeting, by=by, at=at)
    under = draft.under
    if under is not None and (under.meeting_id != meeting.pk or under.under_id):
        raise refusals.AgendaClosed
    last = meeting.items.filter(under=under).order_by("place").last()
    item = AgendaItem.objects.create(
        organisation_id=meeting.organisation_id,
        meeting=meeting,
        under=under,
        place=1 if last is None else last.place + 1,
        title=draft.title,
        text=draft.text,
    )
    claim(draft.files, owner=item, by=by, at=at)
    audit.record("meetings.item-added", on=meeting, by=by, at=at, item=item.pk)
    return item


@transaction.atomic
def edit_item(
    item: AgendaItem, draft: ItemDraft, *, version: int, by: User, at: datetime
) -> AgendaItem:
    """Change title and text of an item; more papers may be added to it."""
    meeting = _open_agenda(item.meeting, by=by, at=at)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    check_version(item, version)
    item.title, item.text = draft.title, draft.text
    advance(item)
    item.save(update_fields=["title", "text", "version"])
    claim(draft.files, owner=item, by=by, at=at)
    audit.record("meetings.item-edited", on=meeting, by=by, at=at, item=item.pk)
    return item


@transaction.atomic
def remove_item(item: AgendaItem, *, by: User, at: datetime) -> None:
    """Take an item off the agenda when nothing hangs on it."""
    meeting = _open_agenda(item.meeting, by=by, at=at)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.matters.exists() or stored.of(item).exists():
        raise refusals.ItemHasMore
    audit.record("meetings.item-removed", on=meeting, by=by, at=at, item=item.pk)
    item.delete()


@transaction.atomic
def move_item(
    item: AgendaItem, way: Literal["up", "down"], *, by: User, at: datetime
) -> None:
    """Move an item one place among its neighbours."""
    meeting = _open_agenda(item.meeting, by=by, at=at)
    beside = list(meeting.items.filter(under=item.under_id).select_for_update())
    here = beside.index(item)
    there = here + (-1 if way == "up" else 1)
    if 0 <= there < len(beside):
        beside[here], beside[there] = beside[there], beside[here]
    for place, each in enumerate(beside, 1):
        each.place = place
        each.save(update_fields=["place"])
    audit.record("meetings.item-moved", on=meeting, by=by, at=at, item=item.pk)


def locked(meeting: Meeting) -> Meeting:
    """Return a meeting as it is now, held until the deed is done."""
    rows = Meeting.objects.select_for_update(of=("self",))
    return rows.select_related("committee").get(pk=meeting.pk)


def _may(by: User, committee: Committee, at: datetime) -> None:
    if not permissions.can_manage(by, committee, on=localdate(at)):
        raise PermissionDenied


def _open_agenda(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    meeting = locked(meeting)
    _may(by, meeting.committee, at)
    if meeting.state not in OPEN_AGENDA:
        raise refusals.AgendaClosed
    return meeting


def _refuse_past(day: date, at: datetime) -> None:
    if day < localdate(at):
        raise refusals.DayPast


def _minutes_to_adopt(meeting: Meeting) -> str:
    earlier = meetings.before(meeting)
    if earlier is None:
        return ""
    said: str = _wording()["adoption"]
    return said.format(number=earlier.number, year=earlier.year)


def _still_to_do(meeting: Meeting) -> str:
    said: str = _wording()["follow_up"]
    return "\n".join(
        said.format(
            number=row.meeting.number,
            year=row.meeting.year,
            place=row.place,
            text=row.text,
        )
        for row in resolutions.still_open(meeting)
    )


def _give_number(meeting: Meeting, *, by: User, at: datetime) -> None:
    is_fiscal = rules.value("meeting_year_is_fiscal", on=meeting.day) == 1
    given = numbering.take(
        f"{NUMBER}:{meeting.committee_id}",
        by=by,
        at=at,
        base=Base.FISCAL if is_fiscal else Base.CALENDAR,
        day=meeting.day,
    )
    meeting.number, meeting.year = given.number, given.year
