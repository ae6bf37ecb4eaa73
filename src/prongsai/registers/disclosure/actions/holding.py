"""Taking a year or an item for a deed: locked, looked at again, moved as it may."""

from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance
from prongsai.registers.disclosure.models import Edition, Item, Year
from prongsai.registers.disclosure.states import ITEM, ItemState


@transaction.atomic
def hold(item: Item) -> Item:
    """Return an item as it is now; nobody else can change it until this is done."""
    return (
        Item.objects.select_for_update(of=("self",))
        .select_related("year")
        .get(organisation=tenancy.required(), pk=item.pk)
    )


@transaction.atomic
def hold_year(year: Year) -> Year:
    """Return a year as it is now; nobody else can change it until this is done."""
    return Year.objects.select_for_update().get(
        organisation=tenancy.required(), pk=year.pk
    )


def enter(item: Item, state: ItemState) -> None:
    """Let an item change its state, if it may; staying is no move."""
    if item.state != state:
        ITEM.check(ItemState(item.state), state)
    item.state = state


@transaction.atomic
def open_again(item: Item, *, by: User | None, at: datetime) -> None:
    """Make a held item a draft: what was proposed of it no longer counts.

    What is public stays public until the next version takes its place.
    """
    if item.state == ItemState.WAITING:
        drop(item, by=by, at=at)
    enter(item, ItemState.DRAFT)
    advance(item)
    item.save(update_fields=["state", "version"])


@transaction.atomic
def drop(item: Item, *, by: User | None, at: datetime) -> None:
    """Give up the editions that are not public; a memo about one of them is void."""
    waiting = Edition.objects.filter(
        item=item, dropped_at__isnull=True, published__isnull=True
    )
    for edition in waiting.select_for_update():
        edition.dropped_at = at
        edition.save(update_fields=["dropped_at"])
        approvals.subject_changed(edition, by=by, at=at)
