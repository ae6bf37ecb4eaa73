"""Who may do what with a loan. Plain questions, answered yes or no on a given day."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity, capacities, capacity
from prongsai.registers.lending.models.loan_choices import Benefit, BorrowerKind
from prongsai.registers.lending.models.loans import Loan
from prongsai.registers.lending.permissions.matrix import Case, Ruling, ruling
from prongsai.registers.lending.states.loans import LoanState

READERS = frozenset({Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR})
"""Roles that see every loan of the office; heads see those of their division."""


def can_request(user: User, *, on: date) -> bool:
    """Anyone with a post here; who only manages people or reads logs may not."""
    roles = {held.role for held in capacities(user, on=on)}
    return bool(roles - {Role.AUDITOR, Role.ADMINISTRATOR})


def can_enter_for_outsiders(user: User, *, on: date) -> bool:
    """The supply officers, at their counter."""
    return capacity(user, Role.SUPPLY_OFFICER, on=on) is not None


def can_handle(user: User, loan: Loan, *, on: date) -> bool:
    """Check, hand over, take back, chase: a supply officer of the office.

    Supply work is one section in most offices, so its officers serve every division;
    but never about things they borrow themselves.
    """
    return (
        user.organisation_id == loan.organisation_id
        and loan.borrower_id != user.pk
        and capacity(user, Role.SUPPLY_OFFICER, on=on) is not None
    )


def can_cancel(user: User, loan: Loan, *, on: date) -> bool:
    """Who borrows, who entered it, or the supply officer of the division."""
    return is_own(user, loan) or can_handle(user, loan, on=on)


def can_extend(user: User, loan: Loan, *, on: date) -> bool:
    """Ask for more time: who may cancel may also ask."""
    return can_cancel(user, loan, on=on)


def can_decide(user: User, loan: Loan, *, on: date) -> bool:
    """Whoever the regulation names for this loan, and never on one's own request."""
    return decides_as(user, loan, on=on) is not None


def decides_as(user: User, loan: Loan, *, on: date) -> Capacity | None:
    """Return in what right a person decides on a loan, own post or acting, or ``None``.

    Nobody decides on what they borrow or asked for themselves.
    """
    role = ruling_of(loan).decides
    if role is None or user.organisation_id != loan.organisation_id:
        return None
    if is_own(user, loan):
        return None
    return capacity(user, role, on=on, division=loan.division)


def is_own(user: User, loan: Loan) -> bool:
    """Whether somebody borrows it, or entered the request."""
    return user.pk in {loan.borrower_id, loan.requested_by_id}


def can_unmask(user: User, loan: Loan, *, on: date) -> bool:
    """See an identity number in full: who handles the loan, or decides on it."""
    return can_handle(user, loan, on=on) or can_decide(user, loan, on=on)


def can_read_files(user: User, loan: Loan, *, on: date) -> bool:
    """See condition photos and basis documents: whoever takes part in the loan."""
    oversees = {Role.CLERK, Role.MAYOR}
    return (
        is_own(user, loan)
        or can_unmask(user, loan, on=on)
        or any(held.role in oversees for held in capacities(user, on=on))
    )


def can_propose_register(user: User, *, on: date) -> bool:
    """Prepare the public register: a supply officer."""
    return can_enter_for_outsiders(user, on=on)


def can_confirm_register(user: User, *, on: date) -> bool:
    """Let it go out: a head of division, the clerk or the head of the office."""
    allowed = {Role.HEAD, Role.CLERK, Role.MAYOR}
    return any(held.role in allowed for held in capacities(user, on=on))


def ruling_of(loan: Loan) -> Ruling:
    """Apply the matrix of the regulation to a loan as it stands."""
    checked = loan.state != LoanState.REQUESTED
    return ruling(
        Case(
            borrower=BorrowerKind(loan.borrower_kind),
            benefit=Benefit(loan.benefit),
            on_premises=loan.on_premises,
            consumable=loan.has_consumables,
            basis=bool(loan.basis),
            urgent=bool(loan.urgency),
            leaves_enough=loan.leaves_enough or not checked,
        )
    )
