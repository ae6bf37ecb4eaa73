"""Who decides on a loan, as a table of the regulation: pure, without database or clock.

MOF regulation on procurement and supplies B.E. 2560 (2017), ข้อ 207, 208, 210.
"""

from dataclasses import dataclass

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.models.loan_choices import (
    OUTSIDERS,
    Benefit,
    BorrowerKind,
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the regulation looks at. ``consumable``: at least one thing is used up."""

    borrower: BorrowerKind
    benefit: Benefit
    on_premises: bool
    consumable: bool = False
    basis: bool = False
    urgent: bool = False
    leaves_enough: bool = True
    """Declared by the supply officer; taken as given until the stock was checked."""


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """Who decides, or what forbids it; ``rule`` names the words of the regulation."""

    rule: str
    decides: Role | None = None
    forbidden: str = ""


def ruling(case: Case) -> Ruling:
    """Return who decides on a case, or the code of what forbids it.

    >>> ruling(Case(borrower=BorrowerKind.INTERNAL, benefit=Benefit.OFFICIAL,
    ...     on_premises=True)).decides
    Role.HEAD
    """
    # ข้อ 207: not for anything that serves neither the state nor the public.
    if case.benefit == Benefit.PRIVATE:
        return Ruling(rule="207", forbidden="lending.private-use")
    if case.consumable:
        return _consumables(case)
    if case.borrower in OUTSIDERS:
        return _outsiders(case)
    return _state(case)


def _outsiders(case: Case) -> Ruling:
    """Residents borrow only where a local rule or announcement lets them (ข้อ 207)."""
    if not case.basis:
        return Ruling(rule="207-basis", forbidden="lending.no-basis")
    return Ruling(rule="207-basis", decides=Role.MAYOR)


def _state(case: Case) -> Ruling:
    """Who decides on durable things that stay with the state (ข้อ 208)."""
    # (1) Between agencies the head of the lending office approves.
    if case.borrower == BorrowerKind.AGENCY:
        return Ruling(rule="208-1", decides=Role.MAYOR)
    # (2) Same office: on the premises the head of the responsible division, off the
    # premises the head of the office.
    if case.on_premises:
        return Ruling(rule="208-2-on", decides=Role.HEAD)
    return Ruling(rule="208-2-off", decides=Role.MAYOR)


def _consumables(case: Case) -> Ruling:
    """ข้อ 210: only between agencies, when urgent there and enough remains here."""
    if case.borrower != BorrowerKind.AGENCY:
        return Ruling(rule="210", forbidden="lending.consumable-to-others")
    if not case.urgent:
        return Ruling(rule="210", forbidden="lending.consumable-not-urgent")
    if not case.leaves_enough:
        # Found out when the stock is checked: somebody must say no to the other agency.
        return Ruling(
            rule="210", decides=Role.MAYOR, forbidden="lending.consumable-not-enough"
        )
    return Ruling(rule="210", decides=Role.MAYOR)
