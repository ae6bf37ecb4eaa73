"""Enter people into the directory and correct them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.directory.actions.asking import locked, must_write
from prongsai.registers.directory.models import Officeholder


@dataclass(frozen=True, kw_only=True)
class PersonDraft:
    """Somebody as they are shown to the public."""

    first_name: str
    last_name: str
    prefix: str = ""
    name_en: str = ""
    user: User | None = None
    phone: str = ""
    email: str = ""


@transaction.atomic
def add(draft: PersonDraft, *, by: User, at: datetime) -> Officeholder:
    """Enter somebody; nothing of it is public before they hold a position."""
    must_write(by, at)
    holder = Officeholder.objects.create(
        organisation_id=tenancy.required(), **vars(draft)
    )
    audit.record("directory.person-added", on=holder, by=by, at=at)
    return holder


@transaction.atomic
def edit(
    holder: Officeholder,
    draft: PersonDraft,
    *,
    version: int,
    by: User,
    at: datetime,
) -> Officeholder:
    """Correct name and contact of somebody."""
    holder = locked(holder, by=by, at=at)
    check_version(holder, version)
    for name, value in vars(draft).items():
        setattr(holder, name, value)
    advance(holder)
    holder.save()
    audit.record("directory.person-edited", on=holder, by=by, at=at)
    return holder
