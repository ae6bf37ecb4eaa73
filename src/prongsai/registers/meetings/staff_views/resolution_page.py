"""What the page of a resolution shows, and what may be done with it."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Resolution
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.staff_views.finding import resolutions_trail
from prongsai.registers.meetings.staff_views.tables import resolution_state
from prongsai.registers.meetings.states import MeetingState, ResolutionState
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date


def resolution_context(
    user: User, resolution: Resolution, *, on: date
) -> dict[str, object]:
    """Return everything the page of a resolution shows."""
    return {
        "resolution": resolution,
        "state": resolution_state(resolution),
        "trail": resolutions_trail((str(resolution), "")),
        "facts": list(_facts(resolution)),
        "deeds": list(_deeds(user, resolution, on=on)),
    }


def _facts(row: Resolution) -> Iterator[tuple[str, object]]:
    yield _("Committee"), row.meeting.committee
    yield _("Meeting"), f"{row.meeting}, {short_date(row.meeting.day)}"
    yield _("Item of the agenda"), row.item.title
    if row.division is not None:
        yield _("Responsible division"), row.division
    if row.accountable is not None:
        yield _("Accountable person"), row.accountable
    if row.due_on is not None:
        yield _("Due on"), short_date(row.due_on)
    if row.done_on is not None:
        yield _("Done on"), short_date(row.done_on)
    if row.note:
        yield _("Note"), row.note


def _deeds(user: User, row: Resolution, *, on: date) -> Iterator[Deed]:
    manages = permissions.can_manage(user, row.meeting.committee, on=on)
    is_open = row.state == ResolutionState.OPEN
    is_written = row.meeting.state == MeetingState.HELD
    if is_open and permissions.can_settle(user, row, on=on):
        yield _to("finish", row, _("It is done"), kind="primary", icon="check")
    if not manages:
        return
    if is_written:
        yield _to("edit", row, _("Correct the resolution"), icon="edit")
        url = reverse("meetings:resolution_strike", args=[row.pk])
        yield Deed(label=_("Take out"), href=url, kind="quiet", is_post=True)
    if is_open:
        yield _to("drop", row, _("Give it up"), kind="quiet")
    elif row.accountable is not None:
        yield _to("reopen", row, _("Open it again"))


def _to(
    name: str, row: Resolution, label: str, *, kind: str = "secondary", icon: str = ""
) -> Deed:
    url = reverse(f"meetings:resolution_{name}", args=[row.pk])
    return Deed(label=label, href=url, kind=kind, icon=icon)
