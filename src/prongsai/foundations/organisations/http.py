"""The office of a request: by its host name, or the only one there is."""

from collections.abc import Callable
from contextlib import nullcontext

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.organisations.reading import reading


class OfficeRequest(HttpRequest):
    """A request that is known to belong to an office; every page below gets one."""

    organisation: Organisation


class TenantMiddleware:
    """Runs everything below it in the name of the office of the request's host."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the office, or answer that there is none here."""
        office = queries.office_of_host(request.get_host())
        if office is None:
            return render(request, "organisations/no_office.html", status=404)
        request.organisation = office  # type: ignore[attr-defined]  # see OfficeRequest
        only_read = request.method in {"GET", "HEAD"}
        with tenancy.acting_for(office.pk), reading() if only_read else nullcontext():
            return self.get_response(request)
