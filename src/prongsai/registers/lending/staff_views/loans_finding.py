"""What the pages of a loan have in common: find it, ask, words around a form."""

from collections.abc import Callable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.pages import FormPage, Trail, today
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries

Question = Callable[..., bool]


def loan_of(request: StaffRequest, pk: int) -> Loan:
    """Return a loan this person may see, with everything of its page, or answer 404."""
    seen = queries.visible_to(request.user, on=today())
    return get_object_or_404(queries.with_everything(seen), pk=pk)


def allowed(request: StaffRequest, pk: int, question: Question) -> Loan:
    """Return a loan about which a permission says yes, or answer 404 or 403."""
    found = loan_of(request, pk)
    must(request, question, found)
    return found


def must(request: StaffRequest, question: Question, *about: Loan) -> None:
    """Answer 403 when a permission says no."""
    if not question(request.user, *about, on=today()):
        raise PermissionDenied


def handled(request: StaffRequest, pk: int) -> Loan:
    """Return a loan this supply officer handles."""
    return allowed(request, pk, permissions.can_handle)


def decided(request: StaffRequest, pk: int) -> Loan:
    """Return a loan this person decides on."""
    return allowed(request, pk, permissions.can_decide)


def deed_page(loan: Loan, title: str, submit: str, **more: str) -> FormPage:
    """Return the words of a page that does something with a loan."""
    back = loan.get_absolute_url()
    trail = loans_trail((str(loan), back), (title, ""))
    return FormPage(title=title, submit=submit, back=back, trail=trail, **more)


def loans_trail(*more: tuple[str, str]) -> Trail:
    """Return the way from the list of loans to this page."""
    return [(_("Loans"), reverse("lending:loans")), *more]


def sees_everything(user: User, *, on: date) -> bool:
    """Whether somebody handles, decides or oversees loans: the desk is for them."""
    return permissions.can_enter_for_outsiders(
        user, on=on
    ) or permissions.can_confirm_register(user, on=on)
