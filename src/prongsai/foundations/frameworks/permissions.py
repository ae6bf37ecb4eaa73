"""Who may install a corrected framework, and decide that it counts."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # every question has a day
    """Everybody of the office may see what is demanded and how sure it is."""
    return user.is_active


def can_install(user: User, on: date) -> bool:
    """The administrator: a framework changes what every register of the office asks."""
    return any(held.role == Role.ADMINISTRATOR for held in capacities(user, on=on))
