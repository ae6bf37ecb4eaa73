"""A report as a file; once it is approved with its digest and a code to check it."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.publications.attaching import Attached
from prongsai.registers.reports.actions.publishing import Render
from prongsai.registers.reports.documents.printing import TYPES, Seal, written
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import reports
from prongsai.registers.reports.queries.reports import BOUND
from prongsai.registers.reports.staff_views.finding import report_of
from prongsai.registers.reports.staff_views.report_page import shown_of

_PUBLISHED = ("pdf", "docx")


@require_safe
def paper(request: StaffRequest, pk: int, form: str) -> HttpResponse:
    """The report as PDF, DOCX, HTML or JSON."""
    found = report_of(request, pk)
    seal = seal_of(found, _site(request)) if found.state in BOUND else None
    file = written(shown_of(found).content, form, seal=seal, on=today())
    name = f"{found.fiscal_year}-{found.kind}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(file, content_type=TYPES[form], headers=headers)


def renderer(request: StaffRequest, *, on: date) -> Render:
    """Return what writes the files that are published with a report."""
    site = _site(request)

    def render(report: Report) -> Sequence[Attached]:
        content, seal = reports.frozen(report), seal_of(report, site)
        return [
            Attached(
                name=f"report.{form}",
                content_type=TYPES[form],
                content=written(content, form, seal=seal, on=on),
            )
            for form in _PUBLISHED
        ]

    return render


def seal_of(report: Report, site: str) -> Seal:
    """Return the digest of a report and the public page that tells whether it holds."""
    path = reverse("reports_public:check", args=[report.digest])
    return Seal(digest=report.digest, address=f"{site}{path}")


def _site(request: StaffRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
