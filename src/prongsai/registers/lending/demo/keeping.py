"""What happens to the register besides loans: it is published, things break and go."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from prongsai.registers.lending.actions import (
    assets,
    disposals,
    loans_publishing,
    missing,
)
from prongsai.registers.lending.demo.checking import LACKING
from prongsai.registers.lending.demo.plots import Stage
from prongsai.registers.lending.models import Asset
from prongsai.registers.lending.queries.availability import Days, free, lendable
from prongsai.registers.lending.states.assets import DisposalHow

_AHEAD = 90
"""Days for which nobody was promised what goes to the workshop."""


def publish_register(stage: Stage, year: int, at: datetime) -> Iterator[datetime]:
    """Tell how the register of a year went out: proposed, and confirmed by another."""
    supply, clerk = stage.people["supply"], stage.people["clerk"]
    proposal = loans_publishing.propose_register(year, by=supply, at=at)
    yield (at := at + timedelta(days=2))
    loans_publishing.confirm_register(proposal, by=clerk, at=at)


def propose_register(stage: Stage, year: int, at: datetime) -> Iterator[datetime]:
    """Tell of a register that nobody has confirmed yet."""
    by = stage.people["supply"]
    loans_publishing.propose_register(year, by=by, at=at)
    yield at


def repair(stage: Stage, at: datetime) -> Iterator[datetime]:
    """Tell of something that is in the workshop today."""
    days = Days(
        first=at.date(), last=at.date() + timedelta(days=_AHEAD), today=at.date()
    )
    shelf = list(lendable(public=False).filter(quantity=1).order_by("-code"))
    left = free(shelf, days)
    idle = next(asset for asset in shelf if left[asset.pk])
    work = assets.Repair(on=at.date(), note="เปลี่ยนอะไหล่", reference="ใบส่งซ่อม 1")
    assets.send_to_repair(idle, work, by=stage.people["supply"], at=at)
    yield at


def write_off(stage: Stage, at: datetime) -> Iterator[datetime]:
    """Tell how one of the chairs the check missed is found to be lost and written off."""
    by = stage.people["supply"]
    chairs = Asset.objects.get(organisation=by.organisation_id, code=LACKING)
    loss = missing.Loss(quantity=1, reference="รายงานผลการสอบข้อเท็จจริง 1")
    missing.establish_loss(chairs, loss, by=by, at=at)
    yield (at := at + timedelta(days=5))
    approval = disposals.Approval(
        how=DisposalHow.WRITTEN_OFF,
        quantity=1,
        memo_number="ทส 00001/77",
        memo_date=at.date() - timedelta(days=1),
        on=at.date(),
    )
    chairs.refresh_from_db()
    disposals.strike_off(chairs, approval, by=by, at=at)
