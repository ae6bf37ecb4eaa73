"""Who may do what with the disclosure of a year."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.registers.disclosure.models import Item

KEEPERS = frozenset({Role.ANALYST, Role.CLERK})
"""The analyst keeps the year; the chief permanent officer answers for it."""


VERIFIERS = KEEPERS | {Role.AUDITOR, Role.MAYOR}


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # every question has a day
    """Whether a person may see the year: everybody of the office may."""
    return user.is_active


def can_keep_year(user: User, on: date) -> bool:
    """Whether a person may open a year, assign items and give exemptions."""
    return any(held.role in KEEPERS for held in capacities(user, on=on))


def can_write(user: User, item: Item, on: date) -> bool:
    """Whether a person may change the parts of an item.

    Those who keep the year, the accountable person, and whoever has a post in the
    responsible division.
    """
    if can_keep_year(user, on) or item.accountable_id == user.pk:
        return True
    return item.division_id is not None and any(
        one.division is not None and one.division.pk == item.division_id
        for one in capacities(user, on=on)
    )


def can_publish(user: User, on: date) -> bool:
    """Whether a person may make an item public where no memo is asked for."""
    return can_keep_year(user, on)


def can_withdraw(user: User, on: date) -> bool:
    """Whether a person may take an item back from the public."""
    return any(held.role == Role.CLERK for held in capacities(user, on=on))


def can_verify(user: User, on: date) -> bool:
    """Whether a person may start the self-check, the watcher and the exports."""
    return any(held.role in VERIFIERS for held in capacities(user, on=on))
