"""Makes the invented analysis: drafted from the figures, one text completed by a person."""

from collections.abc import Mapping
from datetime import date, datetime

from prongsai.foundations.accounts.demonstration import hour_of
from prongsai.foundations.accounts.models import User
from prongsai.registers.assessments.actions import carrying, narratives
from prongsai.registers.assessments.models.carrying import Relation
from prongsai.registers.assessments.queries import carrying as lines
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.narratives import adopted

REASON = (
    "ผู้มาติดต่อเห็นว่าการยื่นคำร้องออนไลน์ช่วยลดการเดินทาง แต่ยังไม่ทราบว่าติดตามเรื่องได้ทางใด "
    "หน่วยงานจะแจ้งช่องทางติดตามเรื่องไว้ในใบรับคำร้องทุกฉบับ"
)
"""What a person adds to the figures of the weakest indicator."""

CONFIRMED = 5
"""Items of the running year whose continuation somebody has confirmed already."""


def analyse(people: Mapping[str, User], *, today: date) -> None:
    """Draft the analysis of the newest result and complete that of its weakest indicator."""
    known = results.years()
    if not known:
        return
    newest, by = known[0], people["analyst"]
    at = hour_of(today, 9, 45)
    drafted = narratives.draft_all(newest, by=by, at=at)
    points = results.points_of(newest)
    weakest = min(points, key=lambda number: points[number])
    for narrative in drafted:
        if narrative.number == weakest:
            text = f"{adopted(narrative.text)} {REASON}"
            version = narrative.version
            narratives.edit(narrative, text, version=version, by=by, at=at)
    _carry(newest.fiscal_year, by=by, at=at)


def _carry(year: int, *, by: User, at: datetime) -> None:
    """Confirm the first items that are the same in the year that runs."""
    if (year, year + 1) not in lines.pairs():
        return
    same = [x for x in lines.computed(year, year + 1) if x.relation is Relation.SAME]
    for line in same[:CONFIRMED]:
        carrying.confirm(year, line.code, Relation.SAME, by=by, at=at)
