"""Before a meeting: the invitation with its agenda, and the sheet to sign on."""

from collections.abc import Iterator

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Signature,
    Style,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.meetings.documents import parts
from prongsai.registers.meetings.documents.wording import role, say
from prongsai.registers.meetings.models import Meeting, MemberRole
from prongsai.registers.meetings.queries import committees, meetings

_SHEET_WIDTHS = (1.2, 5, 5, 3.6, 5, 2, 3)
_GUEST_WIDTHS = (1.2, 6, 6, 6, 2.4)
_GUEST_LINES = 5


def invitation(meeting: Meeting, *, office: Organisation) -> Document:
    """Return the letter that calls the members, with the agenda."""
    title = say(
        "invitation_subject",
        committee=meeting.committee.title,
        number=parts.number_of(meeting),
    )
    return parts.whole(title, _letter(meeting, office, title))


def _letter(meeting: Meeting, office: Organisation, title: str) -> Iterator[Block]:
    yield Heading(level=1, text=say("invitation_title"))
    yield parts.centred(OFFICIAL.text(office.name_th))
    yield Paragraph(label=say("subject"), text=title, style=Style.LINE)
    yield Paragraph(label=say("to"), text=say("invitation_to"), style=Style.LINE)
    yield Paragraph(
        text=say(
            "invitation_body",
            office=office.name_th,
            committee=meeting.committee.title,
            number=parts.number_of(meeting),
            date=parts.day(meeting.day),
            hour=parts.hour(meeting.begins),
            where=parts.where(meeting),
        )
    )
    if meeting.subject:
        yield Paragraph(text=say("invitation_subject_more", subject=meeting.subject))
    yield Paragraph(text=say("invitation_closing"))
    yield from _secretary(meeting)
    yield Heading(level=2, text=say("agenda_heading"))
    yield from _agenda(meeting)


def _agenda(meeting: Meeting) -> Iterator[Block]:
    for each in meetings.agenda(meeting):
        is_top = each.item.under_id is None
        text = (
            say("agenda_item", number=each.number, title=each.item.title)
            if is_top
            else OFFICIAL.text(f"{each.number} {each.item.title}")
        )
        yield Paragraph(text=text, style=Style.LINE if is_top else Style.BODY)
        yield from parts.paragraphs(each.item.text)


def _secretary(meeting: Meeting) -> Iterator[Block]:
    for member in committees.members_on(meeting.committee, meeting.day):
        if member.role == MemberRole.SECRETARY:
            yield Signature(name=member.name, position=role(member.role))
            return


def sheet(meeting: Meeting, *, office: Organisation) -> Document:
    """Return the sheet everybody signs who comes."""
    title = say("sheet_title", committee=meeting.committee.title)
    return parts.whole(
        title, _sheet(meeting, office, title), orientation=Orientation.LANDSCAPE
    )


def _sheet(meeting: Meeting, office: Organisation, title: str) -> Iterator[Block]:
    yield Heading(level=1, text=title)
    yield parts.centred(OFFICIAL.text(office.name_th))
    yield parts.centred(
        say(
            "sheet_under",
            number=parts.number_of(meeting),
            date=parts.day(meeting.day),
            hour=parts.hour(meeting.begins),
            where=parts.where(meeting),
        )
    )
    members = committees.members_on(meeting.committee, meeting.day)
    rows = [
        (str(n), m.name, m.position, role(m.role), "", "", "")
        for n, m in enumerate(members, 1)
    ]
    if rows:
        yield parts.table(title, "sheet_columns", rows, widths=_SHEET_WIDTHS)
    yield Heading(level=2, text=say("guests_heading"))
    empty = [(str(n), "", "", "", "") for n in range(1, _GUEST_LINES + 1)]
    caption = say("guests_heading")
    yield parts.table(caption, "sheet_guest_columns", empty, widths=_GUEST_WIDTHS)
