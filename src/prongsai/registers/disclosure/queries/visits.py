"""What of an item a stranger visits, what was met there, and what the history proves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

from django.db.models import F, Max, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications.addresses import site_of
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import contents
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.registers.disclosure.models import Item, Visit
from prongsai.registers.disclosure.states import GOOD, ItemState, VisitOutcome

LONGEST = 600
_HREF = re.compile(r"""href\s*=\s*["']([^"']+)["']""", re.IGNORECASE)


class Kind(StrEnum):
    """What stands at an address."""

    PAGE = "page"
    DOCUMENT = "document"
    FILE = "file"
    LINK = "link"


@dataclass(frozen=True, kw_only=True)
class Target:
    """One address to visit; ``expected`` is the digest of what was published there.

    A page of our own shows one of ``marks``: its title or the digest of its document.
    """

    url: str
    kind: Kind
    is_own: bool
    expected: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to visit of an item, and the version it was read from."""

    item: int
    version: int
    site: str
    targets: tuple[Target, ...]


DETAILS: dict[str, str | Promise] = {
    "no-digest": _("The page does not show what was published."),
    "wrong-document": _("The data are not those that were published."),
    "wrong-file": _("The bytes are not those that were published."),
    "password": _("The page asks for a password."),
    "sign-in": _("Visitors are sent to a page to sign in."),
    "elsewhere": _("Visitors are sent to another host."),
    "too-large": _("Larger than what is read in full."),
    "too-far": _("More redirects than are followed."),
    "cut-off": _("No connection, or the answer was cut off."),
    "time": _("The time allowed was over before the answer was complete."),
    "not-allowed": _("The address leads into a closed network or is no web address."),
}
"""Why a visit came out as it did, in words."""


def detail_of(visit: Visit) -> str:
    """Return in words why a visit came out as it did."""
    return str(DETAILS.get(visit.detail, visit.detail))


def site() -> str:
    """Return the beginning of every address of the current office's site."""
    return site_of(Organisation.objects.get(pk=tenancy.required()))


def public_url(item: Item) -> str:
    """Return where anyone opens an item, whole."""
    return f"{site()}{contents.path_of(f'ita/{item.year.fiscal_year}/{item.code}')}"


def items_visible_to(user: User) -> QuerySet[Item]:
    """Return the items of a person's office."""
    return Item.objects.filter(organisation=user.organisation_id).select_related("year")


def to_visit() -> QuerySet[Item]:
    """Return the items of which something is public, the longest unvisited first."""
    return (
        Item.objects.filter(organisation=tenancy.required(), published__isnull=False)
        .exclude(state=ItemState.MISSING)
        .annotate(last_visit=Max("visits__visited_at"))
        .order_by(F("last_visit").asc(nulls_first=True), "pk")
    )


def plan_of(item: Item, *, with_links: bool) -> Plan | None:
    """Return what to visit of an item; nothing when nothing of it is public."""
    version = item.published
    if version is None or publications.withdrawal_of(version) is not None:
        return None
    return plan_of_version(item, version, with_links=with_links)


def plan_of_version(item: Item, version: Version, *, with_links: bool) -> Plan:
    """Return what there is to visit of one version of an item, newest or not."""
    here = site()
    targets = [*_own(version, here), *_links(version, here)]
    kept = {
        one.url: one
        for one in reversed(targets)
        if (one.is_own or with_links) and len(one.url) <= LONGEST
    }
    return Plan(
        item=item.pk,
        version=version.pk,
        site=here,
        targets=tuple(reversed(kept.values())),
    )


def _own(version: Version, here: str) -> list[Target]:
    bare = f"{here}{version.publication.get_absolute_url()}".rstrip("/")
    files = [
        Target(
            url=f"{bare}/files/{file.name}",
            kind=Kind.FILE,
            is_own=True,
            expected=file.sha256,
        )
        for file in publications.files_of(version)
    ]
    page = Target(
        url=f"{bare}/",
        kind=Kind.PAGE,
        is_own=True,
        marks=(version.digest, version.title_th, version.title_en),
    )
    document = Target(
        url=f"{bare}.json", kind=Kind.DOCUMENT, is_own=True, expected=version.digest
    )
    return [page, document, *files]


