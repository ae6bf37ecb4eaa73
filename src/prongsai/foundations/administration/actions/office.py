"""Keep what the office is, what it is called and when it is open."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.administration import permissions
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import (
    Closure,
    FormerName,
    HostName,
    OfficeType,
    Organisation,
    WorkingHours,
)
from prongsai.foundations.organisations.queries import current_office
from prongsai.foundations.records.versions import advance, check_version

SETTINGS = (
    "dla_code",
    "cgd_code",
    "egp_code",
    "tambon",
    "amphoe",
    "province",
    "postcode",
    "address_th",
    "address_en",
    "phones",
    "email",
    "latitude",
    "longitude",
    "colour",
    "letter_code",
)
OPENS, CLOSES = time(8, 30), time(16, 30)
"""The usual hours of an office, proposed to a new one; every office sets its own."""


@transaction.atomic
def found(
    values: Mapping[str, Any], *, host: str, by: None, at: datetime
) -> Organisation:
    """Make a new office, open on working days; nobody but the command line does."""
    office = Organisation.objects.create(**values)
    if host:
        HostName.objects.create(host=host.lower(), organisation=office)
    with tenancy.acting_for(office.pk):
        WorkingHours.objects.bulk_create(
            WorkingHours(
                organisation=office, weekday=weekday, opens=OPENS, closes=CLOSES
            )
            for weekday in range(5)
        )
        audit.record("office.founded", on=office, by=by, at=at)
    return office


@transaction.atomic
def edit(
    values: Mapping[str, Any], *, version: int, by: User, at: datetime
) -> Organisation:
    """Change the settings of the current office."""
    office = _locked_office(by, at)
    check_version(office, version)
    changed = [n for n in SETTINGS if n in values and getattr(office, n) != values[n]]
    for name in changed:
        setattr(office, name, values[name])
    advance(office)
    office.save(update_fields=[*changed, "version"])
    audit.record("office.edited", on=office, by=by, at=at, fields=" ".join(changed))
    return office


@transaction.atomic
def rename(
    values: Mapping[str, str], *, since: date, basis: str, by: User, at: datetime
) -> Organisation:
    """Give the office a new name or type, and keep the old one with its last day."""
    office = _locked_office(by, at)
    before = (
        FormerName.objects.filter(organisation=office).order_by("-valid_to").first()
    )
    FormerName.objects.create(
        organisation=office,
        type=office.type,
        name_th=office.name_th,
        name_en=office.name_en,
        valid_from=before.valid_to + timedelta(days=1) if before else None,
        valid_to=since - timedelta(days=1),
        basis=basis,
    )
    office.type = OfficeType(values["type"])
    office.name_th, office.name_en = values["name_th"], values["name_en"]
    advance(office)
    office.save(update_fields=["type", "name_th", "name_en", "version"])
    audit.record("office.renamed", on=office, by=by, at=at)
    return office


@transaction.atomic
def set_hours(
    hours: Iterable[tuple[int, time, time]], *, by: User, at: datetime
) -> None:
    """Set the hours of every day of the week anew; a day without hours is closed."""
    office = _locked_office(by, at)
    WorkingHours.objects.filter(organisation=office).delete()
    rows = [
        WorkingHours(organisation=office, weekday=day, opens=opens, closes=closes)
        for day, opens, closes in hours
    ]
    WorkingHours.objects.bulk_create(rows)
    audit.record("office.hours_set", on=office, by=by, at=at, rows=len(rows))


@transaction.atomic
def add_closure(values: Mapping[str, Any], *, by: User, at: datetime) -> Closure:
    """Close on a day, or open on a public holiday."""
    office = _locked_office(by, at)
    row = Closure.objects.create(
        organisation=office,
        day=values["day"],
        reason_th=values["reason_th"],
        reason_en=values.get("reason_en", ""),
        is_open=values.get("is_open", False),
    )
    audit.record("office.closure_added", on=row, by=by, at=at, day=row.day.isoformat())
    return row


@transaction.atomic
def remove_closure(closure: Closure, *, by: User, at: datetime) -> None:
    """Take a day back that was entered wrongly."""
    office = _locked_office(by, at)
    audit.record(
        "office.closure_removed", on=office, by=by, at=at, day=closure.day.isoformat()
    )
    closure.delete()


def _locked_office(by: User, at: datetime) -> Organisation:
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    return Organisation.objects.select_for_update().get(pk=current_office().pk)
