"""Alice's visits, addresses and evidence packs, for the wall test."""

from prongsai.foundations.organisations import tenancy
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.actions.visiting import Seen
from prongsai.registers.disclosure.states import VisitOutcome
from tests.cast import NOW
from tests.visiting import make_published

SECRET = "เหตุผลของอลิซ"


def item_of(office):
    """An item of Alice's that was published and visited."""
    item = make_published(office=office)
    with tenancy.acting_for(office.pk):
        item.title_th = SECRET
        item.save(update_fields=["title_th"])
        plan = visits.planned(item)
        assert plan is not None
        seen = [
            Seen(target=one, outcome=VisitOutcome.DOWN, detail=SECRET)
            for one in plan.targets
        ]
        visits.keep(plan, seen, by=None, at=NOW)
    return item


def one(office):
    return {"kwargs": {"pk": item_of(office).pk}, "secrets": [SECRET]}


def year(office):
    item_of(office)
    return {"kwargs": {"fiscal_year": 2569}, "secrets": [SECRET]}


CASES = {
    "disclosure:visit": one,
    "disclosure:visits": one,
    "disclosure:visit_year": year,
    "disclosure:urls": year,
    "disclosure:pack": year,
}
