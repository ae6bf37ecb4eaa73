"""Who may do what with the directory."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities

_WRITERS = frozenset({Role.ANALYST, Role.CLERK, Role.ADMINISTRATOR})
_PUBLISHERS = frozenset({Role.ANALYST, Role.CLERK})


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # every question has a day
    """Whether a person may see the draft of the directory: everybody of the office may."""
    return user.is_active


def can_write(user: User, on: date) -> bool:
    """Whether a person keeps positions, people, terms, duties and contact."""
    return any(held.role in _WRITERS for held in capacities(user, on=on))


def can_publish(user: User, on: date) -> bool:
    """Whether a person may make the directory public as it stands."""
    return any(held.role in _PUBLISHERS for held in capacities(user, on=on))
