"""Who may read, write, override and publish the reports of the year."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities

WRITERS = frozenset({Role.ANALYST, Role.CLERK})
"""The analyst compiles the year; the chief permanent officer answers for it."""


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # asked of a day, like the others
    """Everyone in the office: what is approved becomes public anyway."""
    return user.is_active


def can_write(user: User, on: date) -> bool:
    """Begin, write, submit and take back: the analyst, the chief permanent officer."""
    return any(held.role in WRITERS for held in capacities(user, on=on))


def can_publish(user: User, on: date) -> bool:
    """Make an approved report public: those who write it."""
    return can_write(user, on)


def can_override(user: User, on: date) -> bool:
    """Let a report go on with an error: the chief permanent officer, in writing."""
    return any(held.role == Role.CLERK for held in capacities(user, on=on))
