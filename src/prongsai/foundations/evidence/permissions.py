"""Who may take figures and have them proved."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities

_ONLY_ADMINISTRATION = {Role.ADMINISTRATOR}


def can_take(user: User, *, on: date) -> bool:
    """Whoever holds a post in the work of the office; administrators only administer."""
    return any(
        held.role not in _ONLY_ADMINISTRATION for held in capacities(user, on=on)
    )


def can_verify(user: User, *, on: date) -> bool:
    """Whoever holds any post: a proof shows numbers only."""
    return bool(capacities(user, on=on))
