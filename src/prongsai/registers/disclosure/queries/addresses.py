"""What strangers met last at the addresses of an item: the links and the office's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from django.db.models import Max

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import Version
from prongsai.ita.disclosure.model import ShownLink
from prongsai.registers.disclosure.models import Item, Visit
from prongsai.registers.disclosure.queries import visits
from prongsai.registers.disclosure.states import GOOD, VisitOutcome

_MAYBE = frozenset({VisitOutcome.DOWN, VisitOutcome.SLOW})
"""Outcomes that another site may have for one night."""


@dataclass(frozen=True, kw_only=True)
class Met:
    """The newest visit of each address: links by what a part names, own ones apart."""

    site: str
    links: Mapping[str, str] = field(default_factory=dict)
    own: tuple[ShownLink, ...] = ()

    @property
    def reachable(self) -> bool | None:
        """Whether everything of our own opened; None before the first visit."""
        if not self.own:
            return None
        return all(one.outcome in GOOD for one in self.own)

    def link(self, url: str) -> ShownLink:
        """Return an address of a part with what was met there."""
        return ShownLink(url=url, outcome=self.links.get(_whole(self.site, url), ""))


def met_at(
    item: Item | None, urls: Iterable[str], *, version: Version | None = None
) -> Met:
    """Return what was met at the addresses of parts, and at a version's own ones.

    Visits of our own pages from before the version was published say nothing of it.
    """
    site = visits.site()
    if item is None:
        return Met(site=site)
    wanted = {_whole(site, url) for url in urls}
    newest = _newest(item)
    own = [] if version is None else _own(newest, wanted, version)
    return Met(
        site=site,
        links={url: _outcome(item, newest[url]) for url in wanted if url in newest},
        own=tuple(own),
    )


def _newest(item: Item) -> dict[str, Visit]:
    """Return the newest visit of every address; visits are only ever added."""
    rows = Visit.objects.filter(organisation=tenancy.required(), item=item)
    keys = rows.order_by().values("url").annotate(newest=Max("pk")).values("newest")
    return {row.url: row for row in Visit.objects.filter(pk__in=keys)}


def _own(
    newest: Mapping[str, Visit], links: set[str], version: Version
) -> list[ShownLink]:
    start = f"{visits.site()}{version.publication.get_absolute_url()}".rstrip("/")
    return [
        ShownLink(url=url, outcome=row.outcome)
        for url, row in sorted(newest.items())
        if row.is_own
        and url.startswith(start)
        and url not in links
        and row.visited_at >= version.published_at
    ]


def _outcome(item: Item, newest: Visit) -> str:
    """Return the outcome; another site that failed for the first time is only slow."""
    if newest.is_own or newest.outcome not in _MAYBE:
        return newest.outcome
    last = visits.newest_of(item, [newest.url])[newest.url]
    return newest.outcome if visits.is_broken(last) else VisitOutcome.SLOW


def _whole(site: str, url: str) -> str:
    return urljoin(f"{site}/", url)
