"""Who may take back what was published, and who sees the list of it."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities

_MAY_WITHDRAW = {Role.HEAD, Role.CLERK, Role.MAYOR}


def can_withdraw(user: User, *, on: date) -> bool:
    """Those who answer for what the office says may take it back."""
    return any(held.role in _MAY_WITHDRAW for held in capacities(user, on=on))
