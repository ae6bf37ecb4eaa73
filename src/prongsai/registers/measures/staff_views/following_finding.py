"""What the pages of the following-up have in common: find the row, ask, the way back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, today
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Line, Measure, Part, Step
from prongsai.registers.measures.queries import following as queries
from prongsai.registers.measures.queries import work
from prongsai.registers.measures.staff_views.plans_finding import (
    measure_for,
    plans_trail,
)


def followed_measure(request: StaffRequest, pk: int) -> Measure:
    """Return a measure this person follows up, or answer 404 or 403."""
    found = measure_for(request, pk)
    if not permissions.can_follow(request.user, found, on=today()):
        raise PermissionDenied
    return found


def step_of(request: StaffRequest, pk: int) -> Step:
    """Return a step this person may finish, or answer 404 or 403."""
    found = get_object_or_404(work.steps_visible_to(request.user), pk=pk)
    if not permissions.can_finish(request.user, found, on=today()):
        raise PermissionDenied
    return found


def line_of(request: StaffRequest, pk: int) -> Line:
    """Return a line of the result this person may write, or answer 404 or 403."""
    found = get_object_or_404(queries.lines_visible_to(request.user), pk=pk)
    if not permissions.can_follow(request.user, found.measure, on=today()):
        raise PermissionDenied
    return found


def part_of(request: StaffRequest, pk: int) -> Part:
    """Return the part of a division this person may see, or answer 404."""
    return get_object_or_404(work.parts_visible_to(request.user), pk=pk)


def page_of(measure: Measure, title: str, submit: str) -> FormPage:
    """Return the page of a form about a measure, with the way back to it."""
    back = measure.get_absolute_url()
    return FormPage(
        title=title,
        submit=submit,
        lead=measure.title,
        back=back,
        trail=plans_trail((str(measure), back), (title, "")),
    )
