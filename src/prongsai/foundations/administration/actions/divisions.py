"""Keep the tree of divisions; one that is no longer used is retired, never deleted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import posts_at
from prongsai.foundations.administration import permissions
from prongsai.foundations.administration.refusals import (
    DivisionInsideItself,
    DivisionInUse,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy, titles
from prongsai.foundations.organisations.models import (
    Division,
    OfficeType,
    Organisation,
)
from prongsai.foundations.organisations.queries import with_sections
from prongsai.foundations.records.versions import advance, check_version

FIELDS = ("parent", "code", "name_th", "name_en", "phone", "letter_code", "order")


@transaction.atomic
def add(values: Mapping[str, Any], *, by: User, at: datetime) -> Division:
    """Add a division, or a section inside one."""
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    division = Division.objects.create(
        organisation_id=tenancy.required(),
        **{name: values[name] for name in FIELDS if name in values},
    )
    audit.record("office.division_added", on=division, by=by, at=at)
    return division


@transaction.atomic
def add_usual(office: Organisation, *, by: None, at: datetime) -> list[Division]:
    """Give a new office the divisions its type usually has."""
    usual = titles.titles_of(OfficeType(office.type)).divisions
    found = [
        Division.objects.create(
            organisation=office,
            code=each.code,
            name_th=each.name.th,
            name_en=each.name.en,
            order=number,
        )
        for number, each in enumerate(usual, 1)
    ]
    for division in found:
        audit.record("office.division_added", on=division, by=by, at=at)
    return found


@transaction.atomic
def edit(
    division: Division,
    values: Mapping[str, Any],
    *,
    version: int,
    by: User,
    at: datetime,
) -> Division:
    """Change a division, or move it under another."""
    division = _locked(division, by, at)
    check_version(division, version)
    parent = values.get("parent")
    if parent is not None and parent.pk in with_sections(division):
        raise DivisionInsideItself
    for name in FIELDS:
        if name in values:
            setattr(division, name, values[name])
    advance(division)
    division.save(update_fields=[*FIELDS, "version"])
    audit.record("office.division_edited", on=division, by=by, at=at)
    return division


@transaction.atomic
def retire(division: Division, *, by: User, at: datetime) -> Division:
    """Use a division no more; its history stays."""
    division = _locked(division, by, at)
    inside = with_sections(division) - {division.pk}
    if Division.objects.filter(pk__in=inside, is_active=True).exists():
        raise DivisionInUse
    if posts_at(division, on=localdate(at)).exists():
        raise DivisionInUse
    return _use(division, in_use=False, by=by, at=at)


@transaction.atomic
def restore(division: Division, *, by: User, at: datetime) -> Division:
    """Use a division again."""
    return _use(_locked(division, by, at), in_use=True, by=by, at=at)


def _use(division: Division, *, in_use: bool, by: User, at: datetime) -> Division:
    division.is_active = in_use
    advance(division)
    division.save(update_fields=["is_active", "version"])
    verb = "office.division_restored" if in_use else "office.division_retired"
    audit.record(verb, on=division, by=by, at=at)
    return division


def _locked(division: Division, by: User, at: datetime) -> Division:
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    return Division.objects.select_for_update().get(pk=division.pk)
