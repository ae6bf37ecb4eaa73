"""How many of an asset are free on which days: counted from the promises."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from prongsai.foundations.organisations import tenancy
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.reservations import Reservation
from prongsai.registers.lending.states.assets import AssetState, Condition

FOREVER = date.max


@dataclass(frozen=True, kw_only=True)
class Days:
    """A stretch of days, both ends included, as seen on the day ``today``."""

    first: date
    last: date
    today: date


@dataclass(frozen=True, kw_only=True)
class Held:
    """Some items that are promised or lent, and until when they are in the way."""

    quantity: int
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class DayOfAsset:
    """One day of the calendar of an asset."""

    day: date
    free: int
    total: int


def lendable(*, public: bool) -> QuerySet[Asset]:
    """Return the assets that may be lent: to staff, or to residents and agencies."""
    door = Q(public_borrowable=True) if public else Q(internal_borrowable=True)
    return Asset.objects.filter(
        door,
        organisation=tenancy.required(),
        state=AssetState.IN_USE,
        condition=Condition.USABLE,
        quantity__gte=1,
    ).select_related("group", "division")


def free(
    assets: Iterable[Asset], days: Days, *, except_line: int | None = None
) -> dict[int, int]:
    """Return how many of each asset are free on every one of the days, by its key.

    What is overdue is in the way until it is back, whatever its due date was.
    ``except_line`` leaves one line of a loan out: its own promise does not block it.
    """
    wanted = list(assets)
    held = _held(wanted, days, except_line=except_line)
    return {
        asset.pk: max(0, asset.present - _peak(held[asset.pk], days))
        for asset in wanted
    }


def calendar(asset: Asset, days: Days) -> list[DayOfAsset]:
    """Return how many of an asset are free, day by day."""
    held = _held([asset], days)[asset.pk]
    count = (days.last - days.first).days + 1
    every = (days.first + timedelta(days=n) for n in range(count))
    return [
        DayOfAsset(
            day=day,
            total=asset.present,
            free=max(0, asset.present - _taken(held, day)),
        )
        for day in every
    ]


def in_store(assets: Iterable[Asset]) -> dict[int, int]:
    """Return how many of each asset are not in a borrower's hands now, by its key."""
    wanted = list(assets)
    out: dict[int, int] = defaultdict(int)
    for row in _open(wanted).filter(is_out=True):
        out[row.asset_id] += row.quantity
    return {asset.pk: max(0, asset.present - out[asset.pk]) for asset in wanted}


def _open(assets: list[Asset]) -> QuerySet[Reservation]:
    return Reservation.objects.filter(
        organisation=tenancy.required(), asset__in=assets, released_at__isnull=True
    )


def _held(
    assets: list[Asset], days: Days, *, except_line: int | None = None
) -> Mapping[int, list[Held]]:
    late = Q(is_out=True, ends_on__lt=days.today)
    rows = (
        _open(assets)
        .filter(Q(ends_on__gte=days.first) | late, starts_on__lte=days.last)
        .exclude(line=except_line)
    )
    found: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        is_late = row.is_out and row.ends_on < days.today
        last = FOREVER if is_late else row.ends_on
        found[row.asset_id].append(
            Held(quantity=row.quantity, first=row.starts_on, last=last)
        )
    return found


def _peak(held: list[Held], days: Days) -> int:
    """Return the most items taken on any of the days: it can only rise where one begins."""
    starts = {days.first} | {h.first for h in held if h.first > days.first}
    return max(_taken(held, day) for day in starts)


def _taken(held: list[Held], day: date) -> int:
    return sum(h.quantity for h in held if h.first <= day <= h.last)
