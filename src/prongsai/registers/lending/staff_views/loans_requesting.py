"""Asking for a loan in the back office: pick things, then say for what."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import (
    UNPROCESSABLE,
    FormPage,
    form_page,
    today,
)
from prongsai.foundations.submissions.http import once
from prongsai.registers.lending.actions import loans_requesting as actions
from prongsai.registers.lending.forms.loans_request import (
    Choice,
    DaysForm,
    OutsideRequestForm,
    StaffRequestForm,
    initial_of,
    picked,
)
from prongsai.registers.lending.models.loan_choices import BorrowerKind
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries.availability import lendable
from prongsai.registers.lending.queries.picking import shelves
from prongsai.registers.lending.staff_views.loans_finding import (
    Question,
    loans_trail,
    must,
)


@require_safe
def pick(request: StaffRequest, *, public: bool) -> HttpResponse:
    """What is free on which days, by division, to pick from."""
    must(request, _question(public=public))
    form = DaysForm(request.GET if "starts_on" in request.GET else None, today=today())
    words = request.GET.get("q", "")[:200]
    context = {
        "form": form,
        "words": words,
        "shelves": shelves(lendable(public=public), form.days(), words=words),
        "target": reverse("lending:new_for_outsider" if public else "lending:new"),
        "title": _("Loan for an outsider") if public else _("New loan"),
        "trail": loans_trail((_("Pick items"), "")),
    }
    status = UNPROCESSABLE if form.is_bound and not form.is_valid() else 200
    return render(request, "lending/staff/loans/pick.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def new(request: StaffRequest) -> HttpResponse:
    """A request of one's own, for the work of a division."""
    must(request, permissions.can_request)
    choice, start = _chosen(request.GET, public=False)
    form = StaffRequestForm(request.POST or None, choice=choice, initial=start)
    if request.method == "POST" and form.is_valid():
        borrower = actions.Borrower(
            kind=BorrowerKind.INTERNAL,
            user=request.user,
            division=form.cleaned_data["division"],
        )
        made = actions.request_for_staff(
            borrower, form.wanted(), by=request.user, at=timezone.now()
        )
        messages.success(request, _("Request %(number)s is sent.") % {"number": made})
        return redirect(made)
    return form_page(request, form, _page(_("New loan"), "lending:pick"))


@require_http_methods(["GET", "HEAD", "POST"])
@once
def new_for_outsider(request: StaffRequest) -> HttpResponse:
    """A request of somebody who stands at the counter."""
    must(request, permissions.can_enter_for_outsiders)
    choice, start = _chosen(request.GET, public=True)
    form = OutsideRequestForm(
        request.POST or None, request.FILES or None, choice=choice, initial=start
    )
    if request.method == "POST" and form.is_valid():
        made = actions.request_at_counter(
            form.borrower(), form.wanted(), by=request.user, at=timezone.now()
        )
        messages.success(request, _("Request %(number)s is sent.") % {"number": made})
        return redirect(made)
    page = _page(_("Loan for an outsider"), "lending:pick_for_outsider")
    return form_page(request, form, page)


def _question(*, public: bool) -> Question:
    if public:
        return permissions.can_enter_for_outsiders
    return permissions.can_request


def _chosen(query: QueryDict, *, public: bool) -> tuple[Choice, dict[str, object]]:
    numbers = picked(query)
    assets = list(lendable(public=public).filter(pk__in=numbers))
    return Choice(assets=assets, today=today()), initial_of(query, numbers)


def _page(title: str, back: str) -> FormPage:
    trail = loans_trail((_("Pick items"), reverse(back)), (title, ""))
    return FormPage(title=title, submit=_("Send"), back=reverse(back), trail=trail)
