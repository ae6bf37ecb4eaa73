"""The number that grows whenever an office's public pages change; caches compare it."""

from django.db.models import F

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import Stamp


def public_pages_changed() -> None:
    """Say that public pages of the current office differ from now on.

    ``publish`` and ``withdraw`` say so by themselves. A register says so where its
    public pages show working tables.
    """
    office = tenancy.required()
    Stamp.objects.get_or_create(organisation_id=office)
    Stamp.objects.filter(organisation=office).update(number=F("number") + 1)


def stamp_of(office: int) -> int:
    """Return the number of an office; call it from anywhere."""
    with tenancy.acting_for(office):
        found = Stamp.objects.filter(organisation=office).values_list(
            "number", flat=True
        )
        return found.first() or 0
