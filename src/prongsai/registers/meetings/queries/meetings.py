"""Meetings with their agendas, who attended, and what they resolved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.registers.meetings import rules
from prongsai.registers.meetings.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Presence,
)
from prongsai.registers.meetings.states import MeetingState

TOOK_PLACE = (MeetingState.HELD, MeetingState.MINUTED, MeetingState.ADOPTED)


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """An item of the agenda with its number: ``1`` and, for a matter under it, ``1.2``."""

    number: str
    item: AgendaItem


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """How many members there are, how many must come, and how many count as there."""

    members: int
    needed: int
    present: int

    @property
    def is_reached(self) -> bool:
        """Whether enough are there."""
        return self.present >= self.needed


def visible_to(user: User) -> QuerySet[Meeting]:
    """Return the meetings of a person's office: everyone may read the minutes."""
    rows = Meeting.objects.filter(organisation=user.organisation_id)
    return rows.select_related("committee", "adopted_in")


def of_office() -> QuerySet[Meeting]:
    """Return the meetings of the current office."""
    rows = Meeting.objects.filter(organisation=tenancy.required())
    return rows.select_related("committee")


def items_of(user: User) -> QuerySet[AgendaItem]:
    """Return the items of every agenda of a person's office."""
    rows = AgendaItem.objects.filter(organisation=user.organisation_id)
    return rows.select_related("meeting__committee", "under")


def agenda(meeting: Meeting) -> list[Numbered]:
    """Return the items of a meeting in order, each with its number."""
    rows = AgendaItem.objects.filter(
        organisation=meeting.organisation_id, meeting=meeting
    )
    matters = rows.select_related("meeting").prefetch_related("resolutions")
    top = rows.filter(under=None).select_related("meeting")
    found = top.prefetch_related("resolutions", Prefetch("matters", queryset=matters))
    return list(_numbered(found))


def attendance(meeting: Meeting) -> list[Attendance]:
    """Return who was asked and who came: members in their order, then guests."""
    rows = Attendance.objects.filter(
        organisation=meeting.organisation_id, meeting=meeting
    ).select_related("member__user")
    return sorted(rows, key=_place)


def before(meeting: Meeting) -> Meeting | None:
    """Return the meeting of the same committee whose minutes it should adopt."""
    found = of_office().filter(
        committee=meeting.committee_id,
        day__lte=meeting.day,
        state__in=(MeetingState.HELD, MeetingState.MINUTED),
    )
    return found.exclude(pk=meeting.pk).first()


def that_can_adopt(meeting: Meeting) -> QuerySet[Meeting]:
    """Return the later meetings of the committee in which its minutes can be adopted."""
    found = of_office().filter(committee=meeting.committee_id, state__in=TOOK_PLACE)
    return found.filter(day__gte=meeting.day).exclude(pk=meeting.pk)


def held_in(first: date, last: date) -> QuerySet[Meeting]:
    """Return the meetings that took place from one day to another."""
    found = of_office().filter(state__in=TOOK_PLACE, day__range=(first, last))
    return found.order_by("day", "pk")


def adopted() -> QuerySet[Meeting]:
    """Return the meetings of the office whose minutes are adopted."""
    return of_office().filter(state=MeetingState.ADOPTED)


def by_key(pk: int) -> Meeting:
    """Return a meeting of the current office, for those who hold its key already."""
    return of_office().get(pk=pk)


def quorum(members: int, present: int, *, on: date) -> Quorum:
    """Return whether enough members came, by the rule of that day."""
    percent = rules.value("quorum_percent", on=on)
    return Quorum(members=members, needed=-(-members * percent // 100), present=present)


def counts_as_there(presence: str, *, on: date) -> bool:
    """Whether somebody counts for the quorum; for stand-ins a rule says so."""
    if presence == Presence.REPRESENTED:
        return rules.value("stand_ins_count", on=on) == 1
    return presence == Presence.PRESENT


def _numbered(items: QuerySet[AgendaItem]) -> Iterator[Numbered]:
    for number, item in enumerate(items, 1):
        yield Numbered(number=str(number), item=item)
        for part, matter in enumerate(item.matters.all(), 1):
            yield Numbered(number=f"{number}.{part}", item=matter)


def _place(row: Attendance) -> tuple[int, int, int]:
    if row.member is None:
        return (1, 0, row.pk)
    return (0, row.member.place, row.pk)
