"""What there is to pick from, shelf by shelf: one request takes from one division."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from prongsai.foundations.organisations.models import Division
from prongsai.ita.thai.text import clean
from prongsai.registers.lending.models import Asset
from prongsai.registers.lending.queries.availability import Days, free

MOST_SHOWN = 200
"""Assets on one page; more are searched for."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One asset to pick, and how many are free on the days asked for, if any were."""

    asset: Asset
    free: int | None


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What one division lends."""

    division: Division
    items: list[Item]


def shelves(
    assets: QuerySet[Asset], days: Days | None, *, words: str = ""
) -> list[Shelf]:
    """Return what can be picked, by division; with what is free when days are known."""
    rows = list(_found(assets, words).order_by("division__order", "division", "code"))
    rows = rows[:MOST_SHOWN]
    left = free(rows, days) if days else {}
    found: dict[int, Shelf] = {}
    for asset in rows:
        shelf = found.setdefault(
            asset.division_id, Shelf(division=asset.division, items=[])
        )
        shelf.items.append(Item(asset=asset, free=left.get(asset.pk)))
    return list(found.values())


def _found(assets: QuerySet[Asset], words: str) -> QuerySet[Asset]:
    for word in clean(words).split()[:8]:
        assets = assets.filter(
            Q(name_th__icontains=word)
            | Q(name_en__icontains=word)
            | Q(code__icontains=word)
        )
    return assets