def _links(version: Version, here: str) -> list[Target]:
    """Return where the frozen parts lead: their addresses and those in their texts."""
    parts = version.content.get("parts", [])
    found = [url for part in parts for url in addresses_in(part)]
    urls = [urljoin(f"{here}/", url) for url in dict.fromkeys(found)]
    return [
        Target(url=url, kind=Kind.LINK, is_own=_place(url) == _place(here))
        for url in urls
        if url.startswith(("http://", "https://"))
    ]


def addresses_in(part: Mapping[str, object]) -> list[str]:
    """Return every address a part names."""
    found = [str(part.get("url") or "")]
    if address := str(part.get("address") or ""):
        found.append(contents.path_of(address))
    html = part.get("html")
    texts = html.values() if isinstance(html, dict) else ()
    found += [href for text in texts for href in _HREF.findall(str(text or ""))]
    return [url.replace("&amp;", "&").partition("#")[0] for url in found if url]


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def of_item(item: Item) -> QuerySet[Visit]:
    """Return every visit of an item, the newest first."""
    return Visit.objects.filter(organisation=tenancy.required(), item=item).order_by(
        "-visited_at", "-pk"
    )


def newest_of(item: Item, urls: Iterable[str]) -> dict[str, list[Visit]]:
    """Return the last two visits of each address, the newest first."""
    return {url: list(of_item(item).filter(url=url)[:2]) for url in urls}


def is_broken(visits: Sequence[Visit]) -> bool:
    """Whether an address counts as broken, from its last two visits, the newest first.

    Our own pages must open each time. Another site may have a bad night: it counts when
    the page is gone, asks to sign in, or did not open twice in a row.
    """
    if not visits or visits[0].outcome in {*GOOD, VisitOutcome.REFUSED}:
        return False
    newest = visits[0]
    is_final = newest.outcome in {VisitOutcome.MISSING, VisitOutcome.SIGN_IN}
    if newest.is_own or is_final:
        return True
    return len(visits) > 1 and visits[1].outcome not in GOOD


@dataclass(frozen=True, kw_only=True)
class History:
    """What the visits of one address prove."""

    url: str
    is_own: bool
    count: int
    opened: int
    first: datetime
    last: datetime
    longest_gap: timedelta
    newest: Visit

    @property
    def share(self) -> Decimal:
        """How many visits of a hundred opened; never rounded up to all of them."""
        share = Decimal(self.opened * 100) / self.count
        return share.quantize(Decimal("0.1"), rounding=ROUND_DOWN)


def histories_of(visits: Iterable[Visit]) -> list[History]:
    """Return what visits prove, address by address, in the order they were first met."""
    grouped: dict[str, list[Visit]] = {}
    for visit in sorted(visits, key=lambda one: (one.visited_at, one.pk)):
        grouped.setdefault(visit.url, []).append(visit)
    return [_history(url, rows) for url, rows in grouped.items()]


def _history(url: str, rows: Sequence[Visit]) -> History:
    moments = [row.visited_at for row in rows]
    gaps = [after - before for before, after in pairwise(moments)]
    return History(
        url=url,
        is_own=rows[-1].is_own,
        count=len(rows),
        opened=sum(row.outcome in GOOD for row in rows),
        first=moments[0],
        last=moments[-1],
        longest_gap=max(gaps, default=timedelta()),
        newest=rows[-1],
    )


PANEL_VISITS = 400
"""How many of the newest visits the panel of an item looks at."""


def panel(item: Item) -> dict[str, object]:
    """Return what the page of an item shows of the watcher."""
    recent = list(of_item(item)[:PANEL_VISITS])
    newest: dict[str, Visit] = {}
    for visit in recent:
        newest.setdefault(visit.url, visit)
    last = recent[0].visited_at if recent else None
    return {
        "last_visit": last,
        "bad_visits": [
            (visit, detail_of(visit))
            for visit in newest.values()
            if visit.outcome not in GOOD and last is not None
        ],
        "visited_count": len(newest),
        "public_url": public_url(item) if item.published_id else "",
    }
