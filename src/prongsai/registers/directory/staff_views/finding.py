"""What the pages of this register have in common: find the row, ask, words around a form."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.directory import permissions
from prongsai.registers.directory.models import (
    Entry,
    Officeholder,
    Seat,
    Term,
    TermImport,
)
from prongsai.registers.directory.queries import directory as queries


def must_write(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not keep the directory."""
    if not permissions.can_write(request.user, today()):
        raise PermissionDenied


def must_publish(request: StaffRequest) -> None:
    """Answer 403 to everybody who does not publish the directory."""
    if not permissions.can_publish(request.user, today()):
        raise PermissionDenied


def seat_of(request: StaffRequest, pk: int) -> Seat:
    """Return a position of this person's office, or answer 404."""
    return get_object_or_404(queries.seats(request.user), pk=pk)


def kept_seat(request: StaffRequest, pk: int) -> Seat:
    """Return a position this person may change, or answer 404 or 403."""
    found = seat_of(request, pk)
    must_write(request)
    return found


def person_of(request: StaffRequest, pk: int) -> Officeholder:
    """Return somebody of this person's office, or answer 404."""
    rows = queries.people(request.user).select_related("photo", "user")
    return get_object_or_404(rows, pk=pk)


def kept_person(request: StaffRequest, pk: int) -> Officeholder:
    """Return somebody this person may change, or answer 404 or 403."""
    found = person_of(request, pk)
    must_write(request)
    return found


def kept_term(request: StaffRequest, pk: int) -> Term:
    """Return a term this person may change, or answer 404 or 403."""
    found = get_object_or_404(queries.terms(request.user), pk=pk)
    must_write(request)
    return found


def kept_entry(request: StaffRequest, kind: str, pk: int) -> Entry:
    """Return an entry this person may change, or answer 404 or 403."""
    found: Entry = get_object_or_404(queries.entries(request.user, kind), pk=pk)
    must_write(request)
    return found


def own_import(request: StaffRequest, pk: int) -> TermImport:
    """Return a file this person read in, or answer 404 or 403."""
    found = get_object_or_404(queries.imports(request.user), pk=pk)
    must_write(request)
    return found


def trail_to(*more: tuple[str, str]) -> Trail:
    """Return the way from the directory to this page."""
    return [(_("Directory"), reverse("directory:directory")), *more]


def deed_page(
    title: str, submit: str, *, back: tuple[str, str] | None = None, lead: str = ""
) -> FormPage:
    """Return the words of a page with one form; ``back`` is the page it hangs on."""
    way = [back] if back else []
    trail = trail_to(*way, (title, ""))
    return FormPage(
        title=title, submit=submit, back=trail[-2][1], trail=trail, lead=lead
    )


def seat_deed(seat: Seat, title: str, submit: str) -> FormPage:
    """Return the words of a page that does something with a position."""
    back = (str(seat), seat.get_absolute_url())
    return deed_page(title, submit, back=back, lead=str(seat))


def person_deed(person: Officeholder, title: str, submit: str) -> FormPage:
    """Return the words of a page that does something with a person."""
    back = (str(person), person.get_absolute_url())
    return deed_page(title, submit, back=back, lead=str(person))
