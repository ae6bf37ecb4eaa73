"""The running year as we see it, and our own checks that it rests on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import selfchecks as actions
from prongsai.registers.assessments.forms.selfchecks import ChecksForm
from prongsai.registers.assessments.queries import selfchecks as queries
from prongsai.registers.assessments.staff_views.forecast_page import forecast_context
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    newest_known_year,
    results_trail,
    running_year,
    section_tabs,
    year_asked,
)


@require_safe
def forecast(request: StaffRequest) -> HttpResponse:
    """What the running year would come to today, line by line with its ground."""
    framework = year_asked(request, otherwise=newest_known_year())
    context = {
        **forecast_context(framework.year, on=today()),
        "unknown_year": running_year() if running_year() > framework.year else None,
        "can_write": permissions.can_write(request.user, on=today()),
        "tabs": section_tabs("forecast"),
        "trail": results_trail((_("Forecast"), "")),
    }
    return render(request, "assessments/staff/results/forecast.html", context)


@require_http_methods(["GET", "POST"])
@once
def checks(request: StaffRequest) -> HttpResponse:
    """What the office itself found of every item; who may not write reads it."""
    year = year_asked(request, otherwise=newest_known_year()).year
    if request.method == "POST":
        must_write(request)
    lines, standing = queries.checkable(year), queries.of_year(year)
    form = ChecksForm(request.POST or None, lines=lines, standing=standing)
    if request.method == "POST" and form.is_valid():
        actions.enter(year, form.changed, by=request.user, at=timezone.now())
        messages.success(request, _("The checks are kept."))
        return redirect(f"{reverse('assessments:forecast')}?year={year}")
    context = {
        "form": form,
        "year": year,
        "unknown_year": running_year() if running_year() > year else None,
        "can_write": permissions.can_write(request.user, on=today()),
        "tabs": section_tabs("checks"),
        "trail": results_trail((_("Our own checks"), "")),
    }
    status = 422 if form.is_bound else 200
    page = "assessments/staff/results/checks.html"
    return render(request, page, context, status=status)
