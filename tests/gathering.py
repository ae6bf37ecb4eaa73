"""Committees, meetings and circulars for tests, made by the deeds of people.

The circle has a secretary, a chair and a member of the committee, a clerk, an analyst
and an officer who is no member. ``planned(...)`` and its neighbours bring a meeting as
far as their name says.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.organisations.models import Division, Organisation
from prongsai.registers.meetings.actions import (
    circulars,
    committees,
    minuting,
    planning,
    resolving,
)
from prongsai.registers.meetings.models import (
    Circular,
    Committee,
    Meeting,
    MemberRole,
    Presence,
    Resolution,
)
from prongsai.registers.meetings.queries import committees as committee_queries
from tests.cast import NOW, TODAY, make_division, make_office, make_user

DAY = TODAY + timedelta(days=7)
LATER = NOW + timedelta(days=7, hours=4)
"""On the day of the meeting, after it."""


@dataclass
class Circle:
    """One office, its committee and the people around it."""

    office: Organisation
    division: Division
    committee: Committee
    chair: User
    secretary: User
    member: User
    clerk: User
    analyst: User
    officer: User
    head: User


def make_circle(office: Organisation | None = None, title="คณะทำงานทดสอบ") -> Circle:
    office = office or make_office()
    division = make_division(office=office)
    analyst = make_user(role=Role.ANALYST, division=division)
    chair = make_user(role=Role.MAYOR, office=office)
    secretary, member = make_user(division=division), make_user(division=division)
    committee = make_committee(analyst, title=title)
    for user, role in (
        (chair, MemberRole.CHAIR),
        (member, MemberRole.MEMBER),
        (secretary, MemberRole.SECRETARY),
    ):
        add_member(committee, by=analyst, user=user, role=role)
    return Circle(
        office=office,
        division=division,
        committee=committee,
        chair=chair,
        secretary=secretary,
        member=member,
        clerk=make_user(role=Role.CLERK, office=office),
        analyst=analyst,
        officer=make_user(division=make_division(office=office)),
        head=make_user(role=Role.HEAD, division=division),
    )


def doing(by, at=NOW, **more):
    """Who does it and when, for several deeds of one test."""
    return {"by": by, "at": at} | more


def first_item(meeting):
    """The first item of an agenda."""
    return meeting.items.all()[0]


def copy_of(circular, user):
    """The copy of a circular that came to somebody."""
    return circular.addressees.get(person=user)


def order(starts_on=date(2025, 10, 1), **fields) -> committees.OrderDraft:
    usual: dict[str, Any] = {
        "number": "101/2568",
        "dated": date(2025, 9, 25),
        "starts_on": starts_on,
    }
    return committees.OrderDraft(**usual | fields)


def make_committee(by: User, title="คณะทำงานทดสอบ") -> Committee:
    return committees.found(title, "ประชุมทุกไตรมาส", order(), by=by, at=NOW)


def add_member(committee: Committee, *, by: User, **fields):
    latest = committee_queries.latest_order(committee)
    assert latest is not None
    return committees.add_member(
        latest, committees.MemberDraft(**fields), by=by, at=NOW
    )


def when(day=DAY, **fields) -> planning.When:
    usual: dict[str, Any] = {
        "day": day,
        "begins": time(9, 30),
        "place": "ห้องประชุมทดสอบ",
    }
    return planning.When(**usual | fields)


def planned(circle: Circle, **fields) -> Meeting:
    return planning.plan(circle.committee, when(**fields), by=circle.secretary, at=NOW)


def called(circle: Circle, **fields) -> Meeting:
    return planning.call(planned(circle, **fields), by=circle.secretary, at=NOW)


def roll(meeting: Meeting, *, absent=(), **fields) -> minuting.Roll:
    members = committee_queries.members_on(meeting.committee, meeting.day)
    came = [
        minuting.Came(
            member=member,
            presence=Presence.ABSENT if member.user in absent else Presence.PRESENT,
        )
        for member in members
    ]
    usual: dict[str, Any] = {"members": came, "ends": time(12, 0)}
    return minuting.Roll(**usual | fields)


def at_the_end_of(meeting: Meeting) -> datetime:
    return LATER + (meeting.day - DAY)


def held(circle: Circle, *, absent=(), **fields) -> Meeting:
    meeting = called(circle, **fields)
    return minuting.hold(
        meeting,
        roll(meeting, absent=absent),
        by=circle.secretary,
        at=at_the_end_of(meeting),
    )


def written(circle: Circle, text="ไม่มี", **fields) -> Meeting:
    meeting = held(circle, **fields)
    for item in meeting.items.all():
        minuting.write(
            item,
            text,
            version=item.version,
            by=circle.secretary,
            at=at_the_end_of(meeting),
        )
    return meeting


def to_do(circle: Circle, *, due_on=None, **fields) -> resolving.ResolutionDraft:
    usual: dict[str, Any] = {
        "text": "ให้จัดทำแผน",
        "division": circle.division,
        "accountable": circle.member,
        "due_on": due_on or DAY + timedelta(days=10),
    }
    return resolving.ResolutionDraft(**usual | fields)


def resolved(circle: Circle, meeting: Meeting | None = None, **fields) -> Resolution:
    meeting = meeting or written(circle)
    return resolving.resolve(
        first_item(meeting),
        to_do(circle, **fields),
        by=circle.secretary,
        at=at_the_end_of(meeting),
    )


def minuted(circle: Circle, **fields) -> Meeting:
    meeting = written(circle, **fields)
    resolved(circle, meeting)
    return minuting.hand_in(meeting, by=circle.secretary, at=at_the_end_of(meeting))


def adopted(circle: Circle, **fields) -> Meeting:
    meeting = minuted(circle, **fields)
    return minuting.adopt(meeting, by=circle.chair, at=at_the_end_of(meeting))


def message(**fields) -> circulars.CircularDraft:
    usual: dict[str, Any] = {"subject": "เรื่องทดสอบ", "text": "โปรดทราบ"}
    return circulars.CircularDraft(**usual | fields)


def drafted(circle: Circle, **fields) -> Circular:
    return circulars.draft(message(**fields), by=circle.analyst, at=NOW)


def sent(circle: Circle, **fields) -> Circular:
    return circulars.send(drafted(circle, **fields), by=circle.analyst, at=NOW)
