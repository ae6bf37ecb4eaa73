"""The number that grows whenever an office's public pages change; caches compare it."""

from django.db.models import F

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
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
    """Return the number of an office; call it from anywhere.

    The version of the office counts too: its name and telephone stand on every page.
    Both only grow, so their sum moves whenever one of them does.
    """
    with tenancy.acting_for(office):
        stamps = Stamp.objects.filter(organisation=office)
        offices = Organisation.objects.filter(pk=office)
        return sum(stamps.values_list("number", flat=True)) + sum(
            offices.values_list("version", flat=True)
        )
