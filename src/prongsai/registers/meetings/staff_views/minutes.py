"""After the meeting: who came, what was said, what was resolved, who adopts it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import UNPROCESSABLE, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import minuting as actions
from prongsai.registers.meetings.forms import meetings as forms
from prongsai.registers.meetings.forms.roll import RollForm
from prongsai.registers.meetings.models import Meeting
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees
from prongsai.registers.meetings.queries import meetings as queries
from prongsai.registers.meetings.staff_views.finding import (
    deed_page,
    managed_item,
    managed_meeting,
    meeting_of,
)
from prongsai.registers.meetings.states import MeetingState


@require_http_methods(["GET", "POST"])
@once
def roll(request: StaffRequest, pk: int) -> HttpResponse:
    """Who came: once to say that it was held, then to correct it."""
    found = managed_meeting(request, pk)
    form = RollForm(
        request.POST or None,
        instance=found,
        members=list(committees.members_on(found.committee, found.day)),
        earlier=queries.attendance(found),
    )
    if request.method == "POST" and form.is_valid():
        _take(request, found, form)
        messages.success(request, _("The attendance is recorded."))
        return redirect(found)
    page = deed_page(found, _("Who came"), _("Record the attendance"))
    context = {"form": form, "page": page, "trail": page.trail, "meeting": found}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "meetings/staff/roll.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def write(request: StaffRequest, pk: int) -> HttpResponse:
    """What was said about one item."""
    item = managed_item(request, pk)
    form = forms.MinutesForm(request.POST or None, instance=item)
    if request.method == "POST" and form.is_valid():
        actions.write(
            item,
            form.cleaned_data["minutes"],
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(item.meeting)
    page = deed_page(
        item.meeting, pgettext("minutes", "What was said"), _("Save"), lead=item.title
    )
    return form_page(request, form, page)


@require_POST
@once
def hand_in(request: StaffRequest, pk: int) -> HttpResponse:
    """The minutes are written."""
    found = managed_meeting(request, pk)
    actions.hand_in(found, by=request.user, at=timezone.now())
    messages.success(request, _("The minutes are handed in. The members are told."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Have the minutes written anew."""
    found = meeting_of(request, pk)
    may = permissions.can_manage(request.user, found.committee, on=today())
    if not may and not permissions.can_adopt(request.user, found, on=today()):
        raise PermissionDenied
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.send_back(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The minutes may be changed again."))
        return redirect(found)
    page = deed_page(found, _("Send the minutes back"), _("Send back"))
    return form_page(request, form, page)


@require_POST
@once
def adopt(request: StaffRequest, pk: int) -> HttpResponse:
    """The chair adopts."""
    found = meeting_of(request, pk)
    actions.adopt(found, by=request.user, at=timezone.now())
    messages.success(
        request, _("The minutes are adopted. Nothing in them changes now.")
    )
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def adopt_in(request: StaffRequest, pk: int) -> HttpResponse:
    """A later meeting adopted."""
    found = managed_meeting(request, pk)
    form = forms.AdoptInForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        later = form.cleaned_data["later"]
        actions.adopt_in(found, later, by=request.user, at=timezone.now())
        messages.success(
            request, _("The minutes are adopted. Nothing in them changes now.")
        )
        return redirect(found)
    page = deed_page(found, _("Adopted in a later meeting"), _("Record the adoption"))
    return form_page(request, form, page)


def _take(request: StaffRequest, meeting: Meeting, form: RollForm) -> None:
    if meeting.state == MeetingState.HELD:
        actions.correct_roll(
            meeting,
            form.roll,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
    else:
        actions.hold(meeting, form.roll, by=request.user, at=timezone.now())
