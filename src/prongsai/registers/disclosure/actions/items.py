"""Who answers for an item and until when, and what the public reads while it is missing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.publications.stamps import public_pages_changed
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.holding import hold, open_again
from prongsai.registers.disclosure.actions.refusals import ReasonMissing
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.states import Approval, ItemState


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """Who keeps an item, until when, and how it becomes public."""

    division: Division | None
    accountable: User | None
    due_on: date | None
    approval: Approval


@transaction.atomic
def assign(  # noqa: PLR0913  # the contract: every side of an assignment
    item: Item,
    *,
    division: Division | None,
    accountable: User | None,
    due_on: date | None,
    approval: Approval,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Item:
    """Say who keeps an item, until when and how it is approved.

    What waits for approval becomes a draft when the way of approval changes.
    """
    item = hold(item)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(item, version)
    if item.approval != approval and item.state == ItemState.WAITING:
        open_again(item, by=by, at=at)
    item.division, item.accountable = division, accountable
    item.due_on, item.approval = due_on, approval
    advance(item)
    item.save()
    public_pages_changed()
    audit.record(
        "disclosure.assigned", on=item, by=by, at=at, approval=approval,
        division=None if division is None else division.pk,
        accountable=None if accountable is None else accountable.pk,
    )  # fmt: skip
    return item


@transaction.atomic
def explain(
    item: Item,
    *,
    reason_th: str,
    reason_en: str,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Item:
    """Say to the public why an item is not (wholly) there; empty takes it back."""
    item = hold(item)
    if not permissions.can_write(by, item, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(item, version)
    item.reason_th, item.reason_en = reason_th.strip(), reason_en.strip()
    if bool(item.reason_th) != bool(item.reason_en):
        raise ReasonMissing
    advance(item)
    item.save(update_fields=["reason_th", "reason_en", "version"])
    public_pages_changed()
    audit.record(
        "disclosure.explained", on=item, by=by, at=at, given=bool(item.reason_th)
    )
    return item
