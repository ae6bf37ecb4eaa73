"""Writing what came of a measure: outputs, outcomes, the reason for a missing number."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures.actions import doing as actions
from prongsai.registers.measures.actions import figures
from prongsai.registers.measures.forms import following as forms
from prongsai.registers.measures.models import Kind, Measure
from prongsai.registers.measures.queries import drafting
from prongsai.registers.measures.staff_views.following_finding import (
    followed_measure,
    line_of,
    page_of,
)
from prongsai.registers.measures.staff_views.plans_finding import plan_for, plans_trail

_KINDS = {"output": Kind.OUTPUT, "outcome": Kind.OUTCOME}


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """A new output or outcome; the draft is put together from steps and figures."""
    measure = followed_measure(request, pk)
    wanted = _KINDS[kind]
    form = forms.LineForm(request.POST or None, initial=_draft(measure, wanted))
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data}
        text = said.pop("text")
        actions.write_line(
            measure, wanted, text, **said, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Written down."))
        return redirect(measure)
    titles = {Kind.OUTPUT: _("Add an output"), Kind.OUTCOME: _("Add an outcome")}
    return form_page(request, form, page_of(measure, titles[wanted], _("Save")))


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """An output or outcome is corrected."""
    line = line_of(request, pk)
    form = forms.LineForm(request.POST or None, instance=line)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "version": form.expected_version}
        text = said.pop("text")
        actions.edit_line(line, text, **said, by=request.user, at=timezone.now())
        messages.success(request, _("Written down."))
        return redirect(line.measure)
    title = _("Correct what came of it")
    return form_page(request, form, page_of(line.measure, title, _("Save")))


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """An output or outcome is taken away."""
    line = line_of(request, pk)
    actions.remove_line(line, by=request.user, at=timezone.now())
    messages.info(request, _("The line is gone."))
    return redirect(line.measure)


@require_http_methods(["GET", "POST"])
@once
def no_number(request: StaffRequest, pk: int) -> HttpResponse:
    """Why the outcome has no number."""
    measure = followed_measure(request, pk)
    given = {"reason": measure.no_number_because}
    form = forms.NoNumberForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        actions.state_no_number(
            measure, form.cleaned_data["reason"], by=request.user, at=timezone.now()
        )
        messages.success(request, _("Written down."))
        return redirect(measure)
    title = _("Why the outcome has no number")
    return form_page(request, form, page_of(measure, title, _("Save")))


@require_http_methods(["GET", "POST"])
@once
def cut_off(request: StaffRequest, pk: int) -> HttpResponse:
    """Every figure of a plan is run again for its year and stored."""
    plan = plan_for(request, pk)
    form = forms.CutOffForm(request.POST or None, initial={"cut_off": today()})
    if request.method == "POST" and form.is_valid():
        taken = figures.take_at_cut_off(
            plan, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        count = {"count": len(taken)}
        messages.success(request, _("%(count)d figures were run and stored.") % count)
        return redirect(plan)
    title, back = _("Run the figures at the cut-off"), plan.get_absolute_url()
    way = plans_trail((str(plan), back), (title, ""))
    lead = _("Every figure is run again from the first day of the year to this day.")
    words = {"title": title, "submit": _("Run the figures"), "lead": lead}
    return form_page(request, form, FormPage(**words, back=back, trail=way))


def _draft(measure: Measure, kind: Kind) -> dict[str, Any]:
    """Return what a new line begins with: only what steps and figures say."""
    if kind is Kind.OUTPUT:
        return {"text": drafting.output_text(drafting.steps_of(measure))}
    numbers = drafting.numbers_of(measure)
    return {
        "text": drafting.outcome_text(measure, numbers),
        "figure_key": measure.figure_key,
        "unit": measure.unit,
    }
