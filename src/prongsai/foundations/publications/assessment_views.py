"""What is published for the assessment, year by year, and where it once stood."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import contents, queries
from prongsai.foundations.publications.page_cache import public_page


@require_safe
@public_page
def index(request: OfficeRequest) -> HttpResponse:
    years = queries.years_of_assessment()
    return render(request, "publications/public/ita.html", {"years": years})


@require_safe
@public_page
def year(request: OfficeRequest, year: int) -> HttpResponse:
    versions = queries.standing_under(f"ita/{year}/")
    if not versions:
        raise Http404
    context = {"year": year, "versions": versions}
    return render(request, "publications/public/ita_year.html", context)


@require_safe
def moved(request: OfficeRequest, rest: str) -> HttpResponse:
    path = f"/ita/{rest}"
    place = contents.place_of(path)
    if place is None or not queries.is_address(place[0]):
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
