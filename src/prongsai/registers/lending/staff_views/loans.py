"""Reading loans: the desk of the day, the list, one loan, the calendar of an asset."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.audit.actions import record_reading
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of
from prongsai.registers.lending.filters.loans import LoanFilters
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import assets as asset_queries
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.availability import Days, calendar
from prongsai.registers.lending.queries.loans_register import (
    counts,
    counts_by_division,
)
from prongsai.registers.lending.staff_views.loan_page import loan_context
from prongsai.registers.lending.staff_views.loans_finding import (
    allowed,
    loan_of,
    loans_trail,
    must,
    sees_everything,
)
from prongsai.registers.lending.staff_views.loans_tables import (
    LOAN_COLUMNS,
    calendar_table,
    counts_table,
)
from prongsai.ui.listing import listing

CALENDAR_DAYS = 60
SHOWN = 20


@require_safe
def loans(request: StaffRequest) -> HttpResponse:
    """The loans this person may see."""
    found = listing(
        request,
        queries.visible_to(request.user, on=today()),
        filters=LoanFilters,
        columns=LOAN_COLUMNS,
        sort="-number",
        name="loans",
        caption=_("Loans"),
        empty=_(
            "No loans yet. Staff ask in the back office, residents on the website."
        ),
    )
    context = {
        "listing": found,
        "trail": loans_trail(),
        "can_enter": permissions.can_enter_for_outsiders(request.user, on=today()),
        "can_request": permissions.can_request(request.user, on=today()),
        "sees_desk": sees_everything(request.user, on=today()),
    }
    return found.download or render(request, "lending/staff/loans/list.html", context)


@require_safe
def desk(request: StaffRequest) -> HttpResponse:
    """What today brings: to check, to hand over, due, overdue; and the year in figures."""
    day = today()
    must(request, sees_everything)
    seen = queries.visible_to(request.user, on=day)
    year = first_day(fiscal_year_of(day))
    context = {
        "trail": loans_trail((_("Desk"), "")),
        "today": day,
        "to_check": queries.to_check(seen)[:SHOWN],
        "to_decide": queries.to_decide(request.user, on=day)[:SHOWN],
        "to_hand_over": queries.to_hand_over(seen, on=day)[:SHOWN],
        "due": queries.due_on(seen, day)[:SHOWN],
        "overdue": queries.overdue(seen, on=day)[:SHOWN],
        "calls": queries.calls_to_make(on=day)[:SHOWN],
        "counts": counts(year, day),
        "divisions": counts_table(counts_by_division(year, day)),
    }
    return render(request, "lending/staff/loans/desk.html", context)


@require_safe
def loan(request: StaffRequest, pk: int) -> HttpResponse:
    """One loan: where it stands, the next step, facts, items, what happened."""
    found = loan_of(request, pk)
    context = loan_context(request.user, found, on=today())
    return render(request, "lending/staff/loans/loan.html", context)


@require_POST
def unmask(request: StaffRequest, pk: int) -> HttpResponse:
    """The identity number in full; the reading is recorded."""
    found = allowed(request, pk, permissions.can_unmask)
    record_reading(on=found, by=request.user, at=timezone.now(), fields="id_number")
    context = loan_context(request.user, found, on=today())
    shown = {"id_number": found.id_number}
    response = render(request, "lending/staff/loans/loan.html", context | shown)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def asset_calendar(request: StaffRequest, pk: int) -> HttpResponse:
    """How many of an asset are free on the coming days."""
    day = today()
    seen = asset_queries.visible_to(request.user, on=day)
    asset = get_object_or_404(seen, pk=pk)
    days = Days(first=day, last=day + timedelta(days=CALENDAR_DAYS), today=day)
    context = {
        "asset": asset,
        "trail": loans_trail(
            (str(asset), asset.get_absolute_url()), (_("Calendar"), "")
        ),
        "table": calendar_table(calendar(asset, days), today=day),
    }
    return render(request, "lending/staff/loans/calendar.html", context)
