"""Doing a measure: begin, finish a step, report, close, send back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures.actions import doing as actions
from prongsai.registers.measures.forms import following as forms
from prongsai.registers.measures.models import Step
from prongsai.registers.measures.staff_views.following_finding import (
    page_of,
    step_of,
)
from prongsai.registers.measures.staff_views.plans_finding import measure_for


@require_POST
@once
def begin(request: StaffRequest, pk: int) -> HttpResponse:
    """An approved measure begins."""
    measure = measure_for(request, pk)
    actions.begin(measure, by=request.user, at=timezone.now())
    messages.success(request, _("The measure runs."))
    return redirect(measure)


@require_http_methods(["GET", "POST"])
@once
def finish(request: StaffRequest, pk: int) -> HttpResponse:
    """A step is done, with what was done."""
    step = step_of(request, pk)
    given = {"done_on": today(), "note": step.note, "then": request.GET.get("then", "")}
    form = forms.FinishForm(request.POST or None, initial=given, latest=today())
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data}
        then = said.pop("then")
        actions.finish_step(step, **said, by=request.user, at=timezone.now())
        messages.success(request, _("The step is done."))
        return _after(step, then)
    page = page_of(step.measure, _("Finish a step"), _("The step is done"))
    return form_page(request, form, page)


@require_POST
@once
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """A step is not done after all."""
    step = step_of(request, pk)
    actions.undo_step(step, by=request.user, at=timezone.now())
    messages.info(request, _("The step is open again."))
    return redirect(step)


@require_POST
@once
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """A measure is reported as done."""
    measure = measure_for(request, pk)
    actions.report(measure, by=request.user, at=timezone.now())
    messages.success(request, _("The measure is reported as done."))
    return redirect(measure)


@require_POST
@once
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """A reported measure is found right."""
    measure = measure_for(request, pk)
    actions.close(measure, by=request.user, at=timezone.now())
    messages.success(request, _("The measure is closed."))
    return redirect(measure)


@require_http_methods(["GET", "POST"])
@once
def send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """A reported or closed measure goes back, with the reason."""
    measure = measure_for(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_back(
            measure, form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
        messages.info(request, _("The measure went back a step."))
        return redirect(measure)
    page = page_of(measure, _("Send the measure back"), _("Send back"))
    return form_page(request, form, page)


def _after(step: Step, then: str) -> HttpResponse:
    """Lead back to where the step was finished."""
    return redirect("measures:mine") if then == "mine" else redirect(step)
