"""What leaves as paper or file: forms, notices, letters, the register, the report."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.lending.actions import loans_publishing as actions
from prongsai.registers.lending.exports import loans as exports
from prongsai.registers.lending.forms.loans_papers import (
    RegisterForm,
    ReportForm,
    YearForm,
    read,
)
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.staff_views.loans_finding import (
    loan_of,
    loans_trail,
    must,
    sees_everything,
)


@require_safe
def paper(request: StaffRequest, pk: int, *, kind: str, ending: str) -> HttpResponse:
    """A document of one loan."""
    found = loan_of(request, pk)
    return exports.paper(found, kind, ending, office=request.organisation, on=today())


@require_safe
def register(request: StaffRequest) -> HttpResponse:
    """The register of a fiscal year, inside the office or to outsiders."""
    must(request, sees_everything)
    wanted = read(RegisterForm, request.GET)
    asked = exports.Asked(
        year=wanted["year"],
        inside=wanted["side"] == "internal",
        ending=wanted["ending"],
    )
    seen = queries.visible_to(request.user, on=today())
    return exports.register(seen, asked, office=request.organisation)


@require_safe
def report(request: StaffRequest) -> HttpResponse:
    """The report of a month, a half or a whole fiscal year."""
    must(request, sees_everything)
    wanted = read(ReportForm, request.GET)
    key = (wanted["year"], wanted["period"])
    return exports.report(
        key, wanted["ending"], office=request.organisation, on=today()
    )


@require_safe
def publishing(request: StaffRequest) -> HttpResponse:
    """Reports, registers and what is public of them."""
    must(request, sees_everything)
    this_year = fiscal_year_of(today())
    context = {
        "trail": loans_trail((_("Register and reports"), "")),
        "years": [this_year, this_year - 1, this_year - 2],
        "periods": exports.periods(),
        "endings": ("xlsx", "csv", "pdf"),
        "proposals": queries.proposals()[:20],
        "can_propose": permissions.can_propose_register(request.user, on=today()),
        "can_confirm": permissions.can_confirm_register(request.user, on=today()),
        "this_year": this_year,
    }
    return render(request, "lending/staff/loans/publishing.html", context)


@require_safe
def proposal(request: StaffRequest, pk: int) -> HttpResponse:
    """A proposed register as it would be published."""
    must(request, sees_everything)
    found = get_object_or_404(queries.proposals(), pk=pk)
    context = {
        "proposal": found,
        "tables": exports.tables_of(found.content),
        "trail": loans_trail((_("Proposed register"), "")),
        "can_confirm": permissions.can_confirm_register(request.user, on=today())
        and found.proposed_by_id != request.user.pk
        and found.confirmed_at is None,
    }
    return render(request, "lending/staff/loans/proposal.html", context)


@require_POST
@once
def propose(request: StaffRequest) -> HttpResponse:
    """Freeze the register of a year for another person to look at."""
    must(request, permissions.can_propose_register)
    year = read(YearForm, request.POST)["year"]
    made = actions.propose_register(year, by=request.user, at=timezone.now())
    messages.success(request, _("Proposed. Another person confirms it."))
    return redirect("lending:proposal", made.pk)


@require_POST
@once
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish a proposed register."""
    found = get_object_or_404(queries.proposals(), pk=pk)
    must(request, permissions.can_confirm_register)
    actions.confirm_register(found, by=request.user, at=timezone.now())
    messages.success(request, _("Published."))
    return redirect("lending:publishing")
