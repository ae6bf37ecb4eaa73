"""What the page of a meeting shows: where it stands, agenda, attendance, what is next."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Meeting
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees, files
from prongsai.registers.meetings.queries import meetings as queries
from prongsai.registers.meetings.staff_views.finding import meetings_trail
from prongsai.registers.meetings.staff_views.tables import (
    attendance_table,
    meeting_state,
    resolution_state,
)
from prongsai.registers.meetings.states import MeetingState
from prongsai.ui.deeds import Deed
from prongsai.ui.steps import Step
from prongsai.ui.writing import short_date, short_moment

_ORDER = (
    MeetingState.PLANNED,
    MeetingState.CALLED,
    MeetingState.HELD,
    MeetingState.MINUTED,
    MeetingState.ADOPTED,
)
OPEN_AGENDA = (MeetingState.PLANNED, MeetingState.CALLED)


def meeting_context(user: User, meeting: Meeting, *, on: date) -> dict[str, object]:
    """Return everything the page of a meeting shows."""
    manages = permissions.can_manage(user, meeting.committee, on=on)
    state = MeetingState(meeting.state)
    took_place = state in queries.TOOK_PLACE
    members = len(committees.members_on(meeting.committee, meeting.day))
    return {
        "meeting": meeting,
        "state": meeting_state(meeting),
        "trail": meetings_trail((str(meeting), "")),
        "steps": _steps(meeting),
        "facts": list(_facts(meeting)),
        "agenda": _agenda(meeting),
        "attendance": attendance_table(queries.attendance(meeting))
        if took_place
        else None,
        "quorum": queries.quorum(members, 0, on=meeting.day),
        "took_place": took_place,
        "edits_agenda": manages and state in OPEN_AGENDA,
        "writes": manages and state == MeetingState.HELD,
        "deeds": list(_deeds(user, meeting, manages=manages, on=on)),
        "papers": list(_papers(meeting)),
    }


def _agenda(meeting: Meeting) -> list[dict[str, object]]:
    found = queries.agenda(meeting)
    papers = files.of_all([each.item for each in found])
    return [
        {
            "number": each.number,
            "item": each.item,
            "files": papers.get(each.item.pk, []),
            "resolutions": [
                {"row": row, "state": resolution_state(row)}
                for row in each.item.resolutions.all()
            ],
        }
        for each in found
    ]


def _steps(meeting: Meeting) -> list[Step]:
    if meeting.state == MeetingState.CANCELLED:
        return []
    now = _ORDER.index(MeetingState(meeting.state))
    last = len(_ORDER) - 1
    return [
        Step(
            label=str(state.label),
            state="done"
            if n < now or n == now == last
            else ("now" if n == now else "next"),
            note=short_date(meeting.day) if state == MeetingState.HELD else "",
        )
        for n, state in enumerate(_ORDER)
    ]


def _facts(meeting: Meeting) -> Iterator[tuple[str, object]]:
    yield _("Committee"), meeting.committee
    if meeting.subject:
        yield pgettext("meeting", "What it is about"), meeting.subject
    hours = f"{meeting.begins:%H:%M}"
    if meeting.ends is not None:
        hours = f"{hours}–{meeting.ends:%H:%M}"
    yield _("Date"), f"{short_date(meeting.day)}, {hours}"
    if meeting.place:
        yield _("Place"), meeting.place
    if meeting.online:
        yield _("Online"), meeting.online
    if meeting.remark:
        yield _("Reason"), meeting.remark
    if meeting.adopted_at is not None:
        how = meeting.adopted_in or pgettext("minutes", "by the chair")
        yield _("Adopted"), f"{how}, {short_moment(meeting.adopted_at)}"
        yield _("Digest"), meeting.digest


def _deeds(user: User, meeting: Meeting, *, manages: bool, on: date) -> Iterator[Deed]:
    state = MeetingState(meeting.state)
    if state == MeetingState.MINUTED:
        yield from _adopting(user, meeting, manages=manages, on=on)
    if not manages:
        return
    if state == MeetingState.PLANNED:
        ask = _("The meeting gets its number and every member is told.")
        yield _post("call", meeting, _("Call the members"), ask=ask, icon="send")
        yield _to("change", meeting, _("Day and place"), icon="edit")
    if state == MeetingState.CALLED:
        kind = "primary" if meeting.day <= on else "secondary"
        yield _to("roll", meeting, _("Record the attendance"), kind=kind, icon="people")
        yield _to("put_off", meeting, _("Put off"), kind="quiet")
    if state == MeetingState.HELD:
        ask = _("The members are told, and who has a resolution to carry out.")
        yield _post("hand_in", meeting, _("Hand the minutes in"), ask=ask, icon="check")
        yield _to("roll", meeting, _("Correct the attendance"), icon="people")
    if state in OPEN_AGENDA:
        yield _to("cancel", meeting, _("Cancel the meeting"), kind="quiet")


def _adopting(
    user: User, meeting: Meeting, *, manages: bool, on: date
) -> Iterator[Deed]:
    adopts = permissions.can_adopt(user, meeting, on=on)
    if adopts:
        ask = _("From then on nothing in the minutes can be changed.")
        yield _post("adopt", meeting, _("Adopt the minutes"), ask=ask, icon="check")
    if manages:
        yield _to("adopt_in", meeting, _("Adopted in a later meeting"), icon="check")
    if adopts or manages:
        yield _to("send_back", meeting, _("Send the minutes back"), kind="quiet")


def _papers(meeting: Meeting) -> Iterator[Deed]:
    kinds = [
        ("invitation", _("Invitation and agenda")),
        ("sheet", _("Attendance sheet")),
    ]
    if meeting.state in queries.TOOK_PLACE:
        kinds.append(("minutes", _("Minutes")))
    for kind, label in kinds:
        for ending in ("pdf", "docx"):
            url = reverse("meetings:meeting_paper", args=[meeting.pk, kind, ending])
            yield Deed(label=f"{label} ({ending.upper()})", href=url)


def _to(
    name: str, meeting: Meeting, label: str, *, kind: str = "secondary", icon: str = ""
) -> Deed:
    url = reverse(f"meetings:meeting_{name}", args=[meeting.pk])
    return Deed(label=label, href=url, kind=kind, icon=icon)


def _post(name: str, meeting: Meeting, label: str, *, ask: str, icon: str) -> Deed:
    url = reverse(f"meetings:meeting_{name}", args=[meeting.pk])
    return Deed(
        label=label, href=url, kind="primary", icon=icon, is_post=True, confirm=ask
    )
