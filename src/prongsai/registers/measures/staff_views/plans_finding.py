"""What the pages of plans have in common: find the row, ask, words around a form, buttons."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries import plans as queries
from prongsai.ui.deeds import Deed

_SHORT = 50


@dataclass(frozen=True, kw_only=True)
class MeasurePage(FormPage):
    """A form about a measure: what a change does to its memo, and further deeds."""

    note: str | Promise = ""
    deeds: tuple[Deed, ...] = ()
    template: str = "measures/staff/plan_form.html"


def plan_for(request: StaffRequest, pk: int) -> Plan:
    """Return a plan this person may see, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def written_plan(request: StaffRequest, pk: int) -> Plan:
    """Return a plan this person writes, or answer 404 or 403."""
    found = plan_for(request, pk)
    must_write(request)
    return found


def must_write(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not write plans."""
    if not permissions.can_write(request.user, on=today()):
        raise PermissionDenied


def measure_for(request: StaffRequest, pk: int) -> Measure:
    """Return a measure this person may see, or answer 404."""
    return get_object_or_404(queries.measures_visible_to(request.user), pk=pk)


def written_measure(request: StaffRequest, pk: int) -> Measure:
    """Return a measure this person may change, or answer 404 or 403."""
    found = measure_for(request, pk)
    _must_edit(request, found)
    return found


def written_step(request: StaffRequest, pk: int) -> Step:
    """Return a step this person may change, or answer 404 or 403."""
    found = get_object_or_404(queries.steps_visible_to(request.user), pk=pk)
    _must_edit(request, found.measure)
    return found


def _must_edit(request: StaffRequest, measure: Measure) -> None:
    if not permissions.can_edit(request.user, measure, on=today()):
        raise PermissionDenied


def link(
    name: str,
    row: Plan | Measure | Step,
    label: str,
    *,
    icon: str,
    kind: str = "secondary",
) -> Deed:
    """Return the button that opens a page about a row."""
    href = reverse(f"measures:{name}", args=[row.pk])
    return Deed(label=label, href=href, icon=icon, kind=kind)


def press(  # noqa: PLR0913  # everything a button says
    name: str,
    row: Plan | Measure | Step,
    label: str,
    *,
    icon: str,
    kind: str = "secondary",
    confirm: str = "",
    way: str = "",
) -> Deed:
    """Return the button that does a deed at once, or asks first."""
    href = reverse(f"measures:{name}", args=[row.pk, way] if way else [row.pk])
    return Deed(
        label=label, href=href, icon=icon, kind=kind, is_post=True, confirm=confirm
    )


def plans_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of plans to this page."""
    return [(_("Measures"), reverse("measures:plans")), *more]


def plan_trail(plan: Plan, *more: tuple[str, str]) -> Trail:
    """Return the way from the list of plans through one plan to this page."""
    return plans_trail((str(plan), plan.get_absolute_url() if more else ""), *more)


def short_name(measure: Measure) -> str:
    """Return what a measure is called on the way to a page: titles are long."""
    title = Truncator(measure.title).chars(_SHORT)
    return f"{measure.reference} {title}".strip()


def measure_page(
    measure: Measure,
    title: str,
    submit: str,
    *,
    kind: str = "primary",
    deeds: tuple[Deed, ...] = (),
) -> MeasurePage:
    """Return the words around a form about one measure."""
    back = measure.get_absolute_url()
    return MeasurePage(
        title=title,
        submit=submit,
        lead=measure.title,
        back=back,
        trail=plan_trail(measure.plan, (short_name(measure), back), (title, "")),
        kind=kind,
        note=voiding(measure),
        deeds=deeds,
    )


def voiding(measure: Measure) -> str:
    """Say what a change does to a memo that is on its way or decided."""
    if not measure.is_put_forward or measure.state == "draft":
        return ""
    return _(
        "This measure is part of a memo. A change of its words voids the opinions and "
        "the decision given so far; the memo is then submitted again."
    )
