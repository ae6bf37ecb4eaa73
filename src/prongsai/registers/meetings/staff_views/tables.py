"""The columns of the lists of this register, and the tables on its pages."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from prongsai.registers.meetings.models import (
    Addressee,
    Attendance,
    Circular,
    Committee,
    Meeting,
    Member,
    Presence,
    Resolution,
)
from prongsai.registers.meetings.states import (
    CIRCULAR_TONES,
    MEETING_TONES,
    RESOLUTION_TONES,
    CircularState,
    MeetingState,
    ResolutionState,
)
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.writing import short_date, short_moment

PRESENCE_TONES: dict[Presence, Tone] = {
    Presence.PRESENT: "ok",
    Presence.REPRESENTED: "info",
    Presence.EXCUSED: "plain",
    Presence.ABSENT: "warn",
}


def name_cell(row: Meeting | Committee | Circular) -> Cell:
    """The name of a row, with the way to its page."""
    return Cell(str(row), href=row.get_absolute_url())


def text_cell(row: Resolution) -> Cell:
    """The beginning of a resolution, with the way to its page."""
    return Cell(str(row), href=row.get_absolute_url(), value=row.text)


def meeting_state(meeting: Meeting) -> Cell:
    """The state of a meeting as a badge."""
    state = MeetingState(meeting.state)
    return Cell(str(state.label), tone=MEETING_TONES[state])


def resolution_state(row: Resolution) -> Cell:
    """The state of a resolution as a badge; overdue shows before all else."""
    state = ResolutionState(row.state)
    if row.is_overdue(on=timezone.localdate()):
        return Cell(pgettext("resolution", "Overdue"), tone="bad", value=state.label)
    return Cell(str(state.label), tone=RESOLUTION_TONES[state])


def circular_state(row: Circular) -> Cell:
    """The state of a circular as a badge."""
    state = CircularState(row.state)
    return Cell(str(state.label), tone=CIRCULAR_TONES[state])


def committee_state(row: Committee) -> Cell:
    """Whether a committee still works."""
    if row.dissolved_on is None:
        return Cell(pgettext("committee", "At work"), tone="ok")
    return Cell(pgettext("committee", "Dissolved"), tone="plain")


def acknowledged_cell(row: Circular) -> str:
    """How many of how many have acknowledged."""
    if not row.asks_acknowledgement or row.number is None:
        return "–"
    return f"{getattr(row, 'acknowledged', 0)} / {getattr(row, 'addressed', 0)}"


COMMITTEE_COLUMNS = (
    Column("title", gettext_lazy("Committee"), sort="title", value=name_cell),
    Column("made_at", gettext_lazy("Entered on"), sort="made_at"),
    Column("dissolved_on", gettext_lazy("Dissolved on"), sort="dissolved_on"),
    Column("state", gettext_lazy("State"), value=committee_state),
)

MEETING_COLUMNS = (
    Column("number", gettext_lazy("Meeting"), sort="year number", value=name_cell),
    Column("committee", gettext_lazy("Committee"), sort="committee__title"),
    Column("day", gettext_lazy("Date"), sort="day begins"),
    Column("begins", gettext_lazy("Begins at"), value=lambda m: f"{m.begins:%H:%M}"),
    Column("place", gettext_lazy("Place"), value=lambda m: m.place or m.online),
    Column("state", gettext_lazy("State"), sort="state", value=meeting_state),
)

RESOLUTION_COLUMNS = (
    Column("text", gettext_lazy("Resolution"), value=text_cell),
    Column("meeting", gettext_lazy("Meeting"), sort="meeting__day"),
    Column("division", gettext_lazy("Responsible division"), sort="division__order"),
    Column(
        "accountable",
        gettext_lazy("Accountable person"),
        sort="accountable__first_name",
    ),
    Column("due_on", gettext_lazy("Due on"), sort="due_on"),
    Column("done_on", gettext_lazy("Done on"), sort="done_on", shown=False),
    Column("note", gettext_lazy("Note"), shown=False),
    Column("state", gettext_lazy("State"), sort="state", value=resolution_state),
)

CIRCULAR_COLUMNS = (
    Column("number", gettext_lazy("Number"), sort="year number", value=name_cell),
    Column("subject", gettext_lazy("Subject"), sort="subject"),
    Column("sent_at", gettext_lazy("Sent on"), sort="sent_at"),
    Column("due_on", gettext_lazy("Acknowledge by"), sort="due_on"),
    Column("acknowledged", gettext_lazy("Acknowledged"), value=acknowledged_cell),
    Column("state", gettext_lazy("State"), sort="state", value=circular_state),
)


def members_table(members: Iterable[Member], urls: dict[int, str]) -> Table:
    """The members of an order; names lead to where they are corrected."""
    columns = [
        Column("name", _("Name")),
        Column("position", _("Position")),
        Column("role", _("Role")),
        Column("duties", _("Duties")),
        Column("from", _("From")),
        Column("to", _("To")),
        *([Column("leave", _("Last day"))] if urls else []),
    ]
    rows = [
        Row(
            cells=[
                Cell(m.name, href=urls.get(m.pk, "")),
                m.position,
                m.get_role_display(),
                m.duties,
                short_date(m.starts_on),
                "" if m.ends_on is None else short_date(m.ends_on),
                *([_leaving(m)] if urls else []),
            ]
        )
        for m in members
    ]
    empty = _("Nobody is entered yet.")
    return Table(_("Members of the committee"), columns=columns, rows=rows, empty=empty)


def _leaving(member: Member) -> Cell:
    """The way to note the last day of a member who is still there."""
    if member.ends_on is not None:
        return Cell("")
    href = reverse("meetings:member_end", args=[member.pk])
    return Cell(_("A member leaves"), href=href)


def attendance_table(rows: Iterable[Attendance]) -> Table:
    """Who came to a meeting."""
    columns = [
        Column("name", _("Name")),
        Column("position", _("Position")),
        Column("presence", _("Presence")),
        Column("arrived", _("Came at")),
        Column("more", _("Note")),
    ]
    cells = [
        Row(
            cells=[
                row.name,
                row.position,
                _presence(row),
                "" if row.arrived is None else f"{row.arrived:%H:%M}",
                row.stand_in or row.reason,
            ]
        )
        for row in rows
    ]
    return Table(_("Attendance"), columns=columns, rows=cells)


def addressees_table(rows: Iterable[Addressee], *, asks: bool) -> Table:
    """To whom a circular was sent, and how it stands with each."""
    columns = [
        Column("person", _("Name")),
        Column("division", _("Division")),
        Column("read", pgettext("circular", "Opened on")),
        Column("state", _("Acknowledged") if asks else _("State")),
    ]
    cells = [
        Row(
            cells=[
                str(row.person),
                str(row.division or "–"),
                "–" if row.read_at is None else short_moment(row.read_at),
                _acknowledgement(row, asks=asks),
            ]
        )
        for row in rows
    ]
    return Table(_("Addressees"), columns=columns, rows=cells)


def _presence(row: Attendance) -> Cell:
    if row.member_id is None:
        return Cell(pgettext("attendance", "Guest"), tone="plain")
    presence = Presence(row.presence)
    return Cell(str(presence.label), tone=PRESENCE_TONES[presence])


def _acknowledgement(row: Addressee, *, asks: bool) -> Cell:
    if not asks:
        seen = row.read_at is not None
        label = pgettext("circular", "opened") if seen else _("not opened yet")
        return Cell(label, tone="ok" if seen else "plain")
    if row.acknowledged_at is None:
        return Cell(pgettext("circular", "not yet"), tone="warn")
    return Cell(short_moment(row.acknowledged_at), tone="ok")
