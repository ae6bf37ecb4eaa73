"""The yardstick: the same bytes by Django alone, without one middleware of ours.

``/cached/`` answers bytes that are kept in memory. ``/uncached/`` asks the same
database for the office and the newest version, draws them with the same template, and
does nothing else. (PostgreSQL shows no row to who does not name the office, so that is
done here too.)
"""

import os

import django
from django.conf import settings

from prongsai.config import settings as ours  # noqa: TID251  # the yardstick needs them

settings.configure(
    **{name: getattr(ours, name) for name in dir(ours) if name.isupper()}
)
settings.ROOT_URLCONF = "benchmarks.bare"
django.setup()
settings.MIDDLEWARE = []  # only now: allauth does not start without its own

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import include, path  # noqa: E402

from prongsai.foundations.organisations import tenancy  # noqa: E402
from prongsai.foundations.organisations.models import Organisation  # noqa: E402
from prongsai.foundations.publications import contents, templates  # noqa: E402
from prongsai.foundations.publications.models import Version  # noqa: E402
from prongsai.foundations.publications.queries import Standing  # noqa: E402

ADDRESS = "benchmark/register"
_kept: dict[str, bytes] = {}


def uncached(request: HttpRequest) -> HttpResponse:
    """Draw the page anew."""
    office = Organisation.objects.get(hosts__host="127.0.0.1")
    request.organisation = office  # type: ignore[attr-defined]  # the template shows it
    request.path = f"/published/{ADDRESS}/"
    request.META["HTTP_HOST"] = os.environ["BENCHMARK_HOST"]
    with tenancy.acting_for(office.pk):
        newest = Version.objects.filter(publication__address=ADDRESS)
        version = newest.select_related("publication").latest("number")
        context = {
            "standing": Standing(version=version, is_newest=True, withdrawal=None),
            "version": version,
            "publication": version.publication,
            "content": version.content,
            "tables": contents.tables_of(version.content, "th"),
            "address": version.publication.get_absolute_url().rstrip("/"),
        }
        return render(request, templates.allowed(version.template), context)


def cached(request: HttpRequest) -> HttpResponse:
    """Answer the bytes of the first time."""
    if "page" not in _kept:
        _kept["page"] = uncached(request).content
    return HttpResponse(_kept["page"])


urlpatterns = [
    path("cached/", cached),
    path("uncached/", uncached),
    path("", include("prongsai.config.urls")),
]
os.environ.setdefault("PRONGSAI_SERVER", "bare")
application = get_wsgi_application()
