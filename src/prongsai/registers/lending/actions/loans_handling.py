"""Hand things over and take them back, with their condition and both names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.assets import note_condition
from prongsai.registers.lending.actions.history import remember
from prongsai.registers.lending.actions.loans_promising import (
    give_back,
    lines_of,
    lock_assets,
    locked,
    take_out,
)
from prongsai.registers.lending.actions.missing import Loss, note_missing
from prongsai.registers.lending.models import Asset, Loan, LoanLine, ReturnedItem
from prongsai.registers.lending.models.loan_choices import HARMED, ItemCondition
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.states.assets import Condition, EventKind
from prongsai.registers.lending.states.loans import (
    EXTENSION,
    LOAN,
    ExtensionState,
    LoanState,
)
from prongsai.ui.writing import short_date

HAND_OVER, RETURN = "hand-over", "return"
"""The slots of the photos of condition."""


class TooEarly(ItaError):
    """Handed over before the first day of the loan: ``starts_on``."""

    code = "lending.too-early"


class Lapsed(ItaError):
    """The last day of the loan is over and nothing was fetched: ``due_on``."""

    code = "lending.lapsed"


class NothingHanded(ItaError):
    """A hand-over without a single thing: that is a cancellation."""

    code = "lending.nothing-handed"


class MoreThanApproved(ItaError):
    """More of something than was approved: ``asset``, ``approved``."""

    code = "lending.more-than-approved"


class MoreThanOut(ItaError):
    """More of something than the borrower still has: ``asset``, ``outstanding``."""

    code = "lending.more-than-out"


class NothingReturned(ItaError):
    """A return without a single thing."""

    code = "lending.nothing-returned"


@dataclass(frozen=True, kw_only=True)
class Handed:
    """How many of one line leave the store and in what condition."""

    quantity: int
    condition: ItemCondition = ItemCondition.GOOD
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Everything noted when things leave: each line by its key, who takes them, photos."""

    lines: Mapping[int, Handed]
    to: str
    photos: Sequence[StoredFile] = ()


@dataclass(frozen=True, kw_only=True)
class Returned:
    """How many of one line came back in one condition."""

    line: int
    quantity: int
    condition: ItemCondition
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Return:
    """Everything noted when things come back: what, brought by whom, photos."""

    items: Sequence[Returned]
    brought_by: str
    photos: Sequence[StoredFile] = ()


@transaction.atomic
def hand_over(loan: Loan, given: HandOver, *, by: User, at: datetime) -> Loan:
    """Give approved things to the borrower."""
    loan = locked(loan)
    today = localdate(at)
    if not permissions.can_handle(by, loan, on=today):
        raise PermissionDenied
    LOAN.check(LoanState(loan.state), LoanState.HANDED_OVER)
    if today < loan.starts_on:
        raise TooEarly(starts_on=short_date(loan.starts_on))
    if today > loan.due_on:
        raise Lapsed(due_on=short_date(loan.due_on))
    lines = lines_of(loan)
    _note_handed(lines, given)
    take_out(loan, lines, at=at)
    LoanLine.objects.bulk_update(lines, ["handed", "condition_out", "note"])
    for line in lines:
        if line.handed:
            _remember(line, EventKind.LENT, line.handed, by=by, at=at)
    loan.state, loan.handed_to = LoanState.HANDED_OVER, given.to
    loan.handed_by, loan.handed_at = by, at
    loan.save(update_fields=["state", "handed_to", "handed_by", "handed_at"])
    files.claim(given.photos, owner=loan, by=by, at=at, slot=HAND_OVER)
    audit.record(
        "lending.handed-over",
        on=loan,
        by=by,
        at=at,
        items=sum(line.handed for line in lines),
        photos=len(given.photos),
    )
    return loan


