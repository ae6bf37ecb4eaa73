"""Meetings: list, page, planning, calling, and the papers to print."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import planning as actions
from prongsai.registers.meetings.documents import papers
from prongsai.registers.meetings.filters import MeetingFilters
from prongsai.registers.meetings.forms import meetings as forms
from prongsai.registers.meetings.models import Committee
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees
from prongsai.registers.meetings.queries import meetings as queries
from prongsai.registers.meetings.staff_views.finding import (
    deed_page,
    managed_meeting,
    meeting_of,
    meetings_trail,
)
from prongsai.registers.meetings.staff_views.meeting_page import meeting_context
from prongsai.registers.meetings.staff_views.tables import MEETING_COLUMNS
from prongsai.ui import exporting
from prongsai.ui.listing import listing


@require_safe
def meetings(request: StaffRequest) -> HttpResponse:
    """Every meeting of the office."""
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=MeetingFilters,
        columns=MEETING_COLUMNS,
        sort="-day",
        name="meetings",
        caption=_("Meetings"),
        empty=_("No meeting yet."),
    )
    context = {
        "listing": found,
        "can_plan": permissions.can_manage_any(request.user, on=today()),
        "trail": meetings_trail(),
    }
    return found.download or render(request, "meetings/staff/meetings.html", context)


@require_http_methods(["GET", "POST"])
@once
def plan(request: StaffRequest) -> HttpResponse:
    """A new meeting of a committee this person plans for."""
    offered = _plans_for(request)
    initial = {"committee": request.GET.get("committee", "")}
    form = forms.PlanForm(request.POST or None, committees=offered, initial=initial)
    if request.method == "POST" and form.is_valid():
        committee = form.cleaned_data["committee"]
        planned = actions.plan(committee, form.when, by=request.user, at=timezone.now())
        messages.success(request, _("The meeting is planned. Look at its agenda."))
        return redirect(planned)
    trail = meetings_trail((_("Plan a meeting"), ""))
    page = FormPage(
        title=_("Plan a meeting"),
        submit=_("Plan the meeting"),
        trail=trail,
        back=trail[0][1],
    )
    return form_page(request, form, page)


@require_safe
def meeting(request: StaffRequest, pk: int) -> HttpResponse:
    """One meeting: where it stands, its agenda, who came, what was resolved."""
    found = meeting_of(request, pk)
    context = meeting_context(request.user, found, on=today())
    return render(request, "meetings/staff/meeting.html", context)


@require_http_methods(["GET", "POST"])
@once
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Another day, hour or place."""
    found = managed_meeting(request, pk)
    form = forms.WhenForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change(
            found,
            form.when,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Day and place"), _("Save")))


@require_POST
@once
def call(request: StaffRequest, pk: int) -> HttpResponse:
    """Tell the members."""
    found = managed_meeting(request, pk)
    actions.call(found, by=request.user, at=timezone.now())
    messages.success(request, _("The members are called."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def put_off(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the call back."""
    found = managed_meeting(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.put_off(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The meeting is put off. Set a new day."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Put off"), _("Put off")))


@require_http_methods(["GET", "POST"])
@once
def cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the meeting up."""
    found = managed_meeting(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.cancel(found, reason=reason, by=request.user, at=timezone.now())
        messages.info(request, _("The meeting is cancelled."))
        return redirect(found)
    page = deed_page(found, _("Cancel the meeting"), _("Cancel the meeting"))
    return form_page(request, form, page)


@require_safe
def paper(request: StaffRequest, pk: int, *, kind: str, ending: str) -> HttpResponse:
    """Invitation, attendance sheet or minutes, to print or to work on."""
    found = meeting_of(request, pk)
    document = papers.MEETING_PAPERS[kind](found, office=request.organisation)
    content, content_type = papers.painted(document, ending=ending, on=today())
    name = f"meeting-{kind}.{ending}"
    return exporting.answer(content, content_type=content_type, name=name)


def _plans_for(request: StaffRequest) -> list[Committee]:
    rows = committees.visible_to(request.user).filter(dissolved_on=None)
    found = [
        row for row in rows if permissions.can_manage(request.user, row, on=today())
    ]
    if not found and not permissions.can_manage_any(request.user, on=today()):
        raise PermissionDenied
    return found
