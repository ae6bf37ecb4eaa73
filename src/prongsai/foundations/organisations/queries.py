"""Every way to read offices and divisions."""

from collections.abc import Iterator

from django.db.models import QuerySet

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import (
    Closure,
    Division,
    FormerName,
    HostName,
    Organisation,
    WorkingHours,
)
from prongsai.foundations.organisations.reading import once


def office_of_host(host: str) -> Organisation | None:
    """Return the office a host name belongs to, or the only office of the installation."""
    name = host.rsplit(":", 1)[0].lower()
    found = Organisation.objects.filter(hosts__host=name).first()
    if found is not None:
        return found
    first_two = Organisation.objects.order_by("pk")[:2]
    return first_two[0] if len(first_two) == 1 else None


def any_office() -> bool:
    """Whether this installation has an office already."""
    return Organisation.objects.exists()


def host_is_taken(host: str) -> bool:
    """Whether a host name leads to an office already."""
    return HostName.objects.filter(host=host.lower()).exists()


def current_office() -> Organisation:
    """Return the office in whose name this runs."""
    return Organisation.objects.get(pk=tenancy.required())


def divisions() -> QuerySet[Division]:
    """Return the divisions of the current office in their order."""
    return Division.objects.filter(organisation=tenancy.required())


def with_sections(division: Division) -> set[int]:
    """Return the keys of a division and of everything under it."""
    rows = once("parents", lambda: list(divisions().values_list("pk", "parent_id")))
    found = {division.pk}
    while more := {pk for pk, parent in rows if parent in found} - found:
        found |= more
    return found


def former_names() -> QuerySet[FormerName]:
    """Return what the current office was called before, the latest first."""
    found = FormerName.objects.filter(organisation=tenancy.required())
    return found.order_by("-valid_to")


def host_names() -> list[str]:
    """Return the addresses in the browser that lead to the current office."""
    found = HostName.objects.filter(organisation=tenancy.required())
    return list(found.order_by("host").values_list("host", flat=True))


def hours() -> QuerySet[WorkingHours]:
    """Return when the current office is open, through the week."""
    return WorkingHours.objects.filter(organisation=tenancy.required())


def closures() -> QuerySet[Closure]:
    """Return the days the current office is closed on, or open in spite of a holiday."""
    return Closure.objects.filter(organisation=tenancy.required())


def tree() -> list[tuple[int, Division]]:
    """Return every division with its depth, each below the one it is part of."""
    rows = list(divisions())
    return list(_below(None, rows, 0))


def _below(
    parent: int | None, rows: list[Division], depth: int
) -> Iterator[tuple[int, Division]]:
    for row in rows:
        if row.parent_id == parent:
            yield depth, row
            yield from _below(row.pk, rows, depth + 1)
