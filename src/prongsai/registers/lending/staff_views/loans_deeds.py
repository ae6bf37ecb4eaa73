"""Doing something with a loan: check, hand over, take back, chase, extend, close."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending.actions import (
    loans_chasing,
    loans_deciding,
    loans_handling,
    loans_requesting,
    loans_settling,
)
from prongsai.registers.lending.forms.loans_handling import (
    CancelForm,
    ChaseForm,
    CheckForm,
    ExtendForm,
    HandOverForm,
    TakeBackForm,
)
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.staff_views.loans_finding import (
    allowed,
    deed_page,
    handled,
)

ASKS = ["GET", "HEAD", "POST"]
LINES = "lending/staff/loans/lines_form.html"


@require_http_methods(ASKS)
@once
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """Look whether it is there."""
    loan = handled(request, pk)
    form = CheckForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        loans_deciding.check(
            loan, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Checked. Whoever decides has been told."))
        return redirect(loan)
    page = deed_page(loan, _("Check the stock"), _("Checked"), template=LINES)
    return form_page(request, form, page, loan=loan)


@require_http_methods(ASKS)
@once
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the things out, with condition and both names."""
    loan = handled(request, pk)
    start = {"handed_to": loan.borrower_name}
    form = HandOverForm(
        request.POST or None, request.FILES or None, loan=loan, initial=start
    )
    if request.method == "POST" and form.is_valid():
        loans_handling.hand_over(loan, form.given(), by=request.user, at=timezone.now())
        messages.success(request, _("Handed over."))
        return redirect(loan)
    page = deed_page(loan, _("Hand over"), _("Handed over"), template=LINES)
    return form_page(request, form, page, loan=loan)


@require_http_methods(ASKS)
@once
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take things back, with their condition."""
    loan = handled(request, pk)
    start = {"brought_by": loan.borrower_name}
    form = TakeBackForm(
        request.POST or None, request.FILES or None, loan=loan, initial=start
    )
    if request.method == "POST" and form.is_valid():
        loans_handling.take_back(
            loan, form.brought(), by=request.user, at=timezone.now()
        )
        messages.success(request, _("The return is recorded."))
        return redirect(loan)
    page = deed_page(loan, _("Take back"), _("Taken back"), template=LINES)
    return form_page(request, form, page, loan=loan)


@require_http_methods(ASKS)
@once
def chase(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the return was asked for."""
    loan = handled(request, pk)
    form = ChaseForm(request.POST or None, loan=loan, today=today())
    if request.method == "POST" and form.is_valid():
        row = loans_chasing.chase(
            loan, form.knock(), by=request.user, at=timezone.now()
        )
        if row.is_late:
            messages.warning(
                request, _("Recorded, but later than the regulation asks.")
            )
        else:
            messages.success(request, _("Recorded, in time."))
        return redirect(loan)
    page = deed_page(loan, _("Record a chase"), _("Record"))
    return form_page(request, form, page)


@require_POST
@once
def reached(request: StaffRequest, pk: int, contact: int) -> HttpResponse:
    """A borrower on the list was reminded."""
    loan = handled(request, pk)
    row = get_object_or_404(queries.contacts_of(loan), pk=contact)
    loans_chasing.reached(row, by=request.user, at=timezone.now())
    messages.success(request, _("Noted that the borrower was reminded."))
    return redirect("lending:desk")


@require_http_methods(ASKS)
@once
def extend(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask to keep things longer."""
    loan = allowed(request, pk, permissions.can_extend)
    form = ExtendForm(request.POST or None, loan=loan, today=today())
    if request.method == "POST" and form.is_valid():
        loans_deciding.ask_extension(
            loan,
            form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Asked. Whoever decides has been told."))
        return redirect(loan)
    page = deed_page(loan, _("Ask for more time"), _("Send"))
    return form_page(request, form, page)


@require_http_methods(ASKS)
@once
def cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Call it off before it is handed over."""
    loan = allowed(request, pk, permissions.can_cancel)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        loans_requesting.cancel(
            loan,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Cancelled."))
        return redirect(loan)
    page = deed_page(loan, _("Cancel the loan"), _("Cancel the loan"))
    return form_page(request, form, page)


@require_POST
@once
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything is back and whole, or made good."""
    loan = handled(request, pk)
    loans_settling.close(loan, by=request.user, at=timezone.now())
    messages.success(request, _("Closed."))
    return redirect(loan)
