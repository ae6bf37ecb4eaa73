"""Who looks after background work."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacity
from prongsai.foundations.tasks.models import Progress


def can_look_after(user: User, *, on: date) -> bool:
    """The administrator sees what failed and has it tried again."""
    return capacity(user, Role.ADMINISTRATOR, on=on) is not None


def can_follow(user: User, progress: Progress) -> bool:
    """Whoever began long work may see how far it is."""
    return progress.started_by_id == user.pk
