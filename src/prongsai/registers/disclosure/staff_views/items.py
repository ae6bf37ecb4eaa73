"""One item: its elements, parts and history; who keeps it, what the public reads of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure.actions import items as actions
from prongsai.registers.disclosure.forms.items import AssignForm, ExplainForm
from prongsai.registers.disclosure.staff_views import item_page
from prongsai.registers.disclosure.staff_views.finding import (
    item_of,
    must_keep,
    page_about,
    written_item,
)
from prongsai.registers.disclosure.states import Approval


@require_safe
def item(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything about an item, and what can be done with it now."""
    found = item_of(request, pk)
    context = item_page.item_context(request.user, found, on=today())
    return render(request, "disclosure/staff/item.html", context)


@require_safe
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The item as the public would read it if it were published now."""
    found = item_of(request, pk)
    context = item_page.preview_context(found, on=today())
    return render(request, "disclosure/staff/preview.html", context)


@require_http_methods(["GET", "POST"])
@once
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Who keeps it, until when, and how it becomes public."""
    found = item_of(request, pk)
    must_keep(request)
    form = AssignForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.assign(
            found,
            division=said["division"],
            accountable=said["accountable"],
            due_on=said["due_on"],
            approval=Approval(said["approval"]),
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    return form_page(
        request, form, page_about(found, _("Who keeps this item"), _("Save"))
    )


@require_http_methods(["GET", "POST"])
@once
def explain(request: StaffRequest, pk: int) -> HttpResponse:
    """Why the item is not (wholly) there, for everybody to read."""
    found = written_item(request, pk)
    initial = {"reason_th": found.reason_th, "reason_en": found.reason_en}
    form = ExplainForm(request.POST or None, instance=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.explain(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The public page shows this reason now."))
        return redirect(found)
    note = _("The public reads this on the page of the item.")
    page = page_about(found, _("Public reason"), _("Save"), note=note)
    return form_page(request, form, page)
