"""Reading plans: the years, one plan with its measures, one measure with everything of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.staff_views.plans_finding import measure_for, plan_for
from prongsai.registers.measures.staff_views.plans_measure_page import measure_context
from prongsai.registers.measures.staff_views.plans_page import (
    plan_context,
    plans_context,
)


@require_safe
def plans(request: StaffRequest) -> HttpResponse:
    """The plans of every year, the newest first."""
    found = queries.with_counts(queries.visible_to(request.user))
    context = plans_context(request.user, found, on=today())
    return render(request, "measures/staff/plans.html", context)


@require_safe
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """One year: its measures by aspect or indicator, what is missing, what comes next."""
    found = plan_for(request, pk)
    by_indicator = request.GET.get("by") == "indicator"
    context = plan_context(request.user, found, by_indicator=by_indicator, on=today())
    context["borrowed"] = queries.borrowed_from(found.fiscal_year)
    return render(request, "measures/staff/plan.html", context)


@require_safe
def measure(request: StaffRequest, pk: int) -> HttpResponse:
    """One measure: what the plan says of it, its steps, what came of it, its history."""
    found = measure_for(request, pk)
    context = measure_context(request.user, found, on=today())
    return render(request, "measures/staff/measure.html", context)
