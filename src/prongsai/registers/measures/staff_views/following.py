"""Rounds of follow-up: what is said of a measure, and which measures said nothing."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import rounds as actions
from prongsai.registers.measures.forms import following as forms
from prongsai.registers.measures.models import Measure, Round
from prongsai.registers.measures.queries import following as queries
from prongsai.registers.measures.queries import rounds
from prongsai.registers.measures.staff_views import following_rounds
from prongsai.registers.measures.staff_views.following_finding import (
    followed_measure,
    page_of,
)
from prongsai.registers.measures.staff_views.plans_finding import plans_trail


@require_http_methods(["GET", "POST"])
@once
def say(request: StaffRequest, pk: int) -> HttpResponse:
    """How far a measure is, what stands in the way, what comes next."""
    measure = followed_measure(request, pk)
    periods = rounds.begun(measure.plan.fiscal_year, on=today())
    given = _given(measure, request)
    form = forms.SayForm(request.POST or None, periods=periods, initial=given)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data}
        said.pop("period")
        period = form.chosen
        actions.say(
            measure, period.round, ends_on=period.ends_on, **said,
            by=request.user, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, _("The progress is written down."))
        return redirect(measure)
    page = page_of(measure, _("Progress of the measure"), _("Save"))
    panel = queries.panel(measure, user=request.user, on=today())
    context = {"form": form, "page": page, "panel": panel, "trail": page.trail}
    status = 422 if form.is_bound else 200
    return render(request, "measures/staff/say.html", context, status=status)


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Which measures said something in a round, and which nothing."""
    page = following_rounds.page_of(request, on=today())
    may = page.plan and permissions.can_take_figures(request.user, on=today())
    context = {
        "page": page,
        "may_cut_off": may,
        "trail": plans_trail((_("Rounds of follow-up"), "")),
    }
    return render(request, "measures/staff/rounds.html", context)


def _given(measure: Measure, request: StaffRequest) -> dict[str, Any]:
    """Return what the form begins with: the round that runs, the progress said last."""
    running = rounds.running(measure.plan.fiscal_year, Round.MONTH, on=today())
    history = rounds.history(measure)
    return {
        "period": request.GET.get("round") or running.key,
        "progress": history[0].progress.normalize() + Decimal(0) if history else None,
    }
