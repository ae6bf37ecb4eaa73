"""The steps of an annual check (ข้อ 213): order, start, report, decision, copy."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.assets import DayToCome
from prongsai.registers.lending.actions.findings import apply_findings
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.checks import (
    CheckItem,
    CheckMember,
    StockCheck,
)
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.queries.check_dates import check_dates
from prongsai.registers.lending.states.assets import AssetState
from prongsai.registers.lending.states.checks import CHECK, CheckState
from prongsai.ui.writing import short_date


class CheckExists(ItaError):
    """There is a check of that fiscal year already: ``year``."""

    code = "lending.check-exists"


class NobodyAppointed(ItaError):
    """The order appoints too few: ``fewest``."""

    code = "lending.nobody-appointed"


class SupplyOfficerAppointed(ItaError):
    """A supply officer cannot check what they keep (ข้อ 213)."""

    code = "lending.supply-officer-appointed"


class TooEarly(ItaError):
    """The check begins on the first working day of the new year: ``on``."""

    code = "lending.check-too-early"


class NotAllCounted(ItaError):
    """Lines of the list are still open: ``left``."""

    code = "lending.not-all-counted"


@dataclass(frozen=True, kw_only=True)
class Order:
    """The order that appoints the committee of one year's check."""

    fiscal_year: int
    number: str
    dated: date
    members: tuple[User, ...]
    chair: User | None = None


@transaction.atomic
def open_check(order: Order, *, by: User, at: datetime) -> StockCheck:
    """Enter the order that appoints the committee."""
    if not permissions.can_open_check(by, on=localdate(at)):
        raise PermissionDenied
    dates = check_dates(order.fiscal_year)
    _refuse_bad_order(order, dates.starts_on, at)
    opened = StockCheck.objects.create(
        organisation_id=by.organisation_id,
        fiscal_year=order.fiscal_year,
        order_number=order.number,
        order_date=order.dated,
        starts_on=dates.starts_on,
        due_on=dates.due_on,
        opened_at=at,
        opened_by=by,
    )
    for member in order.members:
        CheckMember.objects.create(
            organisation_id=by.organisation_id,
            stock_check=opened,
            user=member,
            is_chair=member == order.chair,
        )
    audit.record(
        "lending.check-opened", on=opened, by=by, at=at, year=order.fiscal_year
    )
    return opened


@transaction.atomic
def cancel(
    stock_check: StockCheck, *, remark: str, by: User, at: datetime
) -> StockCheck:
    """Give up a check whose order was revoked before counting began."""
    stock_check = _locked(stock_check)
    if not permissions.can_open_check(by, on=localdate(at)):
        raise PermissionDenied
    _enter(stock_check, CheckState.CANCELLED)
    stock_check.remark = remark
    stock_check.save(update_fields=["state", "remark"])
    audit.record("lending.check-cancelled", on=stock_check, by=by, at=at)
    return stock_check


@transaction.atomic
def start(stock_check: StockCheck, *, by: User, at: datetime) -> StockCheck:
    """Begin to count: from now on the list is frozen."""
    stock_check = _locked(stock_check)
    if not permissions.can_count(by, stock_check):
        raise PermissionDenied
    if localdate(at) < stock_check.starts_on:
        raise TooEarly(on=short_date(stock_check.starts_on))
    _enter(stock_check, CheckState.COUNTING)
    stock_check.started_by, stock_check.started_at = by, at
    stock_check.save(update_fields=["state", "started_by", "started_at"])
    lines = _freeze(stock_check)
    audit.record("lending.check-started", on=stock_check, by=by, at=at, lines=lines)
    return stock_check


@transaction.atomic
def report(stock_check: StockCheck, *, by: User, at: datetime) -> StockCheck:
    """Finish counting: every line was looked for, the figures stand."""
    stock_check = _locked(stock_check)
    if not permissions.can_count(by, stock_check):
        raise PermissionDenied
    _enter(stock_check, CheckState.REPORTED)
    if left := queries.summary(stock_check).left:
        raise NotAllCounted(left=left)
    stock_check.reported_by, stock_check.reported_at = by, at
    stock_check.save(update_fields=["state", "reported_by", "reported_at"])
    approvals.subject_changed(stock_check, by=by, at=at)
    audit.record("lending.check-reported", on=stock_check, by=by, at=at)
    return stock_check


