"""Everything a search engine should know: what stands published, and the pages around it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from prongsai.foundations.publications import queries
from prongsai.foundations.publications.models import Version
from prongsai.sites.public import menu

MOST = 5000
"""Addresses in one file; beyond that ``sitemap.xml`` is a list of files."""


BESIDE = (
    "home",
    "privacy",
    "accessibility",
    "publications_public:index",
    "directory_public:structure",
    "directory_public:powers",
    "directory_public:duties",
)
"""Pages that stand neither in the menu nor behind a door."""


class Published(Sitemap[Version]):
    """Every publication that stands, with the day of its newest version."""

    limit = MOST

    def items(self) -> Sequence[Version]:
        """Return the newest versions that were not taken back."""
        return queries.standing_versions()

    def location(self, item: Version) -> str:
        """Return the address for good."""
        return item.publication.get_absolute_url()

    def lastmod(self, item: Version) -> datetime:
        """Return when it was last published."""
        return item.published_at


class Around(Sitemap[str]):
    """The pages that are not publications themselves: lists, years, notices."""

    limit = MOST

    def items(self) -> Sequence[str]:
        """Return their addresses, each once."""
        years = [f"/ita/{year}/" for year in queries.years_of_assessment()]
        doors = [door.href for door in menu.doors()]
        lines = [entry.href for entry in menu.entries("/")]
        own = [reverse(name) for name in BESIDE]
        return list(dict.fromkeys([*own, *lines, *doors, *years]))

    def location(self, item: str) -> str:
        """Return the address."""
        return item


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": Around,
    "published": Published,
}


def is_long() -> bool:
    """Whether one file would not hold every address."""
    return any(part().paginator.num_pages > 1 for part in (Around, Published))
