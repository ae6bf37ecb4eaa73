"""What the pages of items have in common: find, ask, the words around a form."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Item, Part, Year
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries import years as year_queries


@dataclass(frozen=True, kw_only=True)
class ItemPage(FormPage):
    """A form about a year or an item, and what stands above it."""

    note: str = ""
    template: str = "disclosure/staff/form.html"


def year_of(request: StaffRequest, fiscal_year: int) -> Year:
    """Return a year this person may see, or answer 404."""
    found = year_queries.visible_to(request.user)
    return get_object_or_404(found, fiscal_year=fiscal_year)


def kept_year(request: StaffRequest, fiscal_year: int) -> Year:
    """Return a year this person keeps, or answer 404 or 403."""
    found = year_of(request, fiscal_year)
    must_keep(request)
    return found


def must_keep(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not keep the year."""
    if not permissions.can_keep_year(request.user, today()):
        raise PermissionDenied


def item_of(request: StaffRequest, pk: int) -> Item:
    """Return an item this person may see, or answer 404."""
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


def written_item(request: StaffRequest, pk: int) -> Item:
    """Return an item this person may write, or answer 404 or 403."""
    found = item_of(request, pk)
    if not permissions.can_write(request.user, found, today()):
        raise PermissionDenied
    return found


def written_part(request: StaffRequest, pk: int) -> Part:
    """Return a part this person may write, or answer 404 or 403."""
    found = get_object_or_404(queries.parts_visible_to(request.user), pk=pk)
    if not permissions.can_write(request.user, found.item, today()):
        raise PermissionDenied
    return found


def trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of years to this page."""
    return [(_("Disclosure"), reverse("disclosure:years")), *more]


def year_trail(year: Year, *more: tuple[str, str]) -> Trail:
    """Return the way from the list of years through a year."""
    return trail((str(year.fiscal_year), year.get_absolute_url()), *more)


def item_trail(item: Item, *more: tuple[str, str]) -> Trail:
    """Return the way from the list of years through an item."""
    return year_trail(item.year, (item.code, item.get_absolute_url()), *more)


def page_about(item: Item, title: str, submit: str, *, note: str = "") -> ItemPage:
    """Return the words of a form about one item."""
    return ItemPage(
        title=title,
        submit=submit,
        lead=str(item),
        back=item.get_absolute_url(),
        note=note,
        trail=item_trail(item, (title, "")),
    )


def page_of_year(year: Year, title: str, submit: str, *, note: str = "") -> ItemPage:
    """Return the words of a form about one year."""
    return ItemPage(
        title=title,
        submit=submit,
        lead=_("Fiscal year %(year)s") % {"year": year.fiscal_year},
        back=year.get_absolute_url(),
        note=note,
        trail=year_trail(year, (title, "")),
    )
