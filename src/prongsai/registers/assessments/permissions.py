"""Who may read, write and confirm the results of the assessment."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities

WRITERS = frozenset({Role.ANALYST, Role.CLERK})
"""The analyst compiles the year; the chief permanent officer answers for it."""


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # asked of a day, like the others
    """Everyone in the office: the result is announced to the public anyway."""
    return user.is_active


def can_write(user: User, on: date) -> bool:
    """Enter and correct results and our own checks: the analyst, the clerk."""
    return _holds(user, on)


def can_confirm(user: User, on: date) -> bool:
    """Say that the values are those announced, or that they have to be corrected."""
    return _holds(user, on)


def _holds(user: User, on: date) -> bool:
    return any(held.role in WRITERS for held in capacities(user, on=on))
