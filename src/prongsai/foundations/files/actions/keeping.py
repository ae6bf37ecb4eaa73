"""Stage two: a row claims the files that were sent with it; or the sender takes one back."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions.copying import make_thumbnail
from prongsai.foundations.files.errors import AlreadyClaimed, StagedFileGone
from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy


@transaction.atomic
def claim(
    files: Iterable[StoredFile],
    *,
    owner: Model,
    by: User | None,
    at: datetime,
    slot: str = "",
    personal: bool = False,
) -> list[StoredFile]:
    """Hang received files on a row; call it inside the deed that makes the row.

    ``slot`` tells files of one row apart ("handover", "return"). ``personal`` says that
    they hold personal data: then every reading is recorded.
    """
    kept = []
    for pk in [file.pk for file in files]:
        file = _staged(pk, by=by)
        file.owner_kind, file.owner_pk = owner._meta.label_lower, owner.pk
        file.claimed_by, file.claimed_at = by, at
        file.slot, file.holds_personal_data = slot, personal
        file.save(
            update_fields=[
                "owner_kind", "owner_pk", "claimed_by", "claimed_at", "slot",
                "holds_personal_data",
            ]
        )  # fmt: skip
        audit.record(
            "files.claimed",
            on=file,
            by=by,
            at=at,
            owner=f"{file.owner_kind}:{owner.pk}",
        )
        make_thumbnail(file, at=at)
        kept.append(file)
    return kept


@transaction.atomic
def discard(file: StoredFile, *, by: User | None, at: datetime) -> None:
    """Take back a file that was received and is claimed by nothing."""
    staged = _staged(file.pk, by=by)
    audit.record("files.discarded", on=staged, by=by, at=at)
    key = staged.key
    staged.delete()
    transaction.on_commit(lambda: default_storage.delete(key))


@transaction.atomic
def forget(owner: Model, *, slot: str, by: None = None, at: datetime) -> int:
    """Remove the files of a slot whose time is over, with every copy; return how many.

    What stays is that there was a file, and its digest. Bytes left by a kill after the
    rows are gone are swept up the next day.
    """
    rows = StoredFile.objects.select_for_update().filter(
        organisation=tenancy.required(),
        owner_kind=owner._meta.label_lower,
        owner_pk=owner.pk,
        slot=slot,
        part=Part.ORIGINAL,
    )
    found = list(rows)
    for file in found:
        audit.record("files.forgotten", on=file, by=by, at=at, digest=file.sha256)
        keys = [file.key, *file.copies.values_list("key", flat=True)]
        file.delete()
        transaction.on_commit(partial(_delete_bytes, keys))
    return len(found)


def _delete_bytes(keys: list[str]) -> None:
    for key in keys:
        default_storage.delete(key)


def _staged(pk: int, *, by: User | None) -> StoredFile:
    """Return a received file, locked; only who sent it may go on with it."""
    found = (
        StoredFile.objects.select_for_update()
        .filter(organisation=tenancy.required(), pk=pk)
        .first()
    )
    if found is None:
        raise StagedFileGone
    if found.claimed_at is not None:
        raise AlreadyClaimed(name=found.name)
    if found.uploaded_by_id != (None if by is None else by.pk):
        raise PermissionDenied
    return found
