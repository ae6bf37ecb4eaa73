"""What is missing: reported, looked into (ข้อ 214), found again or established as lost."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.assets import locked
from prongsai.registers.lending.actions.history import remember
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.states.assets import (
    ASSET,
    AssetState,
    Condition,
    EventKind,
)


class NotThatMany(ItaError):
    """More than there are: ``wanted``, ``there``."""

    code = "lending.not-that-many"


@dataclass(frozen=True, kw_only=True)
class Loss:
    """How many, by which paper, and what is known about it."""

    quantity: int
    reference: str = ""
    note: str = ""


@transaction.atomic
def report_missing(asset: Asset, loss: Loss, *, by: User, at: datetime) -> Asset:
    """Note that some or all of an asset cannot be found; fact-finding begins."""
    asset = locked(asset, by=by, at=at)
    note_missing(asset, loss, by=by, at=at)
    audit.record(
        "lending.asset-missing", on=asset, by=by, at=at, quantity=loss.quantity
    )
    return asset


def note_missing(asset: Asset, loss: Loss, *, by: User | None, at: datetime) -> None:
    """Write a loss seen in another deed (a return, a check) on a locked asset.

    Nothing is deducted: the quantity stays until a disposal (ข้อ 217).
    """
    _refuse_unless(0 < loss.quantity <= asset.present, loss, asset.present)
    asset.missing += loss.quantity
    if asset.present == 0:
        ASSET.check(AssetState(asset.state), AssetState.FACT_FINDING)
        asset.state = AssetState.FACT_FINDING
    _keep(asset, EventKind.MISSING, loss, by=by, at=at)


@transaction.atomic
def find_again(asset: Asset, loss: Loss, *, by: User, at: datetime) -> Asset:
    """Note that missing things turned up."""
    asset = locked(asset, by=by, at=at)
    note_found(asset, loss, by=by, at=at)
    audit.record("lending.asset-found", on=asset, by=by, at=at, quantity=loss.quantity)
    return asset


def note_found(asset: Asset, loss: Loss, *, by: User | None, at: datetime) -> None:
    """Write on a locked asset that missing things were seen in another deed."""
    _refuse_unless(0 < loss.quantity <= asset.missing, loss, asset.missing)
    asset.missing -= loss.quantity
    if asset.state == AssetState.FACT_FINDING:
        asset.state = AssetState.IN_USE
    if asset.condition == Condition.LOST:
        asset.condition = Condition.USABLE
    _keep(asset, EventKind.FOUND_AGAIN, loss, by=by, at=at)


@transaction.atomic
def establish_loss(asset: Asset, loss: Loss, *, by: User, at: datetime) -> Asset:
    """Note what the fact-finding came to: lost. Only a disposal takes it off the register."""
    asset = locked(asset, by=by, at=at)
    _refuse_unless(0 < loss.quantity <= asset.missing, loss, asset.missing)
    if asset.state == AssetState.FACT_FINDING:
        asset.condition = Condition.LOST
    _keep(asset, EventKind.CONFIRMED_LOST, loss, by=by, at=at)
    audit.record("lending.asset-lost", on=asset, by=by, at=at, quantity=loss.quantity)
    return asset


def _keep(
    asset: Asset, kind: EventKind, loss: Loss, *, by: User | None, at: datetime
) -> None:
    advance(asset)
    asset.save(update_fields=["missing", "state", "condition", "version"])
    remember(
        asset,
        kind,
        by=by,
        at=at,
        quantity=loss.quantity,
        reference=loss.reference,
        note=loss.note,
    )


def _refuse_unless(fits: bool, loss: Loss, there: int) -> None:  # noqa: FBT001  # a guard
    if not fits:
        raise NotThatMany(wanted=loss.quantity, there=there)
