"""The agenda of a meeting: items added, changed, moved, taken off."""

from typing import Literal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import planning as actions
from prongsai.registers.meetings.forms import meetings as forms
from prongsai.registers.meetings.staff_views.finding import (
    deed_page,
    managed_item,
    managed_meeting,
)


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A new item, or a matter under one."""
    meeting = managed_meeting(request, pk)
    form = forms.ItemForm(
        request.POST or None,
        request.FILES or None,
        meeting=meeting,
        initial={"under": request.GET.get("under", "")},
    )
    if request.method == "POST" and form.is_valid():
        actions.add_item(meeting, form.item, by=request.user, at=timezone.now())
        messages.success(request, _("The item is on the agenda."))
        return redirect(meeting)
    return form_page(request, form, deed_page(meeting, _("Add an item"), _("Add")))


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Title, text and papers of an item."""
    item = managed_item(request, pk)
    form = forms.ItemForm(
        request.POST or None,
        request.FILES or None,
        meeting=item.meeting,
        instance=item,
    )
    if request.method == "POST" and form.is_valid():
        actions.edit_item(
            item,
            form.item,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(item.meeting)
    page = deed_page(item.meeting, _("Edit an item"), _("Save"))
    return form_page(request, form, page)


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it off the agenda."""
    item = managed_item(request, pk)
    actions.remove_item(item, by=request.user, at=timezone.now())
    messages.info(request, _("The item is off the agenda."))
    return redirect(item.meeting)


@require_POST
@once
def move(request: StaffRequest, pk: int, way: Literal["up", "down"]) -> HttpResponse:
    """One place up or down."""
    item = managed_item(request, pk)
    actions.move_item(item, way, by=request.user, at=timezone.now())
    return redirect(item.meeting)
