"""What the pages of results have in common: find the row, ask, the way back, the tabs."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import Trail, today
from prongsai.foundations.frameworks.queries import available
from prongsai.ita.frameworks.model import Framework
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import framework_of
from prongsai.ui.tabs import Tab


def running_year() -> int:
    """The fiscal year that runs today."""
    return fiscal_year_of(today())


def result_of(request: StaffRequest, pk: int) -> Assessment:
    """Return a result this person may see, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def written_result(request: StaffRequest, pk: int) -> Assessment:
    """Return a result this person may change, or answer 404 or 403."""
    found = result_of(request, pk)
    must_write(request)
    return found


def must_write(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not enter results."""
    if not permissions.can_write(request.user, on=today()):
        raise PermissionDenied


def newest_known_year() -> int:
    """The running year; the newest whose rule is known where the running one is not yet."""
    return min(running_year(), available()[-1])


def years_to_enter() -> list[int]:
    """Return the years that have a framework and have begun, newest first."""
    return [year for year in reversed(available()) if year <= running_year()]


def year_asked(request: StaffRequest, *, otherwise: int) -> Framework:
    """Return the framework of the year in the address, or answer 404."""
    text = to_arabic(request.GET.get("year", "")) or str(otherwise)
    year = int(text) if text.isdecimal() and text.isascii() else 0
    framework = framework_of(year)
    if framework is None or year not in years_to_enter():
        raise Http404
    return framework


def results_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of results to this page."""
    return [(_("Results"), reverse("assessments:results")), *more]


def section_tabs(current: str) -> list[Tab]:
    """Return the pages that are about all years."""
    pages = [
        ("results", _("Results")),
        ("compare", _("Years compared")),
        ("forecast", _("Forecast")),
        ("checks", _("Our own checks")),
        ("readings", _("Reports read")),
        ("carry", _("Items carried over")),
    ]
    return [
        Tab(label=label, href=reverse(f"assessments:{name}"), current=name == current)
        for name, label in pages
    ]


def year_tabs(assessment: Assessment, current: str) -> list[Tab]:
    """Return the pages that are about one year."""
    pages = [
        ("assessment", _("The result")),
        ("weak_points", _("Where points were lost")),
        ("what_if", _("What if")),
        ("narratives", _("Analysis")),
    ]
    return [
        Tab(
            label=label,
            href=reverse(f"assessments:{name}", args=[assessment.pk]),
            current=name == current,
        )
        for name, label in pages
    ]
