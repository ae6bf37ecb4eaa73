"""Who may see and who may change the asset register."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities, capacity

READS_EVERYTHING = frozenset(
    {Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR}
)
"""Roles that read the whole register; the others see their divisions."""

READS_DIVISION = frozenset({Role.OFFICER, Role.HEAD})


def can_manage_assets(user: User, *, on: date) -> bool:
    """A supply officer keeps the register; nobody else writes in it."""
    return capacity(user, Role.SUPPLY_OFFICER, on=on) is not None


def can_read_register(user: User, *, on: date) -> bool:
    """Whether a person reads the whole register, also as a file."""
    return any(held.role in READS_EVERYTHING for held in capacities(user, on=on))


def can_open_assets(user: User, *, on: date) -> bool:
    """Whether there is anything for this person behind the menu entry."""
    roles = READS_EVERYTHING | READS_DIVISION
    return any(held.role in roles for held in capacities(user, on=on))
