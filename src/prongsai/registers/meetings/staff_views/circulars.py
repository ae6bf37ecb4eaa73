"""Circulars: list, page, writing, sending, acknowledging, reminding, ending."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import circulars as actions
from prongsai.registers.meetings.documents import papers
from prongsai.registers.meetings.filters import CircularFilters
from prongsai.registers.meetings.forms.circulars import CircularForm
from prongsai.registers.meetings.forms.meetings import ReasonForm
from prongsai.registers.meetings.permissions import circulars as permissions
from prongsai.registers.meetings.queries import circulars as queries
from prongsai.registers.meetings.staff_views.circular_page import circular_context
from prongsai.registers.meetings.staff_views.finding import (
    circular_of,
    circulars_trail,
    deed_page,
    managed_circular,
)
from prongsai.registers.meetings.staff_views.tables import CIRCULAR_COLUMNS
from prongsai.ui import exporting
from prongsai.ui.listing import listing


@require_safe
def circulars(request: StaffRequest) -> HttpResponse:
    """Every circular this person may see."""
    found = listing(
        request,
        queries.visible_to(request.user, on=today()),
        filters=CircularFilters,
        columns=CIRCULAR_COLUMNS,
        sort="-pk",
        name="circulars",
        caption=_("Circulars"),
        empty=_("No circular has come for you yet."),
    )
    context = {
        "listing": found,
        "can_write": permissions.can_write(request.user, on=today()),
        "trail": circulars_trail(),
    }
    return found.download or render(request, "meetings/staff/circulars.html", context)


@require_http_methods(["GET", "POST"])
@once
def draft(request: StaffRequest) -> HttpResponse:
    """Write a circular."""
    if not permissions.can_write(request.user, on=today()):
        raise PermissionDenied
    form = CircularForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        written = actions.draft(form.circular, by=request.user, at=timezone.now())
        messages.success(request, _("The circular is written. Read it and send it."))
        return redirect(written)
    trail = circulars_trail((_("New circular"), ""))
    page = FormPage(
        title=_("New circular"), submit=_("Save"), trail=trail, back=trail[0][1]
    )
    return form_page(request, form, page)


@require_safe
def circular(request: StaffRequest, pk: int) -> HttpResponse:
    """One circular; that an addressee opened it is noted once."""
    found = circular_of(request, pk)
    actions.open_copy(found, by=request.user, at=timezone.now())
    context = circular_context(request.user, found, on=today())
    return render(request, "meetings/staff/circular.html", context)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change it before it is sent."""
    found = managed_circular(request, pk)
    form = CircularForm(request.POST or None, request.FILES or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.circular,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    return form_page(request, form, deed_page(found, _("Edit"), _("Save")))


@require_POST
@once
def send(request: StaffRequest, pk: int) -> HttpResponse:
    """Send it round."""
    found = managed_circular(request, pk)
    sent = actions.send(found, by=request.user, at=timezone.now())
    count = queries.counts(sent).addressed
    words = ngettext(
        "The circular is sent to %(count)s person.",
        "The circular is sent to %(count)s people.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(found)


@require_POST
@once
def acknowledge(request: StaffRequest, pk: int) -> HttpResponse:
    """I have read it."""
    found = circular_of(request, pk)
    actions.acknowledge(found, by=request.user, at=timezone.now())
    messages.success(request, _("Thank you. Your acknowledgement is recorded."))
    return redirect(found)


@require_POST
@once
def remind(request: StaffRequest, pk: int) -> HttpResponse:
    """Tell who has not acknowledged yet."""
    found = managed_circular(request, pk)
    count = actions.remind(found, by=request.user, at=timezone.now())
    words = ngettext(
        "%(count)s person is reminded.", "%(count)s people are reminded.", count
    )
    messages.success(request, words % {"count": count})
    return redirect(found)


@require_POST
@once
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """End the round."""
    found = managed_circular(request, pk)
    actions.close(found, by=request.user, at=timezone.now())
    messages.success(request, _("The circular is closed. The counts stand."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take it back."""
    found = managed_circular(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.withdraw(found, reason=reason, by=request.user, at=timezone.now())
        messages.info(request, _("The circular is withdrawn."))
        return redirect(found)
    page = deed_page(
        found, pgettext("circular", "Withdraw"), pgettext("circular", "Withdraw")
    )
    return form_page(request, form, page)


@require_safe
def acknowledgements(request: StaffRequest, pk: int) -> HttpResponse:
    """The list of acknowledgements, to print: all, or of the own division."""
    found = circular_of(request, pk)
    rows = queries.addressees_seen_by(request.user, found, on=today())
    content = papers.acknowledgements_pdf(
        found, list(rows), office=request.organisation, on=today()
    )
    return exporting.answer(
        content, content_type=papers.PDF, name="acknowledgements.pdf"
    )
