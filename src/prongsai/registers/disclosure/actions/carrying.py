"""Taking one item's parts over from an earlier year, files and all."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.kinds import FORMATS
from prongsai.foundations.files.models import StoredFile
from prongsai.registers.disclosure.actions.holding import hold, open_again
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries.years import Carried, is_year_bound


@transaction.atomic
def carry_item(carried: Carried, *, by: User, at: datetime) -> int:
    """Copy the fitting parts, the division and the accountable person of an item."""
    before = carried.before
    if before is None:
        return 0
    item = hold(carried.item)
    item.carried_from = before
    item.division_id = before.division_id or item.division_id
    if before.accountable is not None and before.accountable.is_active:
        item.accountable = before.accountable
    item.approval = before.approval
    item.save()
    for part in carried.parts:
        _copy(part, item, by=by, at=at)
    if carried.parts:
        open_again(item, by=by, at=at)
    audit.record(
        "disclosure.item-carried", on=item, by=by, at=at,
        from_item=before.pk, parts=len(carried.parts),
    )  # fmt: skip
    return len(carried.parts)


def _copy(part: Part, item: Item, *, by: User, at: datetime) -> None:
    keys = set(item.known_keys)
    made = Part.objects.create(
        organisation_id=item.organisation_id,
        item=item,
        order=item.parts.count(),
        kind=part.kind,
        keys=[key for key in part.keys if key in keys],
        title_th=part.title_th,
        title_en=part.title_en,
        body_th=part.body_th,
        body_en=part.body_en,
        url=part.url,
        table=part.table,
        alt_th=part.alt_th,
        alt_en=part.alt_en,
        data_year=part.data_year,
        starts_on=part.starts_on,
        ends_on=part.ends_on,
        file_slot=part.file_slot,
        is_to_renew=is_year_bound(part),
        written_at=at,
        written_by=by,
    )
    for file in queries.files_of(part):
        _copy_file(file, made, by=by, at=at)


def _copy_file(file: StoredFile, part: Part, *, by: User, at: datetime) -> None:
    with bytes_of(file) as source:
        content = ContentFile(source.read())
    row = StoredFile(
        organisation_id=part.organisation_id,
        name=file.name,
        format=file.format,
        content_type=file.content_type,
        uploaded_by=file.uploaded_by,
        uploaded_at=file.uploaded_at,
        owner_kind=part._meta.label_lower,
        owner_pk=part.pk,
        slot=file.slot,
        claimed_by=by,
        claimed_at=at,
    )
    stored(row, write(content, ending=FORMATS[file.format].endings[0]))
