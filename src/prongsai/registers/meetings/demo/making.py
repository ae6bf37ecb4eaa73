"""Makes the invented committee: orders, quarterly meetings, resolutions, circulars."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from random import Random
from typing import Any

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.actions import (
    circulars,
    committees,
    minuting,
    planning,
    resolving,
)
from prongsai.registers.meetings.models import (
    Committee,
    Meeting,
    Member,
    MemberRole,
    Presence,
)
from prongsai.registers.meetings.queries import circulars as circular_queries
from prongsai.registers.meetings.queries import committees as committee_queries

QUARTER, MEETINGS = timedelta(days=91), 8
"""Eight meetings in two years; the last of them is still to come."""

AHEAD = timedelta(days=10)
"""How far ahead the next meeting is, and how long before a meeting people are called."""

COMES, ACKNOWLEDGES = 0.9, 0.85


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What every part of the story needs."""

    people: Mapping[str, User]
    plan: Mapping[str, Any]
    random: Random
    today: date

    @property
    def secretary(self) -> User:
        """Who calls and minutes."""
        return self.people["analyst"]


def make(
    cast: Cast, *, today: date, random: Random, progress: Progress | None = None
) -> None:
    """Make the register in the current office's name; the same seed makes the same."""
    told = progress or (lambda _what, _done, _of: None)
    text = files(__package__).joinpath("stories.toml").read_text("utf-8")
    stage = Stage(
        people=cast.people, plan=tomllib.loads(text), random=random, today=today
    )
    days = [today + AHEAD - QUARTER * back for back in range(MEETINGS - 1, -1, -1)]
    committee = _appoint(stage, days[0] - timedelta(days=60))
    for number, day in enumerate(days, 1):
        if number == MEETINGS // 2 + 1:
            _appoint_anew(stage, committee, day - timedelta(days=40))
        _meet(stage, committee, day, number=number)
        told("meetings", number, MEETINGS)
    for number, story in enumerate(stage.plan["circular"]):
        back = timedelta(days=240 - 75 * number)
        _send_round(stage, story, today - back, is_last=back < timedelta(days=30))


def _at(day: date, hour: int = 10) -> datetime:
    return hour_of(day, hour)


def _order(number: int, starts_on: date) -> committees.OrderDraft:
    year = starts_on.year + 543
    return committees.OrderDraft(
        number=f"{number}/{year}",
        dated=starts_on - timedelta(days=5),
        starts_on=starts_on,
    )


def _appoint(stage: Stage, day: date) -> Committee:
    by, at, plan = stage.secretary, _at(day), stage.plan
    committee = committees.found(
        plan["committee"], plan["duties"].strip(), _order(77, day), by=by, at=at
    )
    order = committee_queries.latest_order(committee)
    if order is None:
        raise LookupError(committee)
    name, position = plan["outsider"]
    drafts = [
        committees.MemberDraft(
            user=stage.people[row["user"]],
            role=MemberRole(row["role"]),
            duties=row["duties"],
        )
        for row in plan["member"]
    ]
    drafts.insert(-1, committees.MemberDraft(name=name, position=position))
    for draft in drafts:
        committees.add_member(order, draft, by=by, at=at)
    return committee


def _appoint_anew(stage: Stage, committee: Committee, day: date) -> None:
    order = committees.order_anew(
        committee,
        _order(91, day),
        keep_members=True,
        by=stage.secretary,
        at=_at(day),
    )
    joined = committees.MemberDraft(user=stage.people["officer"])
    committees.add_member(order, joined, by=stage.secretary, at=_at(day))


def _meet(stage: Stage, committee: Committee, day: date, *, number: int) -> None:
    by, story = stage.secretary, stage.plan["meeting"][(number - 1) % 4]
    before = _at(day - AHEAD)
    when = planning.When(day=day, begins=time(9, 30), place=stage.plan["place"])
    meeting = planning.plan(committee, when, by=by, at=before)
    fifth = meeting.items.filter(under=None).order_by("place")[4]
    draft = planning.ItemDraft(title=story["title"], under=fifth)
    planning.add_item(meeting, draft, by=by, at=before)
    meeting = planning.call(meeting, by=by, at=before)
    if day > stage.today:
        return
    _hold(stage, meeting)
    _minute(stage, meeting, story, is_settled=number < MEETINGS - 1)


def _hold(stage: Stage, meeting: Meeting) -> None:
    members = committee_queries.members_on(meeting.committee, meeting.day)
    roll = minuting.Roll(
        members=[_came(stage, member) for member in members], ends=time(12, 0)
    )
    at = _at(meeting.day, hour=13)
    minuting.hold(meeting, roll, by=stage.secretary, at=at)


def _came(stage: Stage, member: Member) -> minuting.Came:
    leads = {MemberRole.CHAIR, MemberRole.SECRETARY}
    if member.role in leads or stage.random.random() < COMES:
        return minuting.Came(member=member, presence=Presence.PRESENT)
    return minuting.Came(member=member, presence=Presence.EXCUSED, reason="ติดราชการ")


def _minute(
    stage: Stage, meeting: Meeting, story: Mapping[str, Any], *, is_settled: bool
) -> None:
    by, at = stage.secretary, _at(meeting.day + timedelta(days=2))
    for item in meeting.items.all():
        said = story["said"] if item.under_id else "ไม่มี"
        minuting.write(item, said, version=item.version, by=by, at=at)
    draft = resolving.ResolutionDraft(
        text=story["resolution"],
        accountable=stage.people[story["owner"]],
        due_on=meeting.day + timedelta(days=60 if is_settled else 95),
    )
    matter = meeting.items.exclude(under=None).get()
    row = resolving.resolve(matter, draft, by=by, at=at)
    minuting.hand_in(meeting, by=by, at=at)
    if not is_settled:
        return
    minuting.adopt(meeting, by=stage.people["mayor"], at=at + timedelta(days=3))
    done_on = meeting.day + timedelta(days=stage.random.randint(20, 58))
    resolving.finish(
        row,
        done_on=done_on,
        note="ดำเนินการและรายงานแล้ว",
        by=stage.people[story["owner"]],
        at=_at(done_on),
    )


def _send_round(
    stage: Stage, story: Mapping[str, Any], day: date, *, is_last: bool
) -> None:
    by, at = stage.secretary, _at(day)
    said = circulars.CircularDraft(
        subject=story["subject"],
        text=story["text"],
        due_on=day + timedelta(days=15),
    )
    circular = circulars.send(circulars.draft(said, by=by, at=at), by=by, at=at)
    share = ACKNOWLEDGES / 2 if is_last else ACKNOWLEDGES
    for copy in circular_queries.addressees(circular):
        if stage.random.random() < share:
            read = at + timedelta(hours=stage.random.randint(1, 5))
            circulars.acknowledge(circular, by=copy.person, at=read)
    if not is_last:
        circulars.close(circular, by=by, at=at + timedelta(days=20))
