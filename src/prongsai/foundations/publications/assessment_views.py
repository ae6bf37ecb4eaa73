"""Where what is published for the assessment once stood: sent on for good."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import contents, queries


@require_safe
def moved(request: OfficeRequest, rest: str) -> HttpResponse:
    path = f"/ita/{rest}"
    place = contents.place_of(path)
    if place is None or not queries.is_address(place[0]):
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