@transaction.atomic
def take_back(loan: Loan, brought: Return, *, by: User, at: datetime) -> Loan:
    """Note what came back and how it is; the loan is returned once nothing is out."""
    loan = locked(loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    LOAN.check(LoanState(loan.state), LoanState.RETURNED)
    lines = {line.pk: line for line in lines_of(loan)}
    assets = lock_assets(lines.values())
    _refuse_wrong_return(lines, brought)
    for item in brought.items:
        line = lines[item.line]
        line.back += item.quantity
        line.save(update_fields=["back"])
        _write_return(line, item, brought, by=by, at=at)
        _shelve(line, assets[line.asset_id], item, by=by, at=at)
    files.claim(brought.photos, owner=loan, by=by, at=at, slot=RETURN)
    if not any(line.outstanding for line in lines.values()):
        loan.state, loan.returned_at = LoanState.RETURNED, at
        loan.save(update_fields=["state", "returned_at"])
        _let_extension_lapse(loan)
    audit.record(
        "lending.taken-back",
        on=loan,
        by=by,
        at=at,
        items=sum(item.quantity for item in brought.items),
        harmed=sum(i.quantity for i in brought.items if i.condition in HARMED),
        outstanding=sum(line.outstanding for line in lines.values()),
    )
    return loan


def _let_extension_lapse(loan: Loan) -> None:
    """Nobody needs to decide on more time for things that are back."""
    for extension in loan.extensions.select_for_update().filter(
        state=ExtensionState.ASKED
    ):
        EXTENSION.check(ExtensionState.ASKED, ExtensionState.LAPSED)
        extension.state = ExtensionState.LAPSED
        extension.save(update_fields=["state"])


def _note_handed(lines: list[LoanLine], given: HandOver) -> None:
    for line in lines:
        found = given.lines.get(line.pk, Handed(quantity=0))
        if not 0 <= found.quantity <= (line.approved or 0):
            raise MoreThanApproved(asset=line.asset.name, approved=line.approved)
        line.handed = found.quantity
        line.condition_out = found.condition if found.quantity else ""
        line.note = found.note
    if not any(line.handed for line in lines):
        raise NothingHanded


def _refuse_wrong_return(lines: Mapping[int, LoanLine], brought: Return) -> None:
    if not any(item.quantity for item in brought.items):
        raise NothingReturned
    for key, line in lines.items():
        back = sum(item.quantity for item in brought.items if item.line == key)
        if back > line.outstanding:
            raise MoreThanOut(asset=line.asset.name, outstanding=line.outstanding)


def _write_return(
    line: LoanLine, item: Returned, brought: Return, *, by: User, at: datetime
) -> None:
    ReturnedItem.objects.create(
        organisation_id=line.organisation_id,
        line=line,
        quantity=item.quantity,
        condition=item.condition,
        note=item.note,
        brought_by=brought.brought_by,
        received_by=by,
        received_at=at,
    )
    _remember(line, EventKind.RETURNED, item.quantity, by=by, at=at)


def _shelve(
    line: LoanLine, asset: Asset, item: Returned, *, by: User, at: datetime
) -> None:
    """Let whole things be lent again; note loss and damage in the asset register.

    Lost things count as missing there. Damaged ones of a lot stay blocked by their
    promise until they are made good; a single one is marked damaged itself.
    """
    if item.condition == ItemCondition.LOST:
        reference = str(line.loan)
        note_missing(
            asset, Loss(quantity=item.quantity, reference=reference), by=by, at=at
        )
    if item.condition == ItemCondition.DAMAGED and not asset.is_lot:
        note_condition(asset, Condition.DAMAGED, by=by, at=at, note=str(line.loan))
    if item.condition != ItemCondition.DAMAGED:
        give_back(line, item.quantity, at=at)


def _remember(
    line: LoanLine, kind: EventKind, quantity: int, *, by: User, at: datetime
) -> None:
    loan = str(line.loan)
    remember(line.asset, kind, by=by, at=at, quantity=quantity, reference=loan)
