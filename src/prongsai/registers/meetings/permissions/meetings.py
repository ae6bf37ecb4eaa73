"""Who appoints, calls, minutes and adopts; everyone in the office may read."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.registers.meetings.models import (
    Committee,
    Meeting,
    Member,
    MemberRole,
    Presence,
    Resolution,
)
from prongsai.registers.meetings.permissions.seats import seats_of

KEEPERS = frozenset({Role.ANALYST, Role.CLERK})
"""Roles that keep the committees and help every secretary."""


def can_keep_committees(user: User, *, on: date) -> bool:
    """Enter committees and the orders of the head of the office: analyst and clerk."""
    return any(held.role in KEEPERS for held in capacities(user, on=on))


def can_manage(user: User, committee: Committee, *, on: date) -> bool:
    """Plan, call and minute: the committee's secretary, the analyst, the clerk."""
    if user.organisation_id != committee.organisation_id:
        return False
    return can_keep_committees(user, on=on) or any(
        member.role == MemberRole.SECRETARY for member in _seats(user, committee, on=on)
    )


def can_manage_any(user: User, *, on: date) -> bool:
    """Whether there is a committee for which this person plans meetings."""
    if can_keep_committees(user, on=on):
        return True
    mine = seats_of(user, on=on)
    return any(member.role == MemberRole.SECRETARY for member in mine)


def can_adopt(user: User, meeting: Meeting, *, on: date) -> bool:
    """Adopt the minutes: the chair; the deputy where the chair was not there."""
    roles = {member.role for member in _seats(user, meeting.committee, on=on)}
    if MemberRole.CHAIR in roles:
        return True
    return MemberRole.DEPUTY in roles and not _chair_was_there(meeting)


def can_settle(user: User, resolution: Resolution, *, on: date) -> bool:
    """Say that it is done: who answers for it, or who keeps the minutes."""
    if user.organisation_id != resolution.organisation_id:
        return False
    is_own = resolution.accountable_id == user.pk
    return is_own or can_manage(user, resolution.meeting.committee, on=on)


def _seats(user: User, committee: Committee, *, on: date) -> list[Member]:
    mine = seats_of(user, on=on)
    return [m for m in mine if m.order.committee_id == committee.pk]


def _chair_was_there(meeting: Meeting) -> bool:
    return any(
        row.presence == Presence.PRESENT
        for row in meeting.attendance.all()
        if row.member is not None and row.member.role == MemberRole.CHAIR
    )
