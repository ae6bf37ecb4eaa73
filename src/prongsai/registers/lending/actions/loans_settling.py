"""Make damage and loss good: open, hear, decide, see it done; then close the loan."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.assets import note_condition
from prongsai.registers.lending.actions.loans_deciding import Subject, Word, decide
from prongsai.registers.lending.actions.loans_promising import (
    lines_of,
    lock_assets,
    locked,
    release_all,
)
from prongsai.registers.lending.actions.loans_telling import (
    tell_borrower_side,
    tell_deciders,
)
from prongsai.registers.lending.actions.missing import Loss, find_again, note_missing
from prongsai.registers.lending.models import (
    Asset,
    Loan,
    LoanLine,
    ReturnedItem,
    Settlement,
)
from prongsai.registers.lending.models.loan_choices import (
    HARMED,
    ItemCondition,
    Outcome,
    Remedy,
)
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.states.assets import Condition
from prongsai.registers.lending.states.loans import (
    LOAN,
    SETTLEMENT,
    LoanState,
    SettlementState,
)
from prongsai.ui.writing import short_date


class NothingHarmed(ItaError):
    """Everything came back whole: there is nothing to settle."""

    code = "lending.nothing-harmed"


class HarmUnsettled(ItaError):
    """Damage or loss must be made good before the loan is closed (ข้อ 209)."""

    code = "lending.harm-unsettled"


class StillTimeToAnswer(ItaError):
    """The borrower may still answer: ``until``."""

    code = "lending.still-time-to-answer"


class AmountMissing(ItaError):
    """A payment without an amount."""

    code = "lending.amount-missing"


class CannotRepairLoss(ItaError):
    """What is lost cannot be repaired."""

    code = "lending.cannot-repair-loss"


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What the borrower said to it; ``silent`` when no answer came in time."""

    text: str = ""
    silent: bool = False


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How it is to be made good; an amount only when it is paid."""

    remedy: Remedy
    amount: Decimal | None = None


@transaction.atomic
def open_settlement(loan: Loan, *, findings: str, by: User, at: datetime) -> Settlement:
    """Say what is damaged or lost and give the borrower time to answer (ม.30)."""
    loan = locked(loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    LOAN.check(LoanState(loan.state), LoanState.SETTLING)
    if not _harmed(loan):
        raise NothingHarmed
    loan.state = LoanState.SETTLING
    loan.save(update_fields=["state"])
    today = localdate(at)
    answer_by = today + timedelta(days=rules.value("hearing_days", on=today))
    settlement = Settlement.objects.create(
        organisation_id=loan.organisation_id,
        loan=loan,
        findings=findings,
        answer_by=answer_by,
        opened_by=by,
        opened_at=at,
    )
    audit.record("lending.settlement-opened", on=loan, by=by, at=at)
    tell_borrower_side(loan, "lending.settlement-opened", by=by, at=at)
    return settlement


@transaction.atomic
def hear(
    settlement: Settlement, statement: Statement, *, by: User, at: datetime
) -> Settlement:
    """Write down what the borrower says, or that the time to answer has run out."""
    loan, settlement = _locked(settlement)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    SETTLEMENT.check(SettlementState(settlement.state), SettlementState.HEARD)
    if statement.silent and localdate(at) <= settlement.answer_by:
        raise StillTimeToAnswer(until=short_date(settlement.answer_by))
    settlement.state = SettlementState.HEARD
    settlement.statement, settlement.was_silent = statement.text, statement.silent
    settlement.heard_by, settlement.heard_at = by, at
    settlement.save()
    audit.record(
        "lending.borrower-heard", on=loan, by=by, at=at, silent=statement.silent
    )
    tell_deciders(loan, "lending.settlement-to-decide", at=at)
    return settlement


@transaction.atomic
def decide_settlement(
    settlement: Settlement, terms: Terms, word: Word, *, by: User, at: datetime
) -> Settlement:
    """Decide how damage or loss is made good; adverse, so it says why (ม.37)."""
    loan, settlement = _locked(settlement)
    held = permissions.decides_as(by, loan, on=localdate(at))
    if held is None:
        raise PermissionDenied
    SETTLEMENT.check(SettlementState(settlement.state), SettlementState.DECIDED)
    if terms.remedy == Remedy.PAY and not terms.amount:
        raise AmountMissing
    if terms.remedy == Remedy.REPAIR and _quantity(loan, ItemCondition.LOST):
        raise CannotRepairLoss
    settlement.state, settlement.remedy = SettlementState.DECIDED, terms.remedy
    settlement.amount = terms.amount if terms.remedy == Remedy.PAY else None
    settlement.save()
    subject = Subject(settlement=settlement)
    decide(loan, Outcome.PARTLY, word, held=held, at=at, subject=subject)
    return settlement


@transaction.atomic
def fulfil(settlement: Settlement, *, proof: str, by: User, at: datetime) -> Settlement:
    """Confirm that it was made good, by which receipt or note."""
    loan, settlement = _locked(settlement)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    SETTLEMENT.check(SettlementState(settlement.state), SettlementState.FULFILLED)
    settlement.state, settlement.proof = SettlementState.FULFILLED, proof
    settlement.fulfilled_by, settlement.fulfilled_at = by, at
    settlement.save()
    lines = lines_of(loan)
    assets = lock_assets(lines)
    for line in lines:
        _mend(line, assets[line.asset_id], Remedy(settlement.remedy), by=by, at=at)
    release_all(loan, at=at)
    audit.record("lending.made-good", on=loan, by=by, at=at, remedy=settlement.remedy)
    return settlement


@transaction.atomic
def close(loan: Loan, *, by: User, at: datetime) -> Loan:
    """Close a loan: everything is back and whole, or made good."""
    loan = locked(loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    LOAN.check(LoanState(loan.state), LoanState.CLOSED)
    settled = Settlement.objects.filter(loan=loan, state=SettlementState.FULFILLED)
    if _harmed(loan) and not settled.exists():
        raise HarmUnsettled
    loan.state, loan.closed_by, loan.closed_at = LoanState.CLOSED, by, at
    loan.save(update_fields=["state", "closed_by", "closed_at"])
    audit.record("lending.closed", on=loan, by=by, at=at)
    return loan


def _locked(settlement: Settlement) -> tuple[Loan, Settlement]:
    loan = locked(settlement.loan)
    fresh = Settlement.objects.select_for_update().get(pk=settlement.pk)
    fresh.loan = loan
    return loan, fresh


def _harmed(loan: Loan) -> bool:
    rows = ReturnedItem.objects.filter(line__loan=loan, condition__in=HARMED)
    return rows.exists()


def _quantity(
    loan: Loan, condition: ItemCondition, line: LoanLine | None = None
) -> int:
    rows = ReturnedItem.objects.filter(line__loan=loan, condition=condition)
    if line is not None:
        rows = rows.filter(line=line)
    return rows.aggregate(total=Sum("quantity"))["total"] or 0


def _mend(
    line: LoanLine, asset: Asset, remedy: Remedy, *, by: User, at: datetime
) -> None:
    """Bring the asset register up to date with what was made good.

    What was paid for is not there any more: it counts as missing until it is struck
    off (ข้อ 217), which is a deed of its own.
    """
    loan = line.loan
    damaged = _quantity(loan, ItemCondition.DAMAGED, line)
    lost = _quantity(loan, ItemCondition.LOST, line)
    reference = str(loan)
    if damaged and remedy == Remedy.PAY:
        gone = Loss(quantity=damaged, reference=reference)
        note_missing(asset, gone, by=by, at=at)
    elif damaged:
        note_condition(asset, Condition.USABLE, by=by, at=at, note=reference)
    if lost and remedy == Remedy.REPLACE:
        again = Loss(quantity=lost, reference=reference)
        find_again(asset, again, by=by, at=at)
