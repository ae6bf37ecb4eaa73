"""Photos of assets and of what was counted."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.registers.lending.actions.assets import locked
from prongsai.registers.lending.models.assets import Asset


@transaction.atomic
def add(
    asset: Asset, received: Sequence[StoredFile], *, by: User, at: datetime
) -> Asset:
    """Hang received photos on an asset."""
    asset = locked(asset, by=by, at=at)
    attach(asset, received, by=by, at=at)
    audit.record("lending.asset-photos", on=asset, by=by, at=at, photos=len(received))
    return asset


def attach(
    asset: Asset, received: Sequence[StoredFile], *, by: User, at: datetime
) -> None:
    """Hang the photos of a form on the asset the same form entered."""
    if received:
        files.claim(received, owner=asset, by=by, at=at)
