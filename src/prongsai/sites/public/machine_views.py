"""What programs read of the site: the sitemap, what they may visit, whom to warn."""

from datetime import timedelta

from django.contrib.sitemaps.views import index as files
from django.contrib.sitemaps.views import sitemap as one_file
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.sites.public.sitemaps import SITEMAPS, is_long

PLAIN = "text/plain; charset=utf-8"
PROMISED_DAYS = 180
"""How long what stands in security.txt is to be believed; at most a year (RFC 9116)."""


@require_safe
@public_page
def sitemap(request: OfficeRequest, section: str = "") -> HttpResponse:
    """Answer every address with its last change; many are split into files."""
    if section and section not in SITEMAPS:
        raise Http404
    if not section and is_long():
        response = files(request, SITEMAPS, sitemap_url_name="sitemap_section")
    else:
        response = one_file(request, SITEMAPS, section=section or None)
    found: HttpResponse = response.render()
    return found


@require_safe
@public_page
def robots(request: OfficeRequest) -> HttpResponse:
    """Say what programs may visit: all that is public."""
    lines = [
        "User-agent: *",
        "Disallow: /staff/",
        "Disallow: /account/",
        "Disallow: /search/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


@require_safe
@public_page
def security(request: OfficeRequest) -> HttpResponse:
    """Say whom to tell about a weakness (RFC 9116); nothing without an address."""
    if not request.organisation.email:
        raise Http404
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{request.organisation.email}",
        f"Expires: {midnight + timedelta(days=PROMISED_DAYS):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: th, en",
        f"Canonical: {request.build_absolute_uri()}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)