@transaction.atomic
def send_back(
    stock_check: StockCheck, *, remark: str, by: User, at: datetime
) -> StockCheck:
    """Open the count again, because the committee or the head of the office wants it."""
    stock_check = _locked(stock_check)
    allowed = permissions.can_count(by, stock_check) or permissions.can_decide_check(
        by, on=localdate(at)
    )
    if not allowed:
        raise PermissionDenied
    _enter(stock_check, CheckState.COUNTING)
    stock_check.remark = remark
    stock_check.reported_by = stock_check.reported_at = None
    stock_check.save(update_fields=["state", "remark", "reported_by", "reported_at"])
    audit.record("lending.check-sent-back", on=stock_check, by=by, at=at)
    return stock_check


@transaction.atomic
def approve(
    stock_check: StockCheck, *, number: str, by: User, at: datetime
) -> StockCheck:
    """Approve the report: the register takes over what the committee saw (ข้อ 214)."""
    stock_check = _locked(stock_check)
    if not permissions.can_decide_check(by, on=localdate(at)):
        raise PermissionDenied
    _enter(stock_check, CheckState.APPROVED)
    stock_check.decided_by, stock_check.decided_at = by, at
    stock_check.decision_number = number
    stock_check.save(
        update_fields=["state", "decided_by", "decided_at", "decision_number"]
    )
    apply_findings(stock_check, by=by, at=at)
    audit.record("lending.check-approved", on=stock_check, by=by, at=at)
    return stock_check


@transaction.atomic
def tell_audit_office(
    stock_check: StockCheck, *, letter: str, on: date, by: User, at: datetime
) -> StockCheck:
    """Note the letter with which the Audit Office got its copy; the check is closed."""
    stock_check = _locked(stock_check)
    if not permissions.can_open_check(by, on=localdate(at)):
        raise PermissionDenied
    if on > localdate(at):
        raise DayToCome
    _enter(stock_check, CheckState.CLOSED)
    stock_check.told_on, stock_check.told_letter = on, letter
    stock_check.told_recorded_by, stock_check.told_recorded_at = by, at
    stock_check.save()
    audit.record("lending.check-closed", on=stock_check, by=by, at=at)
    return stock_check


def _locked(stock_check: StockCheck) -> StockCheck:
    return StockCheck.objects.select_for_update().get(pk=stock_check.pk)


def _enter(stock_check: StockCheck, state: CheckState) -> None:
    CHECK.check(CheckState(stock_check.state), state)
    stock_check.state = state


def _refuse_bad_order(order: Order, starts_on: date, at: datetime) -> None:
    fewest = rules.value("check_fewest_members", on=order.dated)
    if len(set(order.members)) < fewest:
        raise NobodyAppointed(fewest=fewest)
    days = {order.dated, starts_on, localdate(at)}
    for member in order.members:
        if any(permissions.is_barred_from_committee(member, on=day) for day in days):
            raise SupplyOfficerAppointed
    if queries.of_year(order.fiscal_year) is not None:
        raise CheckExists(year=order.fiscal_year)


def _freeze(stock_check: StockCheck) -> int:
    """Write down what should be there; what is bought later is next year's."""
    assets = Asset.objects.filter(organisation=stock_check.organisation_id).exclude(
        state=AssetState.STRUCK_OFF
    )
    lines = [
        CheckItem(
            organisation_id=stock_check.organisation_id,
            stock_check=stock_check,
            asset=asset,
            code=asset.code,
            name_th=asset.name_th,
            expected=asset.quantity,
            expected_place=asset.place,
            expected_condition=asset.condition,
            division_id=asset.division_id,
        )
        for asset in assets.iterator()
    ]
    CheckItem.objects.bulk_create(lines, batch_size=500)
    return len(lines)
