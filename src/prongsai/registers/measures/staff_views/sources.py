"""Pages that take measures over: the standard library, last year, a report."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.assessments.queries import readings as files
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import taking
from prongsai.registers.measures.forms.sources import (
    FormerForm,
    OwnersForm,
    ReadingForm,
)
from prongsai.registers.measures.models import Plan
from prongsai.registers.measures.queries import sources
from prongsai.registers.measures.staff_views import sources_page as shown
from prongsai.registers.measures.staff_views.plans_finding import (
    must_write,
    plan_for,
    plan_trail,
    plans_trail,
    written_plan,
)


@require_safe
def standards(request: StaffRequest, pk: int) -> HttpResponse:
    """The library of standard measures, those for weak indicators first."""
    plan = plan_for(request, pk)
    asked = {name: _number(request, name) for name in ("aspect", "indicator")}
    context = {
        "plan": plan,
        "offers": shown.offers(
            plan, aspect=asked["aspect"], indicator=asked["indicator"]
        ),
        "asked": asked,
        "weak": sources.weak_indicators(plan),
        "may_write": permissions.can_write(request.user, on=today()),
        "trail": plan_trail(plan, (_("Standard measures"), "")),
        **shown.choices(plan),
    }
    return render(request, "measures/staff/sources/standards.html", context)


@require_http_methods(["GET", "POST"])
@once
def standards_take(request: StaffRequest, pk: int) -> HttpResponse:
    """Who answers for the standard measures that were ticked."""
    plan = written_plan(request, pk)
    codes = list(dict.fromkeys(request.GET.getlist("codes")))
    if not codes:
        messages.info(request, _("Please choose at least one measure."))
        return redirect("measures:from_standard", pk=plan.pk)
    form = OwnersForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = taking.from_standards(
            plan, codes, owners=form.owners, by=request.user, at=timezone.now()
        )
        return _taken(request, plan, len(made))
    title = _("Take over standard measures")
    context = {
        "form": form,
        "offers": shown.offers(plan, codes=codes),
        "trail": plan_trail(plan, (title, "")),
    }
    status = 422 if form.is_bound else 200
    page = "measures/staff/sources/standards_take.html"
    return render(request, page, context, status=status)


@require_http_methods(["GET", "POST"])
@once
def from_year(request: StaffRequest, pk: int) -> HttpResponse:
    """Last year's measures, what was not reached on top."""
    plan = written_plan(request, pk)
    former = sources.former(plan)
    form = FormerForm(request.POST or None, former=former)
    if request.method == "POST" and form.is_valid():
        made = taking.from_year(plan, form.chosen, by=request.user, at=timezone.now())
        return _taken(request, plan, len(made))
    title = _("Copy from last year")
    context = {
        "form": form,
        "former": former,
        "copied": [one for one in former if one.copy],
        "back": plan.get_absolute_url(),
        "before": sources.year_before(plan),
        "trail": plan_trail(plan, (title, "")),
    }
    status = 422 if form.is_bound else 200
    page = "measures/staff/sources/from_year.html"
    return render(request, page, context, status=status)


@require_safe
def readings(request: StaffRequest, pk: int) -> HttpResponse:
    """The reports that were read, and whether their measures are taken over."""
    plan = written_plan(request, pk)
    found = list(files.visible_to(request.user))
    context = {
        "plan": plan,
        "table": shown.readings_table(plan, found),
        "is_empty": not found,
        "trail": plan_trail(plan, (_("From a report"), "")),
    }
    return render(request, "measures/staff/sources/readings.html", context)


@require_http_methods(["GET", "POST"])
@once
def from_reading(request: StaffRequest, pk: int) -> HttpResponse:
    """The measures of a report that was read, before they go into a plan."""
    must_write(request)
    reading = get_object_or_404(files.visible_to(request.user), pk=pk)
    report = files.report_of(reading)
    form = ReadingForm(
        request.POST or None,
        user=request.user,
        read=report.measures,
        year=sources.year_of(report),
        plan=_number(request, "plan"),
    )
    if request.method == "POST" and form.is_valid():
        made = taking.take_reading(
            reading,
            into=form.into,
            chosen=form.cleaned_data["measures"],
            by=request.user,
            at=timezone.now(),
        )
        return _taken(request, made[0].plan, len(made))
    context = {
        "form": form,
        "reading": reading,
        "read": shown.read_measures(report),
        "trail": plans_trail((_("Measures of a report"), "")),
    }
    status = 422 if form.is_bound else 200
    page = "measures/staff/sources/from_reading.html"
    return render(request, page, context, status=status)


def _taken(request: StaffRequest, plan: Plan, count: int) -> HttpResponse:
    words = ngettext(
        "%(count)s measure is in the plan as a draft.",
        "%(count)s measures are in the plan as drafts.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(plan)


def _number(request: StaffRequest, name: str) -> int | None:
    typed = to_arabic(request.GET.get(name, ""))
    return int(typed) if re.fullmatch(r"\d{1,9}", typed, re.ASCII) else None
