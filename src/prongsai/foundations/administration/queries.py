"""The seal of the office; everything else is read through accounts and organisations."""

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation

SEAL = "seal"
"""The slot of the seal among the files of an office."""


def shown_seals() -> QuerySet[StoredFile]:
    """Return the public copies of seals that are shown; there is one, or none."""
    return StoredFile.objects.filter(
        organisation=tenancy.required(),
        part=Part.PUBLIC,
        hidden_at__isnull=True,
        original__owner_kind=Organisation._meta.label_lower,
        original__slot=SEAL,
    ).order_by("-pk")


def seal_url() -> str:
    """Return the address of the seal for everyone's pages, or nothing."""
    found = shown_seals().first()
    return found.get_absolute_url() if found else ""


def is_of_office(user: User, owner_pk: int) -> bool:
    """Whether a person belongs to the office whose file it is."""
    return user.organisation_id == owner_pk
