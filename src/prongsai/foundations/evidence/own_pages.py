"""Which of the office's own published pages an address leads to: read here, not fetched."""

from urllib.parse import unquote, urlsplit

from django.conf import settings

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import HostName
from prongsai.foundations.publications import contents
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.queries import Standing


def standing_at(url: str) -> Standing | None:
    """Return the published version an address of this office leads to, if any."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host and not _is_own(host):
        return None
    place = contents.place_of(unquote(parts.path))
    return None if place is None else publications.standing(*place)


def without_host(url: str, host: str) -> str:
    """Return the path alone when an address begins with the host people work at.

    >>> without_host(" http://localhost:8000/ita/2569/", "localhost:8000")
    '/ita/2569/'
    """
    text = url.strip()
    for scheme in ("http", "https"):
        start = f"{scheme}://{host}/"
        if host and text.lower().startswith(start.lower()):
            return text[len(start) - 1 :]
    return text


def _is_own(host: str) -> bool:
    if host == (urlsplit(settings.SITE_ADDRESS).hostname or ""):
        return True
    return HostName.objects.filter(organisation=tenancy.required(), host=host).exists()
