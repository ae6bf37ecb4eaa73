"""What the pages of reports have in common: find the report, ask, words around a form."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.reports import permissions
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import reports as queries


@dataclass(frozen=True, kw_only=True)
class ReportPage(FormPage):
    """A form about a report, and what stands above it."""

    note: str = ""
    listed: tuple[str, ...] = ()
    template: str = "reports/staff/form.html"


def report_of(request: StaffRequest, pk: int) -> Report:
    """Return a report this person may see, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def written_report(request: StaffRequest, pk: int) -> Report:
    """Return a report this person may write, or answer 404 or 403."""
    found = report_of(request, pk)
    must_write(request)
    return found


def must_write(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not write reports."""
    if not permissions.can_write(request.user, today()):
        raise PermissionDenied


def must_override(request: StaffRequest) -> None:
    """Answer 403 to everybody but the chief permanent officer."""
    if not permissions.can_override(request.user, today()):
        raise PermissionDenied


def must_publish(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not publish reports."""
    if not permissions.can_publish(request.user, today()):
        raise PermissionDenied


def page_about(
    report: Report,
    title: str,
    submit: str,
    *,
    note: str = "",
    listed: tuple[str, ...] = (),
) -> ReportPage:
    """Return the words of a form about one report."""
    back = report.get_absolute_url()
    return ReportPage(
        title=title,
        submit=submit,
        lead=str(report),
        back=back,
        note=note,
        trail=trail((str(report), back), (title, "")),
        listed=listed,
    )


def trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of reports to this page."""
    return [(_("Reports"), reverse("reports:reports")), *more]
