"""Whether a printed report still holds, for anyone who has it in their hands."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.registers.reports.queries import reports as queries


@require_safe
def check(request: OfficeRequest, digest: str) -> HttpResponse:
    """What the office says of a digest: approved, published, or nothing."""
    report = queries.bound_to(digest.lower())
    version = queries.published_with(digest.lower())
    is_known = report is not None or version is not None
    context = {"digest": digest.lower(), "report": report, "version": version}
    status = HTTPStatus.OK if is_known else HTTPStatus.NOT_FOUND
    return render(request, "reports/public/check.html", context, status=status)
