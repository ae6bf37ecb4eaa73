"""What the shells show around a page: seal, menu, who is signed in."""

from datetime import datetime

from django.template import Library, RequestContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import Capacity, capacities
from prongsai.foundations.administration.queries import seal_url
from prongsai.foundations.notifications.queries import unread
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import OfficeType, Organisation
from prongsai.foundations.publications.queries import last_published
from prongsai.sites.staff.menu import MenuGroup, menu_of
from prongsai.ui.writing import in_english

register = Library()

_MENU = "own_menu"

OWN_PAGES = (
    ("people:me", "person"),
    ("mfa_index", "shield"),
    ("usersessions_list", "list"),
    ("account_change_password", "key"),
)
"""The pages about one's own account, with their icons, where they exist."""


@register.simple_tag
def seal_letters(office: object) -> str:
    """Return the letters in the seal: the short form of the kind of office."""
    if not isinstance(office, Organisation):
        return ""
    return {
        OfficeType.SUBDISTRICT: pgettext("seal", "SAO"),
        OfficeType.TOWNSHIP: pgettext("seal", "SM"),
        OfficeType.TOWN: pgettext("seal", "TM"),
        OfficeType.CITY: pgettext("seal", "CM"),
        OfficeType.PROVINCE: pgettext("seal", "PAO"),
    }.get(OfficeType(office.type), "")


@register.simple_tag
def seal_picture() -> str:
    """Return where the picture of the office's seal is; nothing when it has none."""
    return "" if tenancy.current() is None else seal_url()


@register.simple_tag
def place_of(office: object) -> str:
    """Return district and province; nothing in English, for they are known in Thai only."""
    if not isinstance(office, Organisation) or in_english():
        return ""
    parts = [
        gettext("%(name)s District") % {"name": office.amphoe} if office.amphoe else "",
        gettext("%(name)s Province") % {"name": office.province}
        if office.province
        else "",
    ]
    return " ".join(part for part in parts if part)


@register.simple_tag(takes_context=True)
def last_update(context: RequestContext) -> datetime | None:
    """Return when the page says it was updated, else when anything was last published."""
    own = context.get("updated")
    if own or tenancy.current() is None:
        return own
    return last_published()


@register.simple_tag
def path_to(name: str) -> str:
    """Return the address of a page; nothing where its application is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def own_menu(context: RequestContext, user: object) -> list[MenuGroup]:
    """Return the menu of a person; the page draws it twice and asks for it once."""
    drawn = context.render_context
    if _MENU not in drawn:
        drawn[_MENU] = menu_of(user) if isinstance(user, User) else []
    found: list[MenuGroup] = drawn[_MENU]
    return found


@register.inclusion_tag("sites/staff/menu.html", takes_context=True)
def staff_menu(context: RequestContext, groups: list[MenuGroup]) -> dict[str, object]:
    """Draw the menu; the entry that leads nearest to this page is marked."""
    here = getattr(context.get("request"), "path", "")
    hrefs = [entry.href for group in groups for entry in group.entries]
    matching = [href for href in hrefs if here.startswith(href)]
    return {"groups": groups, "current": max(matching, key=len, default="")}


@register.simple_tag
def posts_of(user: object) -> list[Capacity]:
    """Return in what capacities a person acts today."""
    if not isinstance(user, User):
        return []
    return capacities(user, on=timezone.localdate())


@register.simple_tag
def unread_of(user: object) -> int:
    """Return how many notices a person has not read."""
    return unread(user) if isinstance(user, User) else 0


@register.simple_tag
def own_pages() -> list[tuple[str, str, str]]:
    """Return label, address and icon of the pages about one's own account."""
    labels = (
        gettext("My account and posts"),
        gettext("Second factor"),
        gettext("Where I am signed in"),
        gettext("Password"),
    )
    rows = zip(labels, OWN_PAGES, strict=True)
    found = [(label, path_to(name), icon) for label, (name, icon) in rows]
    return [row for row in found if row[1]]
