"""The seal of the office; everything else is read through accounts and organisations."""

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.seals import SEAL, shown_seals

__all__ = ["SEAL", "is_of_office", "seal_url", "shown_seals"]


def seal_url() -> str:
    """Return the address of the seal for everyone's pages, or nothing."""
    found = shown_seals().first()
    return found.get_absolute_url() if found else ""


def is_of_office(user: User, owner_pk: int) -> bool:
    """Whether a person belongs to the office whose file it is."""
    return user.organisation_id == owner_pk
