"""Striking assets off the register (ข้อ 215–218), by an approved memo and never without."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.assets import (
    DayToCome,
    locked,
    refuse_if_lent_out,
)
from prongsai.registers.lending.actions.history import remember
from prongsai.registers.lending.actions.missing import NotThatMany
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.states.assets import (
    ASSET,
    AssetState,
    DisposalHow,
    EventKind,
)


class MemoNeeded(ItaError):
    """Nothing is struck off without the number and date of an approved memo."""

    code = "lending.memo-needed"


class BeforeTheMemo(ItaError):
    """Struck off before the memo was approved."""

    code = "lending.before-the-memo"


class AlreadyTold(ItaError):
    """The Audit Office was told already."""

    code = "lending.already-told"


@dataclass(frozen=True, kw_only=True)
class Approval:
    """What was approved: the way, how many, by which memo, carried out on which day."""

    how: DisposalHow
    quantity: int
    memo_number: str
    memo_date: date
    on: date
    note: str = ""


@transaction.atomic
def strike_off(asset: Asset, approval: Approval, *, by: User, at: datetime) -> Disposal:
    """Take an asset, or some of a lot, off the register.

    Lost things can only be written off, and only lost things can (ข้อ 217).
    """
    asset = locked(asset, by=by, at=at)
    _refuse_bad_papers(approval, at)
    is_loss = approval.how == DisposalHow.WRITTEN_OFF
    there = asset.missing if is_loss else asset.present
    if not 0 < approval.quantity <= there:
        raise NotThatMany(wanted=approval.quantity, there=there)
    if not is_loss:
        refuse_if_lent_out(asset, wanted=approval.quantity)
    _deduct(asset, approval.quantity, is_loss=is_loss)
    disposal = _recorded(asset, approval, by=by, at=at)
    audit.record(
        "lending.asset-struck-off",
        on=asset,
        by=by,
        at=at,
        how=approval.how.value,
        quantity=approval.quantity,
    )
    return disposal


@transaction.atomic
def tell_audit_office(
    disposal: Disposal, *, letter: str, on: date, by: User, at: datetime
) -> Disposal:
    """Note the letter by which the Audit Office learned of a disposal (ข้อ 218)."""
    disposal = Disposal.objects.select_for_update().get(pk=disposal.pk)
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    if disposal.told_on is not None:
        raise AlreadyTold
    if on > localdate(at):
        raise DayToCome
    disposal.told_on, disposal.told_letter = on, letter
    disposal.told_recorded_by, disposal.told_recorded_at = by, at
    disposal.save()
    audit.record("lending.disposal-told", on=disposal, by=by, at=at)
    return disposal


def _refuse_bad_papers(approval: Approval, at: datetime) -> None:
    if not approval.memo_number.strip():
        raise MemoNeeded
    if approval.on < approval.memo_date:
        raise BeforeTheMemo
    if approval.on > localdate(at):
        raise DayToCome


def _deduct(asset: Asset, quantity: int, *, is_loss: bool) -> None:
    if quantity == asset.quantity:
        ASSET.check(AssetState(asset.state), AssetState.STRUCK_OFF)
        asset.state = AssetState.STRUCK_OFF
    else:
        asset.quantity -= quantity
        asset.missing -= quantity if is_loss else 0
        if asset.present == 0 and asset.missing:
            asset.state = AssetState.FACT_FINDING  # what is left of the lot is missing
    advance(asset)
    asset.save(update_fields=["state", "quantity", "missing", "version"])


def _recorded(asset: Asset, approval: Approval, *, by: User, at: datetime) -> Disposal:
    remember(
        asset,
        EventKind.STRUCK_OFF,
        by=by,
        at=at,
        happened_on=approval.on,
        quantity=approval.quantity,
        reference=approval.memo_number,
        note=approval.note,
    )
    return Disposal.objects.create(
        organisation_id=asset.organisation_id,
        asset=asset,
        how=approval.how,
        quantity=approval.quantity,
        struck_off_on=approval.on,
        memo_number=approval.memo_number,
        memo_date=approval.memo_date,
        note=approval.note,
        recorded_at=at,
        recorded_by=by,
    )
