"""The whole plan at a glance: its matrix, its year, and the plan as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.registers.measures.exports.plans import KINDS, plan_file
from prongsai.registers.measures.queries import plans as queries
from prongsai.registers.measures.queries.matrix import matrix as matrix_of
from prongsai.registers.measures.staff_views import sources_page as shown
from prongsai.registers.measures.staff_views.plans_finding import plan_for, plan_trail
from prongsai.ui import exporting


@require_safe
def matrix(request: StaffRequest, pk: int) -> HttpResponse:
    """Measures by aspects and indicators, and what has none."""
    plan = plan_for(request, pk)
    found = matrix_of(plan)
    context = {
        "plan": plan,
        "borrowed": queries.borrowed_from(plan.fiscal_year),
        "matrix": found,
        "gaps": shown.gap_lines(found),
        "tables": shown.matrix_tables(found),
        "crosses": list(shown.crosses(found)),
        "heads": shown.heads(found),
        "trail": plan_trail(plan, (_("Matrix"), "")),
    }
    return render(request, "measures/staff/sources/matrix.html", context)


@require_safe
def timeline(request: StaffRequest, pk: int) -> HttpResponse:
    """The fiscal year as a picture, with its table."""
    plan = plan_for(request, pk)
    context = {
        "plan": plan,
        "chart": shown.year_chart(plan, on=today()),
        "trail": plan_trail(plan, (_("The year"), "")),
    }
    return render(request, "measures/staff/sources/timeline.html", context)


@require_safe
def files(request: StaffRequest, pk: int) -> HttpResponse:
    """What the plan can be had as."""
    plan = plan_for(request, pk)
    context = {"plan": plan, "trail": plan_trail(plan, (_("Download"), ""))}
    return render(request, "measures/staff/sources/files.html", context)


@require_safe
def file(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """The plan as a table or as the official document."""
    plan = plan_for(request, pk)
    if kind not in KINDS:
        raise Http404
    content = plan_file(plan, kind=kind)
    name = f"measures-{plan.fiscal_year}.{kind}"
    return exporting.answer(content, content_type=KINDS[kind], name=name)
