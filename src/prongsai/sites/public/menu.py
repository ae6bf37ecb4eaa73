"""The public menu, and the doors on the home page; each register adds its own."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class Door:
    """A way in: what it is called, a sentence about it, where it leads, its icon."""

    label: str | Promise
    text: str | Promise
    url_name: str
    icon: str = "arrow"
    is_service: bool = False

    @property
    def href(self) -> str:
        """Return where it leads; nothing while its register is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""


DOORS: list[Door] = [
    Door(
        label=_("Borrow things"),
        text=_("Tents, chairs and more, for official work and for the public"),
        url_name="lending_public:borrow",
        icon="box",
        is_service=True,
    ),
    Door(
        label=_("Public data (ITA)"),
        text=_("What the office reports each year, frozen with its date and proof"),
        url_name="disclosure_public:years",
        icon="globe",
    ),
    Door(
        label=_("News"),
        text=_("Announcements and activities, the newest first"),
        url_name="news_public:index",
        icon="news",
    ),
    Door(
        label=_("People and duties"),
        text=_("Who leads the office, who answers for what, how to reach them"),
        url_name="directory_public:people",
        icon="people",
    ),
    Door(
        label=_("Contact and opening hours"),
        text=_("Address, telephone, hours and the way to the office"),
        url_name="directory_public:contact",
        icon="place",
    ),
]
"""In the order of the page."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the menu, where it leads, and whether the reader is under it."""

    label: str | Promise
    href: str
    is_current: bool


_MENU: list[tuple[str | Promise, str]] = [
    (_("Home"), "home"),
    (_("Services"), "services"),
    (_("Public data"), "disclosure_public:years"),
    (_("News"), "news_public:index"),
    (_("About us"), "directory_public:people"),
    (_("Contact"), "directory_public:contact"),
]


def doors() -> list[Door]:
    """Return the doors that can be opened."""
    return [door for door in DOORS if door.href]


def services() -> list[Door]:
    """Return the doors behind which something is done for people."""
    return [door for door in doors() if door.is_service]


def entries(here: str) -> list[Entry]:
    """Return the menu for a page; the entry that leads nearest to it is current."""
    ways = [(label, Door(label=label, text="", url_name=name)) for label, name in _MENU]
    hrefs = [(label, door.href) for label, door in ways if door.href]
    above = [href for _, href in hrefs if _is_above(href, here)]
    nearest = max(above, key=len, default="")
    return [
        Entry(label=label, href=href, is_current=href == nearest)
        for label, href in hrefs
    ]


def _is_above(href: str, here: str) -> bool:
    is_service = href == "/services/" and any(
        here.startswith(door.href) for door in services()
    )
    return is_service or (here == href if href == "/" else here.startswith(href))
