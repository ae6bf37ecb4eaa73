"""Writing measures: add, edit, move, remove, give up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.forms.plans import MeasureForm, ReasonForm
from prongsai.registers.measures.staff_views.plans_finding import (
    measure_for,
    measure_page,
    must_write,
    plan_trail,
    written_measure,
    written_plan,
)

WAYS = {"up": True, "down": False}


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A new measure; its steps follow on its own page."""
    plan = written_plan(request, pk)
    form = MeasureForm(request.POST or None, year=plan.fiscal_year)
    if request.method == "POST" and form.is_valid():
        added = actions.add(plan, form.draft, by=request.user, at=timezone.now())
        messages.success(request, _("The measure is in the plan. Add its steps."))
        return redirect(added)
    title, back = _("New measure"), plan.get_absolute_url()
    page = FormPage(
        title=title,
        submit=_("Add the measure"),
        lead=str(plan),
        back=back,
        trail=plan_trail(plan, (title, "")),
    )
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything the plan says of a measure."""
    found = written_measure(request, pk)
    form = MeasureForm(
        request.POST or None,
        instance=written_measure(request, pk),
        year=found.plan.fiscal_year,
    )
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.draft,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The measure is changed."))
        return redirect(found)
    return form_page(request, form, measure_page(found, _("Edit"), _("Save")))


@require_http_methods(["GET", "POST"])
@once
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Given up, with the reason the report prints."""
    must_write(request)
    found = measure_for(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.drop(found, reason=reason, by=request.user, at=timezone.now())
        messages.info(request, _("The measure is given up."))
        return redirect(found)
    title = _("Give the measure up")
    return form_page(request, form, measure_page(found, title, title, kind="danger"))


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """A draft nobody needs."""
    found = measure_for(request, pk)
    actions.remove(found, by=request.user, at=timezone.now())
    messages.info(request, _("The draft is removed."))
    return redirect(found.plan)


@require_POST
@once
def move(request: StaffRequest, pk: int, way: str) -> HttpResponse:
    """One place up or down."""
    found = measure_for(request, pk)
    if way not in WAYS:
        raise Http404
    actions.move(found, up=WAYS[way], by=request.user, at=timezone.now())
    return redirect(found.plan)
