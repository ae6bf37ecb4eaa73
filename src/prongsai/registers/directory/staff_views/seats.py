"""Positions: page, adding, editing, moving, abolishing; and who holds them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
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
from prongsai.registers.directory.actions import seats as actions
from prongsai.registers.directory.actions import terms
from prongsai.registers.directory.forms import seats as forms
from prongsai.registers.directory.staff_views import proposing
from prongsai.registers.directory.staff_views.finding import (
    deed_page,
    kept_seat,
    kept_term,
    must_write,
    seat_deed,
    seat_of,
)
from prongsai.registers.directory.staff_views.seat_page import seat_context


@require_safe
def seat(request: StaffRequest, pk: int) -> HttpResponse:
    """One position: where it stands, who holds and held it, its duties."""
    context = seat_context(request.user, seat_of(request, pk), on=today())
    return render(request, "directory/staff/seat.html", context)


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest) -> HttpResponse:
    """A new position; titles are proposed from the type of the office."""
    must_write(request)
    asked = (request.GET.get("kind", ""), request.GET.get("division", ""))
    initial = proposing.initial(request.organisation, *asked)
    form = forms.SeatForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row = actions.add(form.draft, by=request.user, at=timezone.now())
        messages.success(request, _("The position is entered."))
        return redirect(row)
    return form_page(request, form, deed_page(_("New position"), _("Save")))


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Side, kind, titles, place."""
    row = kept_seat(request, pk)
    form = forms.SeatForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        actions.edit(
            row, form.draft, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect("directory:seat", pk=pk)
    return form_page(request, form, seat_deed(row, _("Edit the position"), _("Save")))


@require_POST
@once
def move(request: StaffRequest, pk: int, way: str) -> HttpResponse:
    """One place up or down."""
    row = kept_seat(request, pk)
    actions.move(row, up=way == "up", by=request.user, at=timezone.now())
    return redirect("directory:directory")


@require_http_methods(["GET", "POST"])
@once
def abolish(request: StaffRequest, pk: int) -> HttpResponse:
    """The end of a position."""
    row = kept_seat(request, pk)
    form = forms.AbolishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        actions.abolish(row, on=on, by=request.user, at=timezone.now())
        messages.info(request, _("The position is abolished."))
        return redirect(row)
    page = seat_deed(row, _("Abolish the position"), _("Abolish"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody holds the position from a day on."""
    row = kept_seat(request, pk)
    form = forms.TermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        terms.begin(row, form.draft, by=request.user, at=timezone.now())
        messages.success(request, _("The term is entered."))
        return redirect(row)
    page = seat_deed(row, _("Who holds the position"), _("Save"))
    return form_page(request, form, page)


@require_safe
def term(request: StaffRequest, pk: int) -> HttpResponse:
    """What can be done with a term."""
    row = kept_term(request, pk)
    context = {
        "term": row,
        "corrections": row.corrections.select_related("holder", "corrected_by"),
        "trail": seat_deed(row.seat, _("Term of office"), "").trail,
        "end_url": reverse("directory:term_end", args=[pk]),
        "correct_url": reverse("directory:term_correct", args=[pk]),
        "strike_url": reverse("directory:term_strike", args=[pk]),
    }
    return render(request, "directory/staff/term.html", context)


@require_http_methods(["GET", "POST"])
@once
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """The last day of somebody in a position."""
    row = kept_term(request, pk)
    form = forms.EndTermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        terms.end(row, on=on, by=request.user, at=timezone.now())
        messages.success(request, _("The last day is entered."))
        return redirect(row.seat)
    page = seat_deed(
        row.seat, _("End the term of %(name)s") % {"name": row.holder}, _("Save")
    )
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """A term put right, with the reason."""
    row = kept_term(request, pk)
    form = forms.CorrectTermForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        terms.correct(
            row,
            form.draft,
            reason=form.cleaned_data["reason"],
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(row.seat)
    page = seat_deed(row.seat, _("Correct the term"), _("Save"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def strike(request: StaffRequest, pk: int) -> HttpResponse:
    """A term that never was."""
    row = kept_term(request, pk)
    form = forms.StrikeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        terms.strike(row, reason=reason, by=request.user, at=timezone.now())
        messages.info(request, _("The term is struck and counts no more."))
        return redirect(row.seat)
    page = seat_deed(row.seat, _("Strike a term entered by mistake"), _("Strike"))
    return form_page(request, form, page)
