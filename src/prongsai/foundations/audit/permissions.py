"""Who may read the history: the auditor. The administrator manages people and reads none."""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacity


def can_read_history(user: User, *, on: date) -> bool:
    """The auditor of the office, by an own post or by an order."""
    return capacity(user, Role.AUDITOR, on=on) is not None
