"""The parts of an item: added, changed, moved, removed; tables read from spreadsheets."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files_
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.drafts import (
    PartDraft,
    cleaned,
    problems_of,
)
from prongsai.registers.disclosure.actions.holding import enter, hold, open_again
from prongsai.registers.disclosure.actions.refusals import TableProblems, TableTaken
from prongsai.registers.disclosure.models import Item, Part, TableUpload
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries import tables
from prongsai.registers.disclosure.states import ItemState, PartKind

__all__ = [
    "PartDraft",
    "add",
    "edit",
    "move",
    "remove",
    "take_table",
    "upload_table",
]


@transaction.atomic
def add(
    item: Item,
    draft: PartDraft,
    *,
    files: Sequence[StoredFile] = (),
    by: User,
    at: datetime,
) -> Part:
    """Add a part at the end of an item; a published item becomes a draft again."""
    item = _held(item, by=by, at=at)
    draft = _checked(draft, item, files=files)
    part = Part(
        organisation_id=item.organisation_id,
        item=item,
        kind=draft.kind,
        supply=draft.supply,
        order=_last(item) + 1,
    )
    _write(part, draft, by=by, at=at)
    part.save()
    _claim(part, files, by=by, at=at)
    open_again(item, by=by, at=at)
    audit.record(
        "disclosure.part-added", on=item, by=by, at=at,
        part=part.pk, kind=part.kind, keys=", ".join(part.keys),
    )  # fmt: skip
    return part


@transaction.atomic
def edit(
    part: Part,
    draft: PartDraft,
    *,
    files: Sequence[StoredFile] = (),
    version: int | None = None,
    by: User,
    at: datetime,
) -> Part:
    """Change a part; new files take the place of the old ones, which are kept."""
    part, item = _held_part(part, version=version, by=by, at=at)
    draft = _checked(draft, item, files=files or queries.files_of(part))
    _write(part, draft, by=by, at=at)
    part.is_to_renew = False
    advance(part)
    part.save()
    _claim(part, files, by=by, at=at)
    open_again(item, by=by, at=at)
    audit.record(
        "disclosure.part-edited", on=item, by=by, at=at,
        part=part.pk, kind=part.kind, keys=", ".join(part.keys),
    )  # fmt: skip
    return part


@transaction.atomic
def remove(part: Part, *, version: int | None = None, by: User, at: datetime) -> Item:
    """Take a part out of its item; without any part, and nothing public, it is missing."""
    part, item = _held_part(part, version=version, by=by, at=at)
    pk, kind = part.pk, part.kind
    part.delete()
    open_again(item, by=by, at=at)
    if item.published_id is None and not item.parts.exists():
        enter(item, ItemState.MISSING)
        item.save(update_fields=["state"])
    audit.record("disclosure.part-removed", on=item, by=by, at=at, part=pk, kind=kind)
    return item


@transaction.atomic
def move(part: Part, *, up: bool, by: User, at: datetime) -> Part:
    """Put a part one place higher or lower among the parts of its item."""
    part, item = _held_part(part, version=None, by=by, at=at)
    rows = queries.parts_of(item)
    keys = [one.pk for one in rows]
    here = keys.index(part.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return part
    rows[here], rows[there] = rows[there], rows[here]
    for order, one in enumerate(rows):
        one.order = order
    Part.objects.bulk_update(rows, ["order"])
    open_again(item, by=by, at=at)
    audit.record("disclosure.part-moved", on=item, by=by, at=at, part=part.pk)
    return part


@transaction.atomic
def upload_table(
    item: Item,
    received: TableUpload,
    *,
    part: Part | None = None,
    by: User,
    at: datetime,
) -> TableUpload:
    """Keep a spreadsheet that was read until its preview is answered."""
    item = hold(item)
    if not permissions.can_write(by, item, localdate(at)):
        raise PermissionDenied
    received.organisation_id = item.organisation_id
    received.item, received.part = item, part
    received.uploaded_at, received.uploaded_by = at, by
    received.save(force_insert=True)
    audit.record("disclosure.table-uploaded", on=item, by=by, at=at, rows=received.rows)
    return received


@transaction.atomic
def take_table(
    upload: TableUpload, draft: PartDraft, *, by: User, at: datetime
) -> Part:
    """Make a part of an uploaded table, or put it into the part it is for."""
    upload = TableUpload.objects.select_for_update(of=("self",)).get(
        organisation=tenancy.required(), pk=upload.pk
    )
    if by.pk != upload.uploaded_by_id:
        raise PermissionDenied
    if upload.taken_at is not None:
        raise TableTaken
    read = tables.read(upload)
    if read.problems:
        raise TableProblems(count=len(read.problems))
    whole = PartDraft(**{**vars(draft), "kind": PartKind.TABLE, "table": read.table})
    if upload.part is None:
        part = add(upload.item, whole, by=by, at=at)
    else:
        part = edit(upload.part, whole, by=by, at=at)
    upload.table, upload.taken_at, upload.taken_by = [], at, by
    upload.save()
    return part


def _held(item: Item, *, by: User, at: datetime) -> Item:
    held = hold(item)
    if not permissions.can_write(by, held, localdate(at)):
        raise PermissionDenied
    return held


def _held_part(
    part: Part, *, version: int | None, by: User, at: datetime
) -> tuple[Part, Item]:
    item = _held(part.item, by=by, at=at)
    found = Part.objects.select_for_update(of=("self",)).get(
        organisation=tenancy.required(), pk=part.pk
    )
    if version is not None:
        check_version(found, version)
    return found, item


def _checked(draft: PartDraft, item: Item, *, files: Sequence[StoredFile]) -> PartDraft:
    draft = cleaned(draft)
    for problem in problems_of(draft, item=item, files=files):
        raise problem
    return draft


def _write(part: Part, draft: PartDraft, *, by: User, at: datetime) -> None:
    part.keys = list(draft.keys)
    part.title_th, part.title_en = draft.title_th, draft.title_en
    part.body_th, part.body_en = draft.body_th, draft.body_en
    part.url = draft.url
    part.table = draft.table if draft.kind == PartKind.TABLE else {}
    part.alt_th, part.alt_en = draft.alt_th, draft.alt_en
    part.data_year = draft.data_year
    part.starts_on, part.ends_on = draft.starts_on, draft.ends_on
    part.written_at, part.written_by = at, by


def _claim(part: Part, files: Sequence[StoredFile], *, by: User, at: datetime) -> None:
    """Hang new files on a part in a slot of their own; the earlier slot is kept."""
    if not files:
        return
    part.file_slot = f"v{part.version}"
    part.save(update_fields=["file_slot"])
    files_.claim(files, owner=part, slot=part.file_slot, by=by, at=at)


def _last(item: Item) -> int:
    found = item.parts.order_by("-order").values_list("order", flat=True).first()
    return -1 if found is None else found
