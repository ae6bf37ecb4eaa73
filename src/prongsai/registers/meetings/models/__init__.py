"""The tables of meetings."""

from prongsai.registers.meetings.models.attendance import Attendance, Presence
from prongsai.registers.meetings.models.circulars import (
    Addressee,
    Audience,
    Circular,
    CircularTarget,
)
from prongsai.registers.meetings.models.committees import (
    Committee,
    Member,
    MemberRole,
    Order,
)
from prongsai.registers.meetings.models.meetings import AgendaItem, Meeting
from prongsai.registers.meetings.models.resolutions import Resolution

__all__ = [
    "Addressee",
    "AgendaItem",
    "Attendance",
    "Audience",
    "Circular",
    "CircularTarget",
    "Committee",
    "Meeting",
    "Member",
    "MemberRole",
    "Order",
    "Presence",
    "Resolution",
]
