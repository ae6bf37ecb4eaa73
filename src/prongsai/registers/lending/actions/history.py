"""Write one line of an asset's history; called inside the deed it describes."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.states.assets import EventKind


class Facts(TypedDict, total=False):
    """What a line of history may hold beside its kind, its day and its writer."""

    happened_on: date
    from_division: Division
    to_division: Division
    from_place: str
    to_place: str
    from_condition: str
    to_condition: str
    quantity: int
    cost: Decimal | None
    reference: str
    note: str
    changes: dict[str, list[str]]


def remember(
    asset: Asset,
    kind: EventKind,
    *,
    by: User | None,
    at: datetime,
    **facts: Unpack[Facts],
) -> AssetEvent:
    """Add a line to the history of an asset; nobody changes it afterwards."""
    facts.setdefault("happened_on", localdate(at))
    return AssetEvent.objects.create(
        organisation_id=asset.organisation_id,
        asset=asset,
        kind=kind,
        recorded_at=at,
        recorded_by=by,
        **facts,
    )
