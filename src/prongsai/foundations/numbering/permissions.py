"""Who sees the register of numbers and who declares one void.

The register of documents is kept by the central office, whose head is the chief
permanent officer (§3.2 of the regulation on office work, section on registers): that
post declares a number void, or whoever acts for it. The administrator manages people
and neither reads nor changes what the office does.
"""

from datetime import date

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities, capacity


def can_see_register(user: User, *, on: date) -> bool:
    """Everybody with a post, except who is nothing but administrator."""
    return any(held.role != Role.ADMINISTRATOR for held in capacities(user, on=on))


def can_void(user: User, *, on: date) -> bool:
    """The chief permanent officer, or who acts for that post."""
    return capacity(user, Role.CLERK, on=on) is not None
