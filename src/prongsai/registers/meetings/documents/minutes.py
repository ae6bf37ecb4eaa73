"""The minutes of a meeting in the layout of รายงานการประชุม."""

from collections.abc import Iterator, Sequence

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Style,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.meetings.documents import parts
from prongsai.registers.meetings.documents.wording import role, say
from prongsai.registers.meetings.models import (
    Attendance,
    Meeting,
    MemberRole,
    Presence,
    Resolution,
)
from prongsai.registers.meetings.queries import committees, meetings

_WIDTHS = (1.8, 6, 6, 6)
_SHORT = 16
_THERE = frozenset({Presence.PRESENT, Presence.REPRESENTED})


def minutes(meeting: Meeting, *, office: Organisation) -> Document:
    """Return the minutes as they stand, adopted or not."""
    title = say("minutes_title", committee=meeting.committee.title)
    return parts.whole(title, _blocks(meeting, office, title))


def _blocks(meeting: Meeting, office: Organisation, title: str) -> Iterator[Block]:
    yield Heading(level=1, text=title)
    yield parts.centred(OFFICIAL.text(office.name_th))
    yield parts.centred(say("minutes_number", number=parts.number_of(meeting)))
    when = say(
        "minutes_day",
        date=parts.day(meeting.day),
        hour=parts.hour(meeting.begins),
    )
    yield parts.centred(when)
    yield parts.centred(parts.where(meeting))
    yield from _roll(meetings.attendance(meeting))
    hour = say("hour", hour=parts.hour(meeting.begins))
    yield Paragraph(label=say("begun"), text=hour, style=Style.LINE)
    if meeting.quorum is not None:
        yield Paragraph(text=_quorum(meeting))
    yield from _items(meeting)
    if meeting.ends is not None:
        hour = say("hour", hour=parts.hour(meeting.ends))
        yield Paragraph(label=say("ended"), text=hour, style=Style.LINE)
    yield from _signatures(meeting)
    yield Paragraph(text=_adoption(meeting), style=Style.NOTE)


def _roll(rows: Sequence[Attendance]) -> Iterator[Block]:
    members = [row for row in rows if row.member_id is not None]
    groups = {
        "present_heading": [r for r in members if r.presence in _THERE],
        "absent_heading": [r for r in members if r.presence not in _THERE],
        "guests_heading": [r for r in rows if r.member_id is None],
    }
    for heading, found in groups.items():
        caption = say(heading)
        yield Heading(level=2, text=caption)
        if not found:
            yield Paragraph(text=say("none"), style=Style.LINE)
            continue
        lines = [
            (str(n), row.name, row.position, _remark(row))
            for n, row in enumerate(found, 1)
        ]
        yield parts.table(caption, "minutes_columns", lines, widths=_WIDTHS)


def _remark(row: Attendance) -> str:
    if row.presence == Presence.REPRESENTED:
        return say("represented", name=row.stand_in)
    if row.presence == Presence.EXCUSED:
        return say("excused", reason=row.reason) if row.reason else say("excused_plain")
    if row.presence == Presence.ABSENT:
        return say("absent")
    return "" if row.member is None else role(row.member.role)


def _quorum(meeting: Meeting) -> str:
    return say(
        "quorum_reached" if meeting.has_quorum else "quorum_missed",
        present=meeting.present_count,
        members=meeting.members_count,
        quorum=meeting.quorum,
    )


def _items(meeting: Meeting) -> Iterator[Block]:
    for each in meetings.agenda(meeting):
        item = each.item
        if item.under_id is None:
            text = say("agenda_item", number=each.number, title=item.title)
            yield Heading(level=2, text=text)
        else:
            text = OFFICIAL.text(f"{each.number} {item.title}")
            yield Paragraph(text=text, style=Style.LINE)
        yield from parts.paragraphs(item.text)
        yield from parts.paragraphs(item.minutes)
        for resolution in item.resolutions.all():
            yield from _resolution(resolution)


def _resolution(row: Resolution) -> Iterator[Block]:
    first, *rest = parts.paragraphs(row.text, style=Style.LINE)
    yield Paragraph(label=say("resolved"), text=first.text, style=Style.LINE)
    yield from rest
    who = [
        str(x) for x in (row.division and row.division.name_th, row.accountable) if x
    ]
    if who:
        yield Paragraph(text=say("owner", who=" / ".join(who)), style=Style.LINE)
    if row.due_on is not None:
        text = say("due", date=parts.day(row.due_on))
        yield Paragraph(text=text, style=Style.LINE)


def _signatures(meeting: Meeting) -> Iterator[Block]:
    members = list(committees.members_on(meeting.committee, meeting.day))
    for wanted, position in (
        (MemberRole.SECRETARY, "writer"),
        (MemberRole.CHAIR, "checker"),
    ):
        member = next((m for m in members if m.role == wanted), None)
        if member is not None:
            more = (role(member.role),)
            yield Signature(name=member.name, position=say(position), more=more)


def _adoption(meeting: Meeting) -> str:
    if meeting.adopted_at is None:
        return say("not_adopted")
    later = meeting.adopted_in
    return say(
        "adopted_by_chair" if later is None else "adopted_in",
        number="" if later is None else parts.number_of(later),
        date=parts.day(meeting.adopted_at),
        digest=meeting.digest[:_SHORT],
    )
