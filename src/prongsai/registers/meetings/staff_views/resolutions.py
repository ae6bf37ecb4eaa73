"""Resolutions: the list, one of them, writing them down, saying what became of them."""

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
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import resolving as actions
from prongsai.registers.meetings.filters import ResolutionFilters
from prongsai.registers.meetings.forms import meetings as forms
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import resolutions as queries
from prongsai.registers.meetings.staff_views.finding import (
    deed_page,
    managed_item,
    managed_resolution,
    resolution_of,
    resolutions_trail,
)
from prongsai.registers.meetings.staff_views.resolution_page import (
    resolution_context,
)
from prongsai.registers.meetings.staff_views.tables import RESOLUTION_COLUMNS
from prongsai.ui.listing import listing


@require_safe
def resolutions(request: StaffRequest) -> HttpResponse:
    """Every resolution of the office."""
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=ResolutionFilters,
        columns=RESOLUTION_COLUMNS,
        sort="-pk",
        name="resolutions",
        caption=_("Resolutions"),
        empty=_("No resolution yet."),
    )
    context = {"listing": found, "trail": resolutions_trail()}
    return found.download or render(request, "meetings/staff/resolutions.html", context)


@require_safe
def resolution(request: StaffRequest, pk: int) -> HttpResponse:
    """One resolution: whose it is, by when, what became of it."""
    row = resolution_of(request, pk)
    context = resolution_context(request.user, row, on=today())
    return render(request, "meetings/staff/resolution.html", context)


@require_http_methods(["GET", "POST"])
@once
def resolve(request: StaffRequest, pk: int) -> HttpResponse:
    """A resolution under an item of the agenda."""
    item = managed_item(request, pk)
    form = forms.ResolutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.resolve(item, form.resolution, by=request.user, at=timezone.now())
        messages.success(request, _("The resolution is written down."))
        return redirect(item.meeting)
    page = deed_page(item.meeting, _("Add a resolution"), _("Save"), lead=item.title)
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def reword(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a resolution before the minutes are handed in."""
    row = managed_resolution(request, pk)
    form = forms.ResolutionForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.reword(
            row,
            form.resolution,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(row)
    page = deed_page(row, _("Correct the resolution"), _("Save"))
    return form_page(request, form, page)


@require_POST
@once
def strike(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it out of the minutes."""
    row = managed_resolution(request, pk)
    actions.strike(row, by=request.user, at=timezone.now())
    messages.info(request, _("The resolution is taken out."))
    return redirect(row.meeting)


@require_http_methods(["GET", "POST"])
@once
def finish(request: StaffRequest, pk: int) -> HttpResponse:
    """It is carried out."""
    row = resolution_of(request, pk)
    if not permissions.can_settle(request.user, row, on=today()):
        raise PermissionDenied
    form = forms.FinishForm(request.POST or None, initial={"done_on": today()})
    if request.method == "POST" and form.is_valid():
        actions.finish(row, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The resolution is carried out."))
        return redirect(row)
    return form_page(request, form, deed_page(row, _("It is done"), _("It is done")))


@require_http_methods(["GET", "POST"])
@once
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    """It is given up."""
    row = managed_resolution(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.drop(row, reason=reason, by=request.user, at=timezone.now())
        messages.info(request, _("The resolution is given up."))
        return redirect(row)
    return form_page(request, form, deed_page(row, _("Give it up"), _("Give it up")))


@require_http_methods(["GET", "POST"])
@once
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """It was not done after all."""
    row = managed_resolution(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reopen(row, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The resolution is open again."))
        return redirect(row)
    return form_page(
        request,
        form,
        deed_page(row, _("Open the resolution again"), _("Open it again")),
    )
