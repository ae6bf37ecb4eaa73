"""What the committee sees on its way: lines counted, and things beyond the list."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.models.checks import CheckItem, StockCheck, Surplus
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.states.assets import Condition
from prongsai.registers.lending.states.checks import CheckState


class NotCounting(ItaError):
    """The check is not at the stage of counting."""

    code = "lending.not-counting"


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """What a member saw of one line: how many, how they are, where."""

    found: int
    condition: Condition | None = None
    place: str = ""
    note: str = ""
    photos: tuple[StoredFile, ...] = ()


@transaction.atomic
def count(
    item: CheckItem, sighting: Sighting, *, version: int, by: User, at: datetime
) -> CheckItem:
    """Write down what was seen of a line; a colleague's newer count is never overwritten."""
    _locked_check(item.stock_check_id, by)
    item = CheckItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    check_version(item, version)
    seen = sighting.found > 0
    item.found = sighting.found
    item.condition = (sighting.condition or item.expected_condition) if seen else ""
    item.place = (sighting.place or item.expected_place) if seen else ""
    item.note = sighting.note
    item.counted_by, item.counted_at = by, at
    advance(item)
    item.save()
    if sighting.photos:
        files.claim(sighting.photos, owner=item, by=by, at=at)
    audit.record("lending.line-counted", on=item, by=by, at=at, found=item.found)
    return item


@transaction.atomic
def mark_rest_missing(stock_check: StockCheck, *, by: User, at: datetime) -> int:
    """Declare every line that nobody has seen as not found; return how many."""
    stock_check = _locked_check(stock_check.pk, by)
    left = CheckItem.objects.filter(stock_check=stock_check, found__isnull=True)
    lines = left.update(found=0, counted_by=by, counted_at=at, version=F("version") + 1)
    audit.record("lending.rest-not-found", on=stock_check, by=by, at=at, lines=lines)
    return lines


@transaction.atomic
def add_surplus(draft: Surplus, *, by: User, at: datetime) -> Surplus:
    """Write down something that no line of the list describes."""
    stock_check = _locked_check(draft.stock_check_id, by)
    draft.organisation_id = stock_check.organisation_id
    draft.found_by, draft.found_at = by, at
    draft.save(force_insert=True)
    audit.record("lending.surplus-found", on=draft, by=by, at=at)
    return draft


@transaction.atomic
def remove_surplus(found: Surplus, *, by: User, at: datetime) -> None:
    """Take back a surplus that was noted by mistake."""
    _locked_check(found.stock_check_id, by)
    audit.record("lending.surplus-removed", on=found, by=by, at=at)
    found.delete()


def _locked_check(pk: int, by: User) -> StockCheck:
    """Hold the check at its stage while a line is written; members do not wait long."""
    stock_check = StockCheck.objects.select_for_update().get(pk=pk)
    if not permissions.can_count(by, stock_check):
        raise PermissionDenied
    if stock_check.state != CheckState.COUNTING:
        raise NotCounting
    return stock_check
