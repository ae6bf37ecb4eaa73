"""Trying out points: a form in the address, with sliders, that needs no script."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.staff_views.results_finding import (
    result_of,
    results_trail,
    year_tabs,
)
from prongsai.registers.assessments.staff_views.whatif_page import tried


@require_safe
def what_if(request: StaffRequest, pk: int) -> HttpResponse:
    """What the total and the level would be with other points, and the way to a level."""
    found = result_of(request, pk)
    before = queries.computed(found)
    context = {
        "assessment": found,
        "tabs": year_tabs(found, "what_if"),
        "trail": results_trail(
            (str(found), found.get_absolute_url()), (_("What if"), "")
        ),
        **(tried(before, queries.items_of(found), request.GET) if before else {}),
    }
    return render(request, "assessments/staff/results/what_if.html", context)
