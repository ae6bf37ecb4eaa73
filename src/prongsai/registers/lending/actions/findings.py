"""What an approved check changes in the register: conditions, places, things missing."""

from datetime import datetime

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.registers.lending.actions.assets import note_condition
from prongsai.registers.lending.actions.history import remember
from prongsai.registers.lending.actions.missing import Loss, note_found, note_missing
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.models.checks import CheckItem, StockCheck
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.states.assets import (
    AssetState,
    Condition,
    EventKind,
)


def apply_findings(stock_check: StockCheck, *, by: User, at: datetime) -> None:
    """Carry a locked, approved check over into the register.

    What is missing stays in the register under fact-finding (ข้อ 214); it is never
    deducted here.
    """
    reference = stock_check.order_number
    differing = {item.asset_id: item for item in queries.to_carry_over(stock_check)}
    assets = Asset.objects.select_for_update(of=("self",)).filter(pk__in=differing)
    for asset in assets.select_related("division").exclude(state=AssetState.STRUCK_OFF):
        _apply(asset, differing[asset.pk], by=by, at=at, reference=reference)
    _note_seen(stock_check, reference)


def _apply(
    asset: Asset, item: CheckItem, *, by: User, at: datetime, reference: str
) -> None:
    missing = min(item.lacking, asset.quantity)
    difference = abs(missing - asset.missing)
    loss = Loss(quantity=difference, reference=reference, note=item.note)
    if missing > asset.missing:
        note_missing(asset, loss, by=by, at=at)
    elif missing < asset.missing:
        note_found(asset, loss, by=by, at=at)
    if item.found:
        note_condition(asset, Condition(item.condition), by=by, at=at)
        _note_place(asset, item, by=by, at=at)


def _note_place(asset: Asset, item: CheckItem, *, by: User, at: datetime) -> None:
    if asset.place == item.place or not item.place:
        return
    remember(
        asset,
        EventKind.MOVED,
        by=by,
        at=at,
        from_division=asset.division,
        to_division=asset.division,
        from_place=asset.place,
        to_place=item.place,
    )
    asset.place = item.place
    asset.save(update_fields=["place"])


def _note_seen(stock_check: StockCheck, reference: str) -> None:
    """Write one line of history for every asset that was seen."""
    lines = [
        AssetEvent(
            organisation_id=item.organisation_id,
            asset_id=item.asset_id,
            kind=EventKind.COUNTED,
            happened_on=localdate(item.counted_at),
            recorded_at=item.counted_at,
            recorded_by_id=item.counted_by_id,
            to_condition=item.condition,
            to_place=item.place,
            quantity=item.found,
            reference=reference,
            note=item.note,
        )
        for item in CheckItem.objects.filter(stock_check=stock_check, found__gt=0)
        if item.counted_at is not None
    ]
    AssetEvent.objects.bulk_create(lines, batch_size=500)
