"""Duties, channels, landmarks and roads: add, edit, take out."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.directory.actions import refusals
from prongsai.registers.directory.actions.asking import locked, must_write
from prongsai.registers.directory.models import Entry

E = TypeVar("E", bound=Entry)


@transaction.atomic
def add(kind: type[E], values: Mapping[str, object], *, by: User, at: datetime) -> E:
    """Enter a duty, a channel, a landmark or a road."""
    must_write(by, at)
    entry = kind(organisation_id=tenancy.required(), **values)
    entry.save(force_insert=True)
    audit.record("directory.entry-added", on=entry, by=by, at=at, kind=entry.code)
    return entry


@transaction.atomic
def edit(
    entry: E, values: Mapping[str, object], *, version: int, by: User, at: datetime
) -> E:
    """Correct an entry."""
    entry = _standing(entry, by=by, at=at)
    check_version(entry, version)
    for name, value in values.items():
        setattr(entry, name, value)
    advance(entry)
    entry.save()
    audit.record("directory.entry-edited", on=entry, by=by, at=at, kind=entry.code)
    return entry


@transaction.atomic
def retire(entry: E, *, by: User, at: datetime) -> E:
    """Take an entry out; versions that were public keep it."""
    entry = _standing(entry, by=by, at=at)
    entry.retired_at, entry.retired_by = at, by
    advance(entry)
    entry.save(update_fields=["retired_at", "retired_by", "version"])
    audit.record("directory.entry-retired", on=entry, by=by, at=at, kind=entry.code)
    return entry


def _standing(entry: E, *, by: User, at: datetime) -> E:
    entry = locked(entry, by=by, at=at)
    if entry.retired_at is not None:
        raise refusals.EntryRetired
    return entry
