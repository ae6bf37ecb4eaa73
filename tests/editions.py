"""People who pass an item of disclosure on, and an item on its way to the public."""

from dataclasses import dataclass

from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.publications.attaching import Attached
from prongsai.registers.disclosure.actions import items, passing, years
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.states import Approval
from tests import disclosing, planning
from tests.cast import NOW


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The people of an office and one item of its disclosure with one text."""

    team: planning.Team
    year: Year
    code: str

    @property
    def item(self) -> Item:
        return self.year.items.select_related("year").get(code=self.code)

    @property
    def analyst(self):
        return self.team.analyst

    @property
    def clerk(self):
        return self.team.clerk


def make_desk(office=None, *, code="o5", approval=Approval.DIRECT, **fields) -> Desk:
    """Open the year; the analyst writes a text that answers the whole item."""
    team = planning.make_team(office)
    year = years.open_year(2569, by=team.analyst, at=NOW)
    desk = Desk(team=team, year=year, code=code)
    assign(desk, approval=approval)
    disclosing.write_text(desk.item, by=team.analyst, **fields)
    return desk


def assign(desk: Desk, **fields) -> Item:
    given = {
        "division": desk.team.division,
        "accountable": desk.team.alice,
        "due_on": None,
        "approval": Approval.DIRECT,
    }
    return items.assign(desk.item, **given | fields, by=desk.analyst, at=NOW)


def rendered(content, *, office, at) -> list[Attached]:
    """A file that stands for the documents, which are written elsewhere."""
    said = f"{content['code']} {office.pk}".encode()
    name = f"{content['code']}.txt"
    return [Attached(name=name, content_type="text/plain", content=said)]


def publish(desk: Desk, **fields):
    """The analyst publishes the item directly."""
    given = {"by": desk.analyst, "at": NOW, "render": rendered}
    return passing.publish(desk.item, **given | fields)


def proposed(desk: Desk, **fields) -> Memo:
    """The analyst proposes the item and sends its memo on."""
    given = {"by": desk.analyst, "at": NOW, "render": rendered}
    memo = passing.propose(desk.item, **given | fields)
    return approvals.submit(memo, by=desk.analyst, at=NOW)
