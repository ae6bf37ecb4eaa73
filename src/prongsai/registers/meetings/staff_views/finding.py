"""What the pages of this register have in common: find the row, ask, words around a form."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.meetings.models import (
    AgendaItem,
    Circular,
    Committee,
    Meeting,
    Member,
    Order,
    Resolution,
)
from prongsai.registers.meetings.permissions import circulars as circular_permissions
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import (
    circulars,
    committees,
    meetings,
    resolutions,
)


def deed_page(
    row: Meeting | Committee | Circular | Resolution,
    title: str,
    submit: str,
    *,
    lead: str = "",
) -> FormPage:
    """Return the words of a page that does something with a row."""
    back = row.get_absolute_url()
    start = {
        Meeting: meetings_trail,
        Committee: committees_trail,
        Circular: circulars_trail,
        Resolution: resolutions_trail,
    }[type(row)]
    trail = start((str(row), back), (title, ""))
    return FormPage(
        title=title, submit=submit, back=back, trail=trail, lead=lead or str(row)
    )


def meeting_of(request: StaffRequest, pk: int) -> Meeting:
    """Return a meeting of this person's office, or answer 404."""
    return get_object_or_404(meetings.visible_to(request.user), pk=pk)


def managed_meeting(request: StaffRequest, pk: int) -> Meeting:
    """Return a meeting this person plans and minutes, or answer 404 or 403."""
    found = meeting_of(request, pk)
    must_manage(request, found.committee)
    return found


def managed_item(request: StaffRequest, pk: int) -> AgendaItem:
    """Return an item of such a meeting, or answer 404 or 403."""
    found = get_object_or_404(meetings.items_of(request.user), pk=pk)
    must_manage(request, found.meeting.committee)
    return found


def resolution_of(request: StaffRequest, pk: int) -> Resolution:
    """Return a resolution of this person's office, or answer 404."""
    return get_object_or_404(resolutions.visible_to(request.user), pk=pk)


def managed_resolution(request: StaffRequest, pk: int) -> Resolution:
    """Return a resolution whose minutes this person keeps, or answer 404 or 403."""
    found = resolution_of(request, pk)
    must_manage(request, found.meeting.committee)
    return found


def committee_of(request: StaffRequest, pk: int) -> Committee:
    """Return a committee of this person's office, or answer 404."""
    return get_object_or_404(committees.visible_to(request.user), pk=pk)


def kept_committee(request: StaffRequest, pk: int) -> Committee:
    """Return a committee whose orders this person enters, or answer 404 or 403."""
    found = committee_of(request, pk)
    must_keep(request)
    return found


def kept_order(request: StaffRequest, pk: int) -> Order:
    """Return an order this person enters members of, or answer 404 or 403."""
    found = get_object_or_404(committees.orders(request.user), pk=pk)
    must_keep(request)
    return found


def kept_member(request: StaffRequest, pk: int) -> Member:
    """Return a member this person may correct, or answer 404 or 403."""
    found = get_object_or_404(committees.members(request.user), pk=pk)
    must_keep(request)
    return found


def circular_of(request: StaffRequest, pk: int) -> Circular:
    """Return a circular this person may see, or answer 404."""
    return get_object_or_404(circulars.visible_to(request.user, on=today()), pk=pk)


def managed_circular(request: StaffRequest, pk: int) -> Circular:
    """Return a circular this person sends and closes, or answer 404 or 403."""
    found = circular_of(request, pk)
    if not circular_permissions.can_manage(request.user, found, on=today()):
        raise PermissionDenied
    return found


def must_manage(request: StaffRequest, committee: Committee) -> None:
    """Answer 403 to everybody who does not plan for this committee."""
    if not permissions.can_manage(request.user, committee, on=today()):
        raise PermissionDenied


def must_keep(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not enter orders."""
    if not permissions.can_keep_committees(request.user, on=today()):
        raise PermissionDenied


def meetings_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of meetings to this page."""
    return [(_("Meetings"), reverse("meetings:meetings")), *more]


def committees_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of committees to this page."""
    return meetings_trail((_("Committees"), reverse("meetings:committees")), *more)


def resolutions_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of resolutions to this page."""
    return meetings_trail((_("Resolutions"), reverse("meetings:resolutions")), *more)


def circulars_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of circulars to this page."""
    return [(_("Circulars"), reverse("meetings:circulars")), *more]
