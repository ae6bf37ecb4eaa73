"""Where an office's site is, for links that are read outside a browser."""

from urllib.parse import urlsplit

from django.conf import settings

from prongsai.foundations.organisations.models import Organisation


def site_of(office: Organisation) -> str:
    """Return the beginning of every address of an office's site, without a slash.

    The office's own host name, else the address the installation says it has.
    """
    given = str(settings.SITE_ADDRESS).rstrip("/")
    host = office.hosts.order_by("pk").values_list("host", flat=True).first()
    if host is None:
        return given
    parts = urlsplit(given)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}"


def host_of(site: str) -> str:
    """Return the host name in the beginning of an address.

    >>> host_of("https://office.example.org:8443")
    'office.example.org'
    """
    return urlsplit(site).hostname or "localhost"
