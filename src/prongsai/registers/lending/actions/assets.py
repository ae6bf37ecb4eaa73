"""Every way to change an entry of the asset register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.history import remember
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries.availability import in_store
from prongsai.registers.lending.states.assets import (
    ASSET,
    AssetState,
    Condition,
    EventKind,
)

EDITABLE = (
    "code", "name_th", "name_en", "brand", "model_name", "serial", "group", "kind",
    "quantity", "unit", "acquired_how", "acquired_on", "unit_price",
    "document_number", "fund", "useful_life", "internal_borrowable",
    "public_borrowable", "notes",
)  # fmt: skip
"""What a correction may change; place, keeper, condition and state have deeds of their own."""


class CodeTaken(ItaError):
    """Another asset of the office has this code: ``code``."""

    code = "lending.code-taken"


class StruckOff(ItaError):
    """The asset has left the register: ``code``."""

    code = "lending.struck-off"


class FewerThanMissing(ItaError):
    """The quantity would fall below what is missing: ``missing``."""

    code = "lending.fewer-than-missing"


class LentOut(ItaError):
    """Some of it is in the hands of borrowers: ``out``."""

    code = "lending.lent-out"


class DayToCome(ItaError):
    """A deed is entered with a day that has not come yet."""

    code = "lending.day-to-come"


@dataclass(frozen=True, kw_only=True)
class Movement:
    """Where an asset goes and who answers for it there."""

    division: Division
    place: str = ""
    keeper: User | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Repair:
    """One trip to the workshop, or the way back: day, what was done, what it cost."""

    on: date
    note: str = ""
    reference: str = ""
    cost: Decimal | None = None
    condition: Condition = Condition.USABLE


@transaction.atomic
def register(draft: Asset, *, by: User, at: datetime) -> Asset:
    """Enter an asset, filled in by a form but not saved, into the register."""
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    draft.organisation_id = by.organisation_id
    draft.state, draft.missing, draft.version = ASSET.start, 0, 1
    _save(draft)
    remember(draft, EventKind.REGISTERED, by=by, at=at, to_condition=draft.condition)
    audit.record("lending.asset-registered", on=draft, by=by, at=at)
    return draft


@transaction.atomic
def edit(
    asset: Asset, wanted: Mapping[str, object], *, version: int, by: User, at: datetime
) -> Asset:
    """Correct an entry; the history keeps what it said before."""
    asset = locked(asset, by=by, at=at)
    check_version(asset, version)
    changes = {}
    for name in EDITABLE:
        if name in wanted and wanted[name] != getattr(asset, name):
            changes[name] = [_text(getattr(asset, name)), _text(wanted[name])]
            setattr(asset, name, wanted[name])
    if asset.quantity < asset.missing:
        raise FewerThanMissing(missing=asset.missing)
    if changes:
        advance(asset)
        _save(asset)
        remember(asset, EventKind.EDITED, by=by, at=at, changes=changes)
        audit.record(
            "lending.asset-edited", on=asset, by=by, at=at, fields=",".join(changes)
        )
    return asset


@transaction.atomic
def move(asset: Asset, movement: Movement, *, by: User, at: datetime) -> Asset:
    """Give an asset to another division, place or keeper."""
    asset = locked(asset, by=by, at=at)
    remember(
        asset,
        EventKind.MOVED,
        by=by,
        at=at,
        from_division=asset.division,
        to_division=movement.division,
        from_place=asset.place,
        to_place=movement.place,
        note=movement.note,
        changes=_keepers(asset.keeper, movement.keeper),
    )
    asset.division, asset.place = movement.division, movement.place
    asset.keeper = movement.keeper
    advance(asset)
    asset.save(update_fields=["division", "place", "keeper", "version"])
    audit.record("lending.asset-moved", on=asset, by=by, at=at)
    return asset


@transaction.atomic
def send_to_repair(asset: Asset, repair: Repair, *, by: User, at: datetime) -> Asset:
    """Note that an asset went to the workshop."""
    asset = locked(asset, by=by, at=at)
    _not_to_come(repair.on, at)
    refuse_if_lent_out(asset, wanted=asset.present)
    _enter(asset, AssetState.UNDER_REPAIR)
    remember(
        asset,
        EventKind.SENT_TO_REPAIR,
        by=by,
        at=at,
        happened_on=repair.on,
        reference=repair.reference,
        note=repair.note,
    )
    audit.record("lending.asset-sent-to-repair", on=asset, by=by, at=at)
    return asset


@transaction.atomic
def take_back_from_repair(
    asset: Asset, repair: Repair, *, by: User, at: datetime
) -> Asset:
    """Note that an asset came back from the workshop, what it cost and how it is."""
    asset = locked(asset, by=by, at=at)
    _not_to_come(repair.on, at)
    before, asset.condition = asset.condition, repair.condition
    _enter(asset, AssetState.IN_USE, "condition")
    remember(
        asset,
        EventKind.REPAIRED,
        by=by,
        at=at,
        happened_on=repair.on,
        from_condition=before,
        to_condition=asset.condition,
        cost=repair.cost,
        reference=repair.reference,
        note=repair.note,
    )
    audit.record("lending.asset-repaired", on=asset, by=by, at=at)
    return asset


@transaction.atomic
def change_condition(
    asset: Asset, condition: Condition, *, note: str, by: User, at: datetime
) -> Asset:
    """Note that an asset is in another condition than the register says."""
    asset = locked(asset, by=by, at=at)
    note_condition(asset, condition, by=by, at=at, note=note)
    audit.record(
        "lending.asset-condition", on=asset, by=by, at=at, condition=condition.value
    )
    return asset


def note_condition(
    asset: Asset, condition: Condition, *, by: User, at: datetime, note: str = ""
) -> None:
    """Write a condition seen in another deed (a return, a check) on a locked asset."""
    if asset.condition == condition:
        return
    remember(
        asset,
        EventKind.CONDITION_CHANGED,
        by=by,
        at=at,
        from_condition=asset.condition,
        to_condition=condition,
        note=note,
    )
    asset.condition = condition
    advance(asset)
    asset.save(update_fields=["condition", "version"])


def locked(asset: Asset, *, by: User, at: datetime) -> Asset:
    """Lock an asset that this person may change and that is still in the register."""
    asset = (
        Asset.objects.select_for_update(of=("self",))
        .select_related("group", "division")
        .get(pk=asset.pk)
    )
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    if asset.state == AssetState.STRUCK_OFF:
        raise StruckOff(code=asset.code)
    return asset


def refuse_if_lent_out(asset: Asset, *, wanted: int) -> None:
    """Refuse a deed that needs this many here while borrowers have some of them."""
    here = in_store([asset])[asset.pk]
    if wanted > here:
        raise LentOut(out=asset.present - here)


def _enter(asset: Asset, state: AssetState, *also: str) -> None:
    ASSET.check(AssetState(asset.state), state)
    asset.state = state
    advance(asset)
    asset.save(update_fields=["state", "version", *also])


def _not_to_come(day: date, at: datetime) -> None:
    if day > localdate(at):
        raise DayToCome


def _save(asset: Asset) -> None:
    """Save, and say it in words when another row has the code already."""
    try:
        with transaction.atomic():
            asset.save()
    except IntegrityError as error:
        taken = Asset.objects.filter(
            organisation=asset.organisation_id, code=asset.code
        ).exclude(pk=asset.pk)
        if taken.exists():
            raise CodeTaken(code=asset.code) from error
        raise


def _keepers(before: User | None, after: User | None) -> dict[str, list[str]]:
    return {} if before == after else {"keeper": [_text(before), _text(after)]}


def _text(value: object) -> str:
    """A value as the history keeps it: keys for rows, nothing for nothing."""
    if isinstance(value, Model):
        return str(value.pk)
    return "" if value is None else str(value)
