"""Every way to read offices and divisions."""

from django.db.models import QuerySet

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division, Organisation


def office_of_host(host: str) -> Organisation | None:
    """Return the office a host name belongs to, or the only office of the installation."""
    name = host.rsplit(":", 1)[0].lower()
    found = Organisation.objects.filter(hosts__host=name).first()
    if found is not None:
        return found
    first_two = Organisation.objects.order_by("pk")[:2]
    return first_two[0] if len(first_two) == 1 else None


def divisions() -> QuerySet[Division]:
    """Return the divisions of the current office in their order."""
    return Division.objects.filter(organisation=tenancy.required())


def with_sections(division: Division) -> set[int]:
    """Return the keys of a division and of everything under it."""
    rows = list(divisions().values_list("pk", "parent_id"))
    found = {division.pk}
    while more := {pk for pk, parent in rows if parent in found} - found:
        found |= more
    return found
