"""Write down what a stranger met at the addresses of an item, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.organisations import tenancy
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.visiting import Round, Seen, walk
from prongsai.registers.disclosure.models import Item, Visit
from prongsai.registers.disclosure.queries import visits as queries
from prongsai.registers.disclosure.queries.visits import Plan
from prongsai.registers.disclosure.states import ITEM, ItemState

_WATCHED = frozenset({ItemState.PUBLISHED, ItemState.OUTDATED, ItemState.BROKEN})
"""States the watcher moves; an item that is being changed keeps its own."""

MOST_TOLD = 5
"""How many items of one night a person is told of one by one."""

_BATCH, _NIGHT = 500, timedelta(hours=12)


def visit(
    item: Item, *, at: datetime, by: User | None = None, going: Round | None = None
) -> list[Visit]:
    """Visit every public address of an item as a stranger and write down what was met.

    The visits are made before anything is locked or written.
    """
    if by is not None and not permissions.can_verify(by, on=localdate(at)):
        raise PermissionDenied
    plan = planned(item)
    if plan is None:
        return []
    seen = list(walk(plan, going=going or Round()))
    return keep(plan, seen, by=by, at=at)


def planned(item: Item) -> Plan | None:
    """Return what is to be visited of an item, links elsewhere where they are allowed."""
    return queries.plan_of(item, with_links=settings.PRONGSAI_CHECK_LINKS)


@transaction.atomic
def keep(
    plan: Plan, seen: Sequence[Seen], *, by: User | None, at: datetime
) -> list[Visit]:
    """Keep given visits of an item and move its state as they say.

    What was published anew while the visits were made makes them worthless: they are
    not kept.
    """
    item = _locked(plan.item)
    if item.published_id != plan.version:
        return []
    kept = Visit.objects.bulk_create(_row(item, one, at=at) for one in seen)
    if item.state in _WATCHED:
        _follow(item, plan, by=by, at=at)
    return kept


@transaction.atomic
def keep_history(
    plan: Plan, rounds: Sequence[tuple[datetime, Sequence[Seen]]], *, at: datetime
) -> int:
    """Keep visits of many nights at once, none later than ``at``; no state follows."""
    item = _locked(plan.item)
    rows = [
        _row(item, one, at=night)
        for night, seen in rounds
        if night <= at
        for one in seen
    ]
    return len(Visit.objects.bulk_create(rows, batch_size=_BATCH))


def _row(item: Item, seen: Seen, *, at: datetime) -> Visit:
    return Visit(
        organisation_id=item.organisation_id,
        item=item,
        url=seen.target.url,
        is_own=seen.target.is_own,
        outcome=seen.outcome,
        status=seen.status,
        expected=seen.target.expected,
        digest=seen.digest,
        milliseconds=seen.milliseconds,
        detail=seen.detail,
        visited_at=at,
    )


def _follow(item: Item, plan: Plan, *, by: User | None, at: datetime) -> None:
    """Move an item by the last visits of what is public of it now."""
    last = queries.newest_of(item, [target.url for target in plan.targets])
    bad = sum(queries.is_broken(rows) for rows in last.values())
    if bad and item.state != ItemState.BROKEN:
        broke(item, count=bad, by=by, at=at)
    elif not bad and item.state == ItemState.BROKEN:
        opened_again(item, by=by, at=at)


@transaction.atomic
def broke(item: Item, *, count: int, by: User | None, at: datetime) -> Item:
    """Note that a stranger no longer finds what was published, and tell who looks after it."""
    item = _locked(item.pk)
    ITEM.check(ItemState(item.state), ItemState.BROKEN)
    item.state = ItemState.BROKEN
    item.save(update_fields=["state"])
    audit.record("disclosure.broke", on=item, by=by, at=at, count=count)
    _tell(item, "disclosure.broke", at=at, count=count)
    return item


@transaction.atomic
def opened_again(item: Item, *, by: User | None, at: datetime) -> Item:
    """Note that everything opens again; whether it is still current the self-check says."""
    item = _locked(item.pk)
    ITEM.check(ItemState(item.state), ItemState.PUBLISHED)
    item.state = ItemState.PUBLISHED
    item.save(update_fields=["state"])
    audit.record("disclosure.opened-again", on=item, by=by, at=at)
    _tell(item, "disclosure.opened-again", count=0, at=at)
    return item


def _tell(item: Item, code: str, *, count: int, at: datetime) -> None:
    people = [held.user for held in holders(Role.ANALYST, on=localdate(at))]
    if item.accountable is not None:
        people.append(item.accountable)
    notifications.notify(
        [person for person in people if not _heard_enough(person, code, at=at)],
        code,
        about=item,
        url=item.get_absolute_url(),
        at=at,
        number=item.code.upper(),
        year=item.year.fiscal_year,
        count=count,
    )


def _heard_enough(person: User, code: str, *, at: datetime) -> bool:
    """Whether a person was told so often that the home page says the rest.

    When the whole website is down every item breaks in the same night.
    """
    told = Notification.objects.filter(
        organisation=tenancy.required(),
        receiver=person,
        code=code,
        told_at__gt=at - _NIGHT,
        told_at__lte=at,
    )
    return told.count() >= MOST_TOLD


def _locked(pk: int) -> Item:
    return (
        Item.objects.select_for_update(of=("self",))
        .select_related("year", "accountable")
        .get(organisation=tenancy.required(), pk=pk)
    )
