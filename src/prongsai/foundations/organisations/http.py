"""The office of a request: by its host name, or the only one there is."""

from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.organisations.reading import reading


class OfficeRequest(HttpRequest):
    """A request that is known to belong to an office; every page below gets one."""

    organisation: Organisation


def address_of(request: HttpRequest) -> str:
    """Return the network address of who asks: behind our own proxy, the one it saw.

    A proxy writes the address it was called from at the end of ``X-Forwarded-For``; what
    stands before that came from the visitor and says nothing.
    """
    seen: str = request.META.get("REMOTE_ADDR", "")
    if not settings.BEHIND_PROXY:
        return seen
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return forwarded.rpartition(",")[2].strip() or seen


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
        # Who signed in may leave traces by reading; for others a page shows one moment.
        is_stranger = settings.SESSION_COOKIE_NAME not in request.COOKIES
        with (
            tenancy.acting_for(office.pk, at_one_moment=only_read and is_stranger),
            reading() if only_read else nullcontext(),
        ):
            return self.get_response(request)
