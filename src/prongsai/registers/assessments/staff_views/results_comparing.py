"""Several years beside each other: which ones is chosen in the address."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.comparing import MOST_YEARS, compare
from prongsai.registers.assessments.staff_views import compare_page
from prongsai.registers.assessments.staff_views.results_finding import (
    results_trail,
    section_tabs,
)


@require_safe
def comparison(request: StaffRequest) -> HttpResponse:
    """The confirmed years as a table, a web, bars and lines."""
    found = queries.years()
    asked = set(request.GET.getlist("years"))
    chosen = [one for one in found if str(one.fiscal_year) in asked]
    laid = compare(chosen or found[:MOST_YEARS])
    shown = {one.number for one in laid.years} if laid else set()
    context = {
        "years": [(one.fiscal_year, one.fiscal_year in shown) for one in found],
        "table": compare_page.table(laid) if laid else None,
        "charts": compare_page.drawn(laid) if laid else [],
        "most": MOST_YEARS,
        "tabs": section_tabs("compare"),
        "trail": results_trail((_("Years compared"), "")),
    }
    return render(request, "assessments/staff/results/compare.html", context)
