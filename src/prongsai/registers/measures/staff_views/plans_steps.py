"""Writing the steps of a measure: add, edit, move, remove, one line for each division."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page
from prongsai.foundations.evidence.sources import Choice
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.forms.plans import ExpandForm, StepForm
from prongsai.registers.measures.models import Measure, Step
from prongsai.registers.measures.queries import resolved
from prongsai.registers.measures.staff_views.plans_finding import (
    link,
    measure_page,
    press,
    written_measure,
    written_step,
)
from prongsai.registers.measures.staff_views.plans_measures import WAYS
from prongsai.ui.deeds import Deed


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A step of a measure."""
    return _add(request, written_measure(request, pk), None)


@require_http_methods(["GET", "POST"])
@once
def add_point(request: StaffRequest, pk: int) -> HttpResponse:
    """A point under a step."""
    parent = written_step(request, pk)
    return _add(request, parent.measure, parent)


@require_safe
def resolutions(request: StaffRequest, pk: int) -> HttpResponse:
    """Which resolution of a meeting is to become a step."""
    found = written_measure(request, pk)
    title = _("A step from a resolution")
    page = measure_page(found, title, _("Add"))
    context = {
        "page": page,
        "trail": page.trail,
        "measure": found,
        "resolutions": resolved.resolutions(request.user),
    }
    return render(request, "measures/staff/resolutions.html", context)


def _resolution(request: StaffRequest) -> Choice | None:
    """Return the resolution a step is made from, or answer 404."""
    asked = to_arabic(request.GET.get("resolution", ""))
    if not asked:
        return None
    if not asked.isdecimal():
        raise Http404
    found = resolved.resolution(request.user, int(asked))
    if found is None:
        raise Http404
    return found


def _initial(owner: Step | Measure, origin: Choice | None) -> dict[str, Any]:
    found = {"division": owner.division_id, "accountable": owner.accountable_id}
    if origin is None:
        return found
    return {
        "text": origin.text,
        "division": origin.division or found["division"],
        "accountable": origin.accountable or found["accountable"],
        "due_on": origin.due_on,
    }


def _add(request: StaffRequest, measure: Measure, parent: Step | None) -> HttpResponse:
    origin = _resolution(request)
    form = StepForm(request.POST or None, initial=_initial(parent or measure, origin))
    if request.method == "POST" and form.is_valid():
        draft = replace(form.draft, origin=origin.title if origin else "")
        actions.add_step(
            measure, draft, parent=parent, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The step is added."))
        return redirect(measure)
    title = _("Add a step") if parent is None else _("Add a point under the step")
    return form_page(request, form, measure_page(measure, title, _("Add")))


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """What is to be done, by whom, until when."""
    found = written_step(request, pk)
    form = StepForm(request.POST or None, instance=written_step(request, pk))
    if request.method == "POST" and form.is_valid():
        actions.edit_step(
            found,
            form.draft,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The step is changed."))
        return redirect(found)
    deeds = tuple(_deeds(found))
    page = measure_page(found.measure, _("Edit the step"), _("Save"), deeds=deeds)
    return form_page(request, form, page)


def _deeds(step: Step) -> Iterator[Deed]:
    """Yield what else can be done with a step."""
    yield link("point_add", step, _("Add a point under the step"), icon="plus")
    yield link("step_expand", step, _("One line for each division"), icon="people")
    for way, label in (("up", _("Move up")), ("down", _("Move down"))):
        yield press("step_move", step, label, icon=way, kind="quiet", way=way)
    asks = _("The step and the points under it are removed.")
    label = _("Remove the step")
    yield press("step_remove", step, label, icon="delete", kind="danger", confirm=asks)


@require_http_methods(["GET", "POST"])
@once
def expand(request: StaffRequest, pk: int) -> HttpResponse:
    """One line for each division."""
    found = written_step(request, pk)
    form = ExpandForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        lines = actions.expand(
            found, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        said = ngettext(
            "The step is %(number)s line now.",
            "The step is %(number)s lines now.",
            len(lines),
        )
        messages.success(request, said % {"number": len(lines)})
        return redirect(found)
    title = _("One line for each division")
    return form_page(request, form, measure_page(found.measure, title, title))


@require_POST
@once
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """A step nobody needs, with its points."""
    found = written_step(request, pk)
    actions.remove_step(found, by=request.user, at=timezone.now())
    messages.info(request, _("The step is removed."))
    return redirect(found.measure)


@require_POST
@once
def move(request: StaffRequest, pk: int, way: str) -> HttpResponse:
    """One place up or down."""
    found = written_step(request, pk)
    if way not in WAYS:
        raise Http404
    actions.move(found, up=WAYS[way], by=request.user, at=timezone.now())
    return redirect(found.measure)
