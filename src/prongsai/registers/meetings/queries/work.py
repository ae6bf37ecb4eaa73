"""What waits for a person in meetings, as the home page of the back office lists it."""

from datetime import date

from django.db.models import Q

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Meeting, Member, MemberRole
from prongsai.registers.meetings.permissions.seats import seats_of
from prongsai.registers.meetings.queries import circulars as circular_queries
from prongsai.registers.meetings.queries import meetings as meeting_queries
from prongsai.registers.meetings.queries import resolutions as resolution_queries
from prongsai.registers.meetings.states import (
    MEETING_TONES,
    RESOLUTION_TONES,
    MeetingState,
    ResolutionState,
)
from prongsai.ui.worklist import WorkItem

MOST_SHOWN = 10


def resolutions(user: User, on: date) -> list[WorkItem]:
    """Return the resolutions a person has to carry out, the earliest due first."""
    return [
        WorkItem(
            label=str(row),
            note=str(row.meeting),
            href=row.get_absolute_url(),
            badge=ResolutionState.OPEN.label,
            tone="bad"
            if row.is_overdue(on=on)
            else RESOLUTION_TONES[ResolutionState.OPEN],
            due=row.due_on,
        )
        for row in resolution_queries.mine(user)[:MOST_SHOWN]
    ]


def circulars(user: User, on: date) -> list[WorkItem]:
    """Return the circulars a person has not acknowledged yet."""
    return [
        WorkItem(
            label=row.subject,
            note=str(row),
            href=row.get_absolute_url(),
            badge=row.get_state_display(),
            tone="bad" if row.is_late(on=on) else "info",
            due=row.due_on,
        )
        for row in circular_queries.to_acknowledge(user)[:MOST_SHOWN]
    ]


def meetings(user: User, on: date) -> list[WorkItem]:
    """Return the meetings a person is called to, and the minutes they write or adopt."""
    seats = seats_of(user, on=on)
    if not seats:
        return []
    mine = {seat.order.committee_id for seat in seats}
    found = meeting_queries.visible_to(user).filter(
        Q(state=MeetingState.CALLED, committee__in=mine)
        | Q(state=MeetingState.HELD, committee__in=_led(seats, MemberRole.SECRETARY))
        | Q(state=MeetingState.MINUTED, committee__in=_led(seats, MemberRole.CHAIR))
    )
    return [_item(row) for row in found.order_by("day", "pk")[:MOST_SHOWN]]


def _led(seats: list[Member], role: MemberRole) -> set[int]:
    return {seat.order.committee_id for seat in seats if seat.role == role}


def _item(row: Meeting) -> WorkItem:
    state = MeetingState(row.state)
    return WorkItem(
        label=str(row),
        note=row.committee.title,
        href=row.get_absolute_url(),
        badge=state.label,
        tone=MEETING_TONES[state],
        due=row.day if state == MeetingState.CALLED else None,
    )
