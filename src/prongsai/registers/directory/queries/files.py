"""Who may open the photos of the directory: asked by key, when somebody opens one."""

from prongsai.foundations.accounts.models import User
from prongsai.registers.directory.queries import directory


def can_read_holder(user: User, pk: int) -> bool:
    """Everybody of the office may see the photo of an officeholder."""
    return directory.people(user).filter(pk=pk).exists()
