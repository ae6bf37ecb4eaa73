"""A file of assets comes in: kept, looked at, then all of it or nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import ASSET, EventKind

_AT_ONCE = 500


class ImportOver(ItaError):
    """This file is in the register already."""

    code = "lending.import-over"


class ImportOutdated(ItaError):
    """Codes of the file were given to other assets meanwhile: ``count``."""

    code = "lending.import-outdated"


@transaction.atomic
def keep_file(draft: AssetImport, *, by: User, at: datetime) -> AssetImport:
    """Keep the cells of a file until somebody has looked at what it would do."""
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    draft.organisation_id = by.organisation_id
    draft.uploaded_by, draft.uploaded_at = by, at
    draft.save(force_insert=True)
    audit.record("lending.import-read", on=draft, by=by, at=at, rows=draft.rows)
    return draft


@transaction.atomic
def confirm(
    uploaded: AssetImport, assets: Sequence[Asset], *, by: User, at: datetime
) -> int:
    """Enter every row of a file that was checked; return how many."""
    uploaded = _locked(uploaded, by=by, at=at)
    if taken := queries.taken_codes([asset.code for asset in assets]):
        raise ImportOutdated(count=len(taken))
    for asset in assets:
        asset.organisation_id = by.organisation_id
        asset.state, asset.missing, asset.version = ASSET.start, 0, 1
    entered = Asset.objects.bulk_create(assets, batch_size=_AT_ONCE)
    _remember_all(entered, uploaded, by=by, at=at)
    uploaded.table = []
    uploaded.confirmed_by, uploaded.confirmed_at = by, at
    uploaded.save(update_fields=["table", "confirmed_by", "confirmed_at"])
    audit.record(
        "lending.import-confirmed", on=uploaded, by=by, at=at, rows=len(entered)
    )
    return len(entered)


@transaction.atomic
def discard(uploaded: AssetImport, *, by: User, at: datetime) -> None:
    """Throw away a file that was read and not taken over."""
    uploaded = _locked(uploaded, by=by, at=at)
    audit.record("lending.import-discarded", on=uploaded, by=by, at=at)
    uploaded.delete()


def _locked(uploaded: AssetImport, *, by: User, at: datetime) -> AssetImport:
    uploaded = AssetImport.objects.select_for_update().get(pk=uploaded.pk)
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    if uploaded.confirmed_at is not None:
        raise ImportOver
    return uploaded


def _remember_all(
    entered: Sequence[Asset], uploaded: AssetImport, *, by: User, at: datetime
) -> None:
    lines = [
        AssetEvent(
            organisation_id=asset.organisation_id,
            asset=asset,
            kind=EventKind.IMPORTED,
            happened_on=localdate(at),
            recorded_at=at,
            recorded_by=by,
            to_condition=asset.condition,
            reference=uploaded.file_name[:100],
        )
        for asset in entered
    ]
    AssetEvent.objects.bulk_create(lines, batch_size=_AT_ONCE)
