"""News for anyone: the list with its search, and addresses that moved."""

import re

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import moving
from prongsai.foundations.publications import public_views as publications
from prongsai.foundations.publications.page_cache import public_page
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.news.queries import public as queries
from prongsai.registers.news.states import Category

_LONGEST_WORDS = 100
_YEAR = re.compile(r"\d{4}", re.ASCII)


@require_safe
@public_page
def index(request: OfficeRequest) -> HttpResponse:
    """The list: what is on top first, then the newest; narrowed by the address."""
    today = timezone.localdate()
    asked = _asked(request)
    page = queries.found(asked, on=today)
    context = {
        "asked": asked,
        "page": page,
        "teasers": queries.teasers(list(page)),
        "categories": Category.choices,
        "years": queries.years(on=today),
        "trail": [],
    }
    return render(request, "news/public/index.html", context)


@require_safe
def article(request: OfficeRequest, year: str, slug: str) -> HttpResponseBase:
    """One article; an address that moved leads to the new one for good."""
    where = moving.way_on(request)
    if where:
        return redirect(where, permanent=True)
    return publications.page(request, f"news/{year}/{slug}")


def _asked(request: OfficeRequest) -> queries.Asked:
    """Read the address; what makes no sense is passed over."""
    category = request.GET.get("category", "")
    year = to_arabic(request.GET.get("year", ""))
    return queries.Asked(
        category=category if category in Category.values else "",
        year=int(year) if _YEAR.fullmatch(year) else None,
        words=request.GET.get("q", "").replace("\0", "")[:_LONGEST_WORDS],
        page=request.GET.get("page", "1"),
    )
