"""Borrowing without an account: what there is, the request, following it, calling it off."""

import secrets

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.organisations.http import OfficeRequest, address_of
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions import loans_knocking as knocking
from prongsai.registers.lending.actions import loans_requesting as actions
from prongsai.registers.lending.forms.loans_request import (
    Choice,
    DaysForm,
    PublicRequestForm,
    initial_of,
    picked,
)
from prongsai.registers.lending.forms.loans_tracking import TrackForm
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.availability import lendable
from prongsai.registers.lending.queries.picking import shelves
from prongsai.registers.lending.queries.public import (
    borrower_steps,
    can_be_called_off,
    open_registers,
)
from prongsai.registers.lending.states.loans import TONES, LoanState

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without what is easily mistaken: 0 and O, 1, I and L."""

SENT, TRACKED = "lending_sent", "lending_tracked"
"""What the session remembers: the receipt just written, the loan that was opened."""

ASKS = ["GET", "HEAD", "POST"]
UNPROCESSABLE = 422


@require_safe
def borrow(request: OfficeRequest) -> HttpResponse:
    """What can be borrowed, on which days it is free, and how borrowing goes."""
    today = timezone.localdate()
    form = DaysForm(request.GET if "starts_on" in request.GET else None, today=today)
    words = request.GET.get("q", "")[:200]
    context = {
        "form": form,
        "words": words,
        "shelves": shelves(lendable(public=True), form.days(), words=words),
        "longest": rules.value("longest_days", on=today),
        "chase_days": rules.value("chase_days", on=today),
        "registers": open_registers(),
    }
    status = UNPROCESSABLE if form.is_bound and not form.is_valid() else 200
    return render(request, "lending/public/loans/borrow.html", context, status=status)


@never_cache
@require_http_methods(ASKS)
@once
def request_loan(request: OfficeRequest) -> HttpResponse:
    """The form; what was picked stands in the address."""
    numbers, now = picked(request.GET), timezone.now()
    assets = list(lendable(public=True).filter(pk__in=numbers))
    form = PublicRequestForm(
        request.POST or None,
        request.FILES or None,
        choice=Choice(assets=assets, today=timezone.localdate(now)),
        initial=initial_of(request.GET, numbers),
    )
    if request.method == "POST":
        knocking.knock(knocking.REQUEST, _visitor(request), by=None, at=now)
        if form.is_valid():
            secret = new_secret()
            made = actions.request_on_website(
                form.borrower(), form.wanted(), secret=secret, by=None, at=now
            )
            request.session[SENT] = {"number": str(made), "secret": secret}
            return redirect("lending_public:requested")
    status = UNPROCESSABLE if form.is_bound else 200
    context = {
        "form": form,
        "kept_months": rules.value("identity_kept_months", on=now.date()),
    }
    return render(request, "lending/public/loans/request.html", context, status=status)


@never_cache
@require_safe
def requested(request: OfficeRequest) -> HttpResponse:
    """The receipt: the number and the secret; only this browser sees it."""
    receipt = request.session.get(SENT)
    if receipt is None:
        return redirect("lending_public:borrow")
    return render(request, "lending/public/loans/requested.html", {"receipt": receipt})


@never_cache
@require_http_methods(ASKS)
def track(request: OfficeRequest) -> HttpResponse:
    """Number and secret; a wrong pair is told like one that does not exist."""
    form = TrackForm(request.POST or None)
    if request.method == "POST":
        now = timezone.now()
        knocking.knock(knocking.TRACK, _visitor(request), by=None, at=now)
        if form.is_valid():
            number, year = form.number_and_year()
            found = queries.of_reference(year, number)
            if actions.knows_secret(found, form.cleaned_data["secret"]) and found:
                request.session[TRACKED] = [found.pk, form.cleaned_data["secret"]]
                return redirect("lending_public:tracked")
            form.add_error(None, _("Number and secret do not fit together."))
    status = UNPROCESSABLE if form.is_bound else 200
    return render(
        request, "lending/public/loans/track.html", {"form": form}, status=status
    )


@never_cache
@require_safe
def tracked(request: OfficeRequest) -> HttpResponse:
    """How the request stands."""
    found, _secret = _tracked(request)
    state = LoanState(found.state)
    context = {
        "loan": found,
        "tone": TONES[state],
        "steps": borrower_steps(found),
        "refusal": queries.adverse_decision(found),
        "can_cancel": can_be_called_off(found),
        "appeal_days": rules.value("appeal_days", on=timezone.localdate()),
    }
    return render(request, "lending/public/loans/tracked.html", context)


@never_cache
@require_POST
@once
def cancel(request: OfficeRequest) -> HttpResponse:
    """The borrower does not need it any more."""
    found, secret = _tracked(request)
    actions.cancel_by_borrower(found, secret=secret, by=None, at=timezone.now())
    messages.success(request, _("Your request is cancelled."))
    return redirect("lending_public:tracked")


def new_secret() -> str:
    """Return twelve random signs in three groups: sixty bits, nobody guesses them."""
    signs = [secrets.choice(ALPHABET) for _n in range(12)]
    return "-".join("".join(signs[n : n + 4]) for n in (0, 4, 8))


def _tracked(request: OfficeRequest) -> tuple[Loan, str]:
    kept = request.session.get(TRACKED)
    pk, secret = kept or (0, "")
    found = queries.tracked(pk)
    if found is None or not actions.knows_secret(found, secret):
        raise Http404
    return found, secret


def _visitor(request: OfficeRequest) -> str:
    """Return who knocks: the address the web server saw, as a digest of the day."""
    return knocking.visitor_of(address_of(request), at=timezone.now())
