"""Deciding: on a loan, an extension, a settlement; and settling damage step by step."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending.actions import loans_deciding, loans_settling
from prongsai.registers.lending.forms.loans_deciding import (
    DecideForm,
    SettleForm,
    WordForm,
)
from prongsai.registers.lending.forms.loans_handling import (
    FindingsForm,
    HearingForm,
    ProofForm,
)
from prongsai.registers.lending.models import Extension, Loan, Settlement
from prongsai.registers.lending.staff_views.loan_page import borrower_facts, facts
from prongsai.registers.lending.staff_views.loans_finding import (
    decided,
    deed_page,
    handled,
)
from prongsai.registers.lending.states.loans import ExtensionState
from prongsai.ui.writing import short_date

ASKS = ["GET", "HEAD", "POST"]
DECISION = "lending/staff/loans/decide.html"


@require_http_methods(ASKS)
@once
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Yes, yes in part, or no, with the reasons."""
    loan = decided(request, pk)
    form = DecideForm(request.POST or None, loan=loan)
    if request.method == "POST" and form.is_valid():
        by, at = request.user, timezone.now()
        if form.refuses:
            loans_deciding.refuse(loan, form.word(), by=by, at=at)
            messages.success(request, _("Refused. Print the notice for the borrower."))
        else:
            loans_deciding.approve(loan, form.quantities(), form.word(), by=by, at=at)
            messages.success(request, _("Approved."))
        return redirect(loan)
    page = deed_page(loan, _("Decide"), _("Approve"), template=DECISION)
    return form_page(request, form, page, **_shown(loan))


@require_http_methods(ASKS)
@once
def decide_extension(request: StaffRequest, pk: int) -> HttpResponse:
    """Yes or no to a later due date."""
    loan = decided(request, pk)
    asked = _open_extension(loan)
    form = WordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        deed = (
            loans_deciding.refuse_extension
            if form.refuses
            else loans_deciding.grant_extension
        )
        deed(asked, form.word(), by=request.user, at=timezone.now())
        messages.success(request, _("Decided."))
        return redirect(loan)
    lead = _("Until %(day)s: %(reason)s") % {
        "day": short_date(asked.until),
        "reason": asked.reason,
    }
    page = deed_page(
        loan, _("Decide on the extension"), _("Grant"), lead=lead, template=DECISION
    )
    return form_page(request, form, page, **_shown(loan))


@require_http_methods(ASKS)
@once
def open_settlement(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what is damaged or lost."""
    loan = handled(request, pk)
    form = FindingsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        loans_settling.open_settlement(
            loan,
            findings=form.cleaned_data["findings"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Opened. The borrower may answer now."))
        return redirect(loan)
    page = deed_page(loan, _("Open a settlement"), _("Open"))
    return form_page(request, form, page)


@require_http_methods(ASKS)
@once
def hear(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what the borrower says to it."""
    loan = handled(request, pk)
    settlement = _settlement(loan)
    form = HearingForm(request.POST or None, settlement=settlement, today=today())
    if request.method == "POST" and form.is_valid():
        loans_settling.hear(settlement, form.said(), by=request.user, at=timezone.now())
        messages.success(request, _("Recorded. Whoever decides has been told."))
        return redirect(loan)
    lead = _("Found: %(findings)s The borrower may answer until %(day)s.") % {
        "findings": settlement.findings,
        "day": short_date(settlement.answer_by),
    }
    page = deed_page(loan, _("Record the answer"), _("Record"), lead=lead)
    return form_page(request, form, page)


@require_http_methods(ASKS)
@once
def decide_settlement(request: StaffRequest, pk: int) -> HttpResponse:
    """How it is made good."""
    loan = decided(request, pk)
    settlement = _settlement(loan)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        loans_settling.decide_settlement(
            settlement,
            form.terms(),
            form.word(),
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Decided."))
        return redirect(loan)
    said = (
        _("No answer came in time.") if settlement.was_silent else settlement.statement
    )
    lead = f"{settlement.findings} · {said}"
    page = deed_page(
        loan, _("Decide on the settlement"), _("Decide"), lead=lead, template=DECISION
    )
    more = _shown(loan) | {"only_yes": True}
    return form_page(request, form, page, **more)


@require_http_methods(ASKS)
@once
def fulfil(request: StaffRequest, pk: int) -> HttpResponse:
    """It was made good, by this proof."""
    loan = handled(request, pk)
    form = ProofForm(request.POST or None)
    settlement = _settlement(loan)
    if request.method == "POST" and form.is_valid():
        loans_settling.fulfil(
            settlement,
            proof=form.cleaned_data["proof"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Recorded."))
        return redirect(loan)
    page = deed_page(loan, _("Confirm it was made good"), _("Confirm"))
    return form_page(request, form, page)


def _shown(loan: Loan) -> dict[str, object]:
    return {"loan": loan, "facts": facts(loan), "borrower_facts": borrower_facts(loan)}


def _open_extension(loan: Loan) -> Extension:
    for asked in loan.extensions.all():
        if asked.state == ExtensionState.ASKED:
            return asked
    raise Http404


def _settlement(loan: Loan) -> Settlement:
    found = getattr(loan, "settlement", None)
    if not isinstance(found, Settlement):
        raise Http404
    return found
