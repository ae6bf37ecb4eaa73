"""Cleaning: uploads nobody claimed go; bytes without a row go; rows without bytes are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction

from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy


@dataclass(frozen=True, kw_only=True)
class Swept:
    """What a sweep did: files nobody claimed, bytes without a row, rows without bytes."""

    unclaimed: int
    orphans: int
    missing: list[int]


def sweep(*, by: None = None, at: datetime) -> Swept:
    """Clean the files of the current office; run it once a day."""
    unclaimed = remove_unclaimed(by=by, at=at)
    return Swept(
        unclaimed=unclaimed,
        orphans=remove_orphans(by=by, at=at),
        missing=tell_missing(by=by, at=at),
    )


@transaction.atomic
def remove_unclaimed(*, by: None = None, at: datetime) -> int:
    """Remove what was received and claimed by nothing for some hours."""
    rows = StoredFile.objects.select_for_update().filter(
        organisation=tenancy.required(),
        claimed_at__isnull=True,
        uploaded_at__lt=at - _patience(),
    )
    found = list(rows)
    for file in found:
        audit.record("files.expired", on=file, by=by, at=at)
        transaction.on_commit(partial(_remove, file.key))
    StoredFile.objects.filter(pk__in=[file.pk for file in found]).delete()
    return len(found)


def remove_orphans(*, by: None = None, at: datetime) -> int:  # noqa: ARG001  # a deed
    """Remove bytes no row speaks of: a kill came between the bytes and the row.

    Fresh ones stay: their row may be on its way.
    """
    removed = 0
    for key in list(_kept_keys()):
        if default_storage.get_modified_time(key) > at - _patience():
            continue
        if not StoredFile.objects.filter(key=key).exists():
            _remove(key)
            removed += 1
    return removed


@transaction.atomic
def tell_missing(*, by: None = None, at: datetime) -> list[int]:
    """Note, once each, the rows whose bytes are gone; return all of them."""
    found = []
    for file in StoredFile.objects.filter(organisation=tenancy.required()).iterator():
        if default_storage.exists(file.key):
            continue
        found.append(file.pk)
        if file.missing_at is None:
            file.missing_at = at
            file.save(update_fields=["missing_at"])
            audit.record("files.bytes-missing", on=file, by=by, at=at)
    return found


def _remove(key: str) -> None:
    default_storage.delete(key)


def _kept_keys() -> Iterator[str]:
    """Every key of the current office that has bytes."""
    office = str(tenancy.required())
    try:
        folders, _ = default_storage.listdir(office)
    except FileNotFoundError:
        return
    for folder in folders:
        for name in default_storage.listdir(f"{office}/{folder}")[1]:
            yield f"{office}/{folder}/{name}"


def _patience() -> timedelta:
    return timedelta(hours=settings.PRONGSAI_UNCLAIMED_HOURS)
