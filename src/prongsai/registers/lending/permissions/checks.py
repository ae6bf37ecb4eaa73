"""Who appoints, who counts and who decides in an annual check (ข้อ 213)."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities, capacity
from prongsai.registers.lending.models.checks import StockCheck

READS_CHECKS = frozenset({Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR})
ENTERS_ORDERS = frozenset({Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR})


def can_read_checks(user: User, *, on: date) -> bool:
    """Whether a person reads every check; members read their own anyway."""
    return any(held.role in READS_CHECKS for held in capacities(user, on=on))


def can_open_check(user: User, *, on: date) -> bool:
    """Who enters the order of the head of the office, and the letters afterwards."""
    return any(held.role in ENTERS_ORDERS for held in capacities(user, on=on))


def is_barred_from_committee(user: User, *, on: date) -> bool:
    """A supply officer may not check what they keep themselves (ข้อ 213)."""
    return capacity(user, Role.SUPPLY_OFFICER, on=on) is not None


def can_count(user: User, stock_check: StockCheck) -> bool:
    """Only the people the order appoints count and report."""
    return any(member.user_id == user.pk for member in stock_check.members.all())


def can_decide_check(user: User, *, on: date) -> bool:
    """The head of the office decides about the report."""
    return capacity(user, Role.MAYOR, on=on) is not None
