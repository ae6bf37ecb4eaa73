"""What can I do here: the doors on the public home page; each register adds its own."""

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

    @property
    def href(self) -> str:
        """Return where it leads; nothing while its register is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""


DOORS: list[Door] = [
    Door(
        label=_("Public data (ITA)"),
        text=_("What the office reports each year, frozen with its date and proof"),
        url_name="publications_public:ita",
        icon="globe",
    ),
    Door(
        label=_("Borrow things"),
        text=_("Tents, chairs and more, for official work and for the public"),
        url_name="lending_public:borrow",
        icon="box",
    ),
]
"""In the order of the page."""


def doors() -> list[Door]:
    """Return the doors that can be opened."""
    return [door for door in DOORS if door.href]
