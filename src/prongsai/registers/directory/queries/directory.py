"""The working tables of the directory: what stands now, before it is published."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.registers.directory.models import (
    Branch,
    Channel,
    Duty,
    Entry,
    Landmark,
    Officeholder,
    OfficeHours,
    Powers,
    Road,
    Seat,
    Term,
    TermImport,
)

ENTRIES: dict[str, type[Entry]] = {
    model.code: model for model in (Duty, Channel, Landmark, Road)
}
"""The kinds of entries by the word in their address."""


def seats(user: User) -> QuerySet[Seat]:
    """Return the positions of a person's office, abolished ones too."""
    rows = Seat.objects.filter(organisation=user.organisation_id)
    return rows.select_related("division", "reports_to")


def standing_seats() -> QuerySet[Seat]:
    """Return the positions of the current office that are not abolished."""
    rows = Seat.objects.filter(organisation=tenancy.required())
    return rows.filter(abolished_on__isnull=True).select_related("division")


def seats_of(branch: Branch, *, on: date) -> list[Seat]:
    """Return the positions of one side, each with ``sitting``: its terms on a day."""
    sitting = Prefetch("terms", queryset=terms_on(on), to_attr="sitting")
    rows = standing_seats().filter(branch=branch)
    return list(rows.select_related("reports_to").prefetch_related(sitting))


def last_place() -> int:
    """Return the place of the last position in the order; 0 when there is none."""
    rows = Seat.objects.filter(organisation=tenancy.required())
    last = rows.order_by("-order").values_list("order", flat=True).first()
    return last or 0


def people(user: User) -> QuerySet[Officeholder]:
    """Return the people of the directory of a person's office."""
    return Officeholder.objects.filter(organisation=user.organisation_id)


def holders() -> QuerySet[Officeholder]:
    """Return the people of the directory of the current office."""
    return Officeholder.objects.filter(organisation=tenancy.required())


def terms(user: User) -> QuerySet[Term]:
    """Return the terms of a person's office that were not struck."""
    rows = Term.objects.filter(
        organisation=user.organisation_id, struck_at__isnull=True
    )
    return rows.select_related("seat", "holder")


def counting_terms() -> QuerySet[Term]:
    """Return the terms of the current office that were not struck."""
    rows = Term.objects.filter(organisation=tenancy.required(), struck_at__isnull=True)
    return rows.select_related("seat", "holder")


def terms_on(day: date) -> QuerySet[Term]:
    """Return who holds which position on a day, holders before those who act."""
    return (
        counting_terms()
        .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)
        .order_by("is_acting", "starts_on")
    )


def overlapping(
    seat: Seat, starts_on: date, ends_on: date | None, *, besides: Term | None = None
) -> Term | None:
    """Return a full term of a seat that shares a day with these, if there is one."""
    rows = counting_terms().filter(seat=seat, is_acting=False)
    rows = rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on))
    if ends_on is not None:
        rows = rows.filter(starts_on__lte=ends_on)
    if besides is not None:
        rows = rows.exclude(pk=besides.pk)
    return rows.first()


def struck_terms(seat: Seat) -> QuerySet[Term]:
    """Return the terms of a seat that were entered by mistake."""
    rows = seat.terms.filter(struck_at__isnull=False)
    return rows.select_related("holder")


def entries(user: User, kind: str) -> QuerySet[Any]:
    """Return the entries of one kind that stand in a person's office."""
    office = user.organisation_id
    if kind == Duty.code:
        found = Duty.objects.filter(organisation=office, retired_at__isnull=True)
        return found.select_related("division", "seat")
    rows = ENTRIES[kind]._default_manager
    return rows.filter(organisation=office, retired_at__isnull=True)


def duties() -> QuerySet[Duty]:
    """Return the duties that stand in the current office."""
    rows = Duty.objects.filter(organisation=tenancy.required(), retired_at__isnull=True)
    return rows.select_related("division", "seat")


def channels() -> QuerySet[Channel]:
    """Return the channels that stand in the current office."""
    return Channel.objects.filter(
        organisation=tenancy.required(), retired_at__isnull=True
    )


def landmarks() -> QuerySet[Landmark]:
    """Return the landmarks on the sketch map of the current office."""
    return Landmark.objects.filter(
        organisation=tenancy.required(), retired_at__isnull=True
    )


def roads() -> QuerySet[Road]:
    """Return the roads on the sketch map of the current office."""
    return Road.objects.filter(organisation=tenancy.required(), retired_at__isnull=True)


def powers() -> Powers | None:
    """Return the duties and powers of the current office, once they were written."""
    return Powers.objects.filter(organisation=tenancy.required()).first()


def hours() -> QuerySet[OfficeHours]:
    """Return when the doors of the current office are open."""
    return OfficeHours.objects.filter(organisation=tenancy.required())


def imports(user: User) -> QuerySet[TermImport]:
    """Return the files of people and terms that this person read in."""
    return TermImport.objects.filter(
        organisation=user.organisation_id, uploaded_by=user
    )
