"""Search over everything the office has published."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.foundations.search import queries
from prongsai.foundations.search.models import Kind
from prongsai.ita.thai.digits import to_arabic

_YEAR = 4


@require_safe
@public_page
def search(request: OfficeRequest) -> HttpResponse:
    """Show what was found, what was not, and how to narrow it."""
    asked = request.GET.get("q", "")
    kind = request.GET.get("kind", "")
    year = _year(request.GET.get("year", ""))
    found = queries.find(asked, kind=kind, year=year, page=request.GET.get("page", 1))
    context = {
        "found": found,
        "kinds": Kind.choices,
        "kind": kind,
        "year": year,
        "was_asked": bool(asked.strip()),
        "is_narrowed": bool(kind or year),
    }
    return render(request, "sites/public/search.html", context)


def _year(text: str) -> int | None:
    """Return a year that was typed in either digits; nonsense is no year."""
    plain = to_arabic(text).strip()
    is_year = len(plain) == _YEAR and plain.isascii() and plain.isdecimal()
    return int(plain) if is_year else None
