"""Who writes circulars, who sees them, and who sees who has not acknowledged yet."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.registers.meetings.models import Circular

WRITERS = frozenset({Role.ANALYST, Role.HEAD, Role.CLERK, Role.MAYOR})
OVERSEERS = frozenset({Role.CLERK, Role.MAYOR, Role.AUDITOR})
"""Roles that see every circular that was sent, and who acknowledged it."""


def can_write(user: User, *, on: date) -> bool:
    """Write a circular: analyst, heads, clerk, mayor."""
    return any(held.role in WRITERS for held in capacities(user, on=on))


def can_manage(user: User, circular: Circular, *, on: date) -> bool:
    """Change, send, remind, close, withdraw: its writer, or the clerk."""
    if user.organisation_id != circular.organisation_id:
        return False
    held = {capacity.role for capacity in capacities(user, on=on)}
    is_own = circular.drafted_by_id == user.pk
    return Role.CLERK in held or (is_own and bool(held & WRITERS))


def can_oversee(user: User, *, on: date) -> bool:
    """See every circular that was sent: clerk, mayor, auditor."""
    return any(held.role in OVERSEERS for held in capacities(user, on=on))


def can_see_everyone(user: User, circular: Circular, *, on: date) -> bool:
    """See of every addressee whether they acknowledged; heads see their own people."""
    return can_manage(user, circular, on=on) or can_oversee(user, on=on)
