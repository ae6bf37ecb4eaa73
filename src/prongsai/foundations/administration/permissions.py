"""Who may keep people and the office. An administrator gives posts, never to themself."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacity


def can_administer(user: User, *, on: date) -> bool:
    """Administrators keep people, posts, divisions and the office."""
    return user.is_active and capacity(user, Role.ADMINISTRATOR, on=on) is not None


def can_change_powers(user: User, person: User, *, on: date) -> bool:
    """Nobody gives powers to themself, or closes their own account."""
    return user.pk != person.pk and can_administer(user, on=on)


def can_see_people(user: User, *, on: date) -> bool:
    """Administrators and auditors see who has which post."""
    return user.is_active and any(
        capacity(user, role, on=on) for role in (Role.ADMINISTRATOR, Role.AUDITOR)
    )
