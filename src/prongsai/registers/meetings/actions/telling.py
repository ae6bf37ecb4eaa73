"""Who is told what: numbers and days only, never what a meeting or circular is about."""

from collections.abc import Iterable
from datetime import datetime

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications import actions as notifications
from prongsai.registers.meetings.models import (
    Circular,
    Meeting,
    MemberRole,
    Resolution,
)
from prongsai.registers.meetings.queries import committees, resolutions


def tell_members(code: str, meeting: Meeting, *, by: User, at: datetime) -> None:
    """Tell everyone who is a member on the day of the meeting, save who does it."""
    seats = committees.members_on(meeting.committee, meeting.day)
    people = {seat.user for seat in seats if seat.user is not None} - {by}
    notifications.notify(
        people,
        code,
        about=meeting,
        url=meeting.get_absolute_url(),
        by=by,
        at=at,
        number=_number(meeting),
        date=meeting.day,
    )


def tell_chair(meeting: Meeting, *, by: User, at: datetime) -> None:
    """Tell the chair that minutes wait to be adopted."""
    seats = committees.members_on(meeting.committee, meeting.day)
    people = {
        seat.user
        for seat in seats
        if seat.user is not None and seat.role == MemberRole.CHAIR
    }
    notifications.notify(
        people - {by},
        "meetings.to-adopt",
        about=meeting,
        url=meeting.get_absolute_url(),
        by=by,
        at=at,
        number=_number(meeting),
    )


def tell_owners(meeting: Meeting, *, by: User, at: datetime) -> None:
    """Tell each accountable person of their resolutions, with the day they are due."""
    for resolution in resolutions.open_ones(resolutions.of(meeting)):
        tell_owner("meetings.resolution-given", resolution, by=by, at=at)


def tell_owner(
    code: str, resolution: Resolution, *, by: User | None, at: datetime
) -> None:
    """Tell the accountable person about one resolution."""
    if resolution.accountable is None or resolution.due_on is None:
        return
    notifications.notify(
        [resolution.accountable],
        code,
        about=resolution,
        url=resolution.get_absolute_url(),
        by=by,
        at=at,
        number=_number(resolution.meeting),
        due=resolution.due_on,
    )


def tell_of_circular(
    code: str,
    circular: Circular,
    people: Iterable[User],
    *,
    by: User | None,
    at: datetime,
) -> None:
    """Tell people that a circular waits for them; what it says stays on its page."""
    notifications.notify(
        people,
        code,
        about=circular,
        url=circular.get_absolute_url(),
        by=by,
        at=at,
        number=f"ว {circular.number}/{circular.year}",
    )


def _number(meeting: Meeting) -> str:
    return f"{meeting.number}/{meeting.year}"
