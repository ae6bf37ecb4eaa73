"""The catalogue of everything published, for portals that harvest it."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import catalog as dcat
from prongsai.foundations.publications import queries
from prongsai.foundations.publications.page_cache import public_page

MOST_DIGITS = 9
"""No catalogue has more pages than that; Python refuses to read endless numbers."""


@require_safe
@public_page
def catalog(request: OfficeRequest) -> HttpResponse:
    pages = Paginator(queries.described(), dcat.PER_PAGE)
    asked = request.GET.get("page", "1")
    is_short = len(asked) <= MOST_DIGITS and asked.isdecimal()
    if not (is_short and 1 <= int(asked) <= pages.num_pages):
        raise Http404
    root = request.build_absolute_uri("/").rstrip("/")
    place = dcat.Place(root=root, licence=settings.PRONGSAI_DATA_LICENCE)
    found = dcat.catalog_of(pages.page(int(asked)), request.organisation, place)
    response = JsonResponse(
        found,
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
