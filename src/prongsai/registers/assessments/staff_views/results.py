"""Reading results: the list of years, one year with everything that is known of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries import weak_points
from prongsai.registers.assessments.staff_views import weak_page
from prongsai.registers.assessments.staff_views.result_page import result_context
from prongsai.registers.assessments.staff_views.results_finding import (
    result_of,
    results_trail,
    section_tabs,
    year_tabs,
)
from prongsai.registers.assessments.staff_views.results_tables import years_table


@require_safe
def results(request: StaffRequest) -> HttpResponse:
    """The years of the office, newest first."""
    found = list(queries.visible_to(request.user))
    context = {
        "table": years_table(found),
        "can_write": permissions.can_write(request.user, on=today()),
        "tabs": section_tabs("results"),
        "trail": results_trail(),
    }
    return render(request, "assessments/staff/results/list.html", context)


@require_safe
def assessment(request: StaffRequest, pk: int) -> HttpResponse:
    """One year: announced beside computed, indicators, items, history."""
    found = result_of(request, pk)
    context = result_context(request.user, found, on=today())
    return render(request, "assessments/staff/results/assessment.html", context)


@require_safe
def weak(request: StaffRequest, pk: int) -> HttpResponse:
    """Where the points of a year went, the dearest first."""
    found = result_of(request, pk)
    lost = weak_points.weak_points(found)
    context = {
        "assessment": found,
        "tabs": year_tabs(found, "weak_points"),
        "chart": weak_page.chart(found, lost) if lost else None,
        "table": weak_page.table(lost),
        "items": weak_page.items_table(weak_points.weak_items(found)),
        "knows_items": bool(queries.items_of(found)),
        "is_whole": queries.computed(found) is not None,
        "trail": results_trail(
            (str(found), found.get_absolute_url()), (_("Where points were lost"), "")
        ),
    }
    return render(request, "assessments/staff/results/weak.html", context)
