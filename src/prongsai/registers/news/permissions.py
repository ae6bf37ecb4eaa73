"""Who writes, publishes, withdraws and posts articles."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.news.models import Article, Poster

EDITORS = frozenset({Role.ANALYST, Role.CLERK})
"""The analyst keeps what the office publishes; the chief permanent officer answers."""


def can_read(user: User, on: date) -> bool:  # noqa: ARG001  # every question has a day
    """Everybody of the office reads what is being written."""
    return user.is_active


def can_write(user: User, on: date) -> bool:  # noqa: ARG001  # every question has a day
    """Begin an article: everybody of the office."""
    return user.is_active


def can_edit_all(user: User, on: date) -> bool:
    """Change and publish every article: the analyst, the chief permanent officer."""
    return any(held.role in EDITORS for held in capacities(user, on=on))


def can_edit(user: User, article: Article, on: date) -> bool:
    """Change an article: who wrote it, and who may publish it."""
    return article.written_by_id == user.pk or can_publish(user, article, on)


def can_publish(user: User, article: Article, on: date) -> bool:
    """Make it public: the head of its division, the analyst, the chief permanent officer."""
    return can_edit_all(user, on) or any(
        held.role == Role.HEAD
        and held.division is not None
        and article.division_id in with_sections(held.division)
        for held in capacities(user, on=on)
    )


def can_withdraw(user: User, on: date) -> bool:
    """Take it back from the public: the analyst, the chief permanent officer."""
    return can_edit_all(user, on)


def can_post(user: User, article: Article, on: date) -> bool:
    """Post it elsewhere: who may publish it."""
    return can_publish(user, article, on)


def can_keep_outlets(user: User, on: date) -> bool:
    """Switch posting on and off: administrators."""
    return any(held.role == Role.ADMINISTRATOR for held in capacities(user, on=on))


def can_make_posters(user: User, on: date) -> bool:
    """Make posters and leaflets: everybody who holds a post in the office."""
    return bool(capacities(user, on=on))


def can_change_poster(user: User, poster: Poster, on: date) -> bool:
    """Change or remove one: who made it, and the editors."""
    if not can_make_posters(user, on):
        return False
    return poster.made_by_id == user.pk or can_edit_all(user, on)
