"""Makes the invented results: announced each August, entered by the analyst, confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.accounts.models import User
from prongsai.foundations.frameworks.queries import available, load
from prongsai.ita.frameworks.model import Framework, InstrumentCode
from prongsai.ita.scoring.score import score
from prongsai.ita.thai.fiscal import BUDDHIST_ERA, first_day, fiscal_year_of
from prongsai.registers.assessments.actions import (
    carrying,
    narratives,
    results,
    selfchecks,
)
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.actions.selfchecks import Check
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import carrying as carried
from prongsai.registers.assessments.queries import narratives as narrative_queries
from prongsai.registers.assessments.queries.selfchecks import checkable
from prongsai.registers.assessments.states import Origin

POINTS = (
    "88.12 84.50 86.95 81.40 83.77 88.30 80.15 78.62 91.20 83.33",
    "90.04 86.21 88.60 83.15 85.90 90.11 82.74 80.35 94.60 87.50",
    "92.63 89.10 90.42 86.88 88.05 92.47 85.36 84.91 96.15 91.67",
)
"""The ten indicators of each year, the oldest first: better year by year."""

ANNOUNCED = (8, 15)
"""The month and day of the announcement."""

EMPTY = (6, 20, 32)
"""Which items of a year, counted from 0, were found incomplete by the assessors."""

YEARS_IN_POST = 3
"""How many years before this one the people of the invented office took their posts."""

CHECKED, FOUND_LACKING = 8, 3
ADDED = "ทั้งนี้ กองที่เกี่ยวข้องได้ร่วมพิจารณาแล้วเห็นว่าควรแก้ที่ขั้นตอนก่อน แล้วจึงประชาสัมพันธ์"
SURVEY = "แบบสำรวจความเห็นภายในของหน่วยงาน"
SURVEYED = {"i1": "94.20", "i2": "90.75", "i7": "87.90", "i8": "86.40", "i9": "97.50"}
"""What a survey of our own and our own looking gave for whole indicators."""

WEAK = "ยังขาดบางองค์ประกอบ แจ้งผู้รับผิดชอบแล้ว"
FINE = "ตรวจหน้าเว็บไซต์แล้ว ครบถ้วน"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Who works, the day everything leads up to, and the first day in office."""

    people: Mapping[str, User]
    today: date

    def at(self, day: date, hour: int = 10) -> datetime:
        """Return an hour of a day, never before the posts and never to come."""
        begun = first_day(fiscal_year_of(self.today) - YEARS_IN_POST)
        kept = min(max(day, begun + timedelta(days=1)), self.today)
        return hour_of(kept, hour)


def announced_on(year: int) -> date:
    """Return the day on which the invented result of a fiscal year was announced."""
    return date(year - BUDDHIST_ERA, *ANNOUNCED)


def make(
    cast: Cast,
    *,
    today: date,
    random: Random,  # noqa: ARG001  # every register is asked in the same way
    progress: Progress | None = None,
) -> None:
    """Make the results in the current office's name; the same each time."""
    stage = Stage(people=cast.people, today=today)
    over = [year for year in available() if announced_on(year) < today]
    years = over[-len(POINTS) :]
    for n, year in enumerate(years):
        made = _enter(stage, year, POINTS[n - len(years)])
        if n:
            _write_analysis(stage, made)
        if progress:
            progress("results", n + 1, len(years))
    _carry(stage)
    _check(stage)


def _enter(stage: Stage, year: int, text: str) -> Assessment:
    """Enter what was announced for a year and have it confirmed on the same day."""
    framework, announced = load(year), announced_on(year)
    items = _items(framework)
    points = [Decimal(value) for value in text.split()]
    result = score(framework, points, items or None)
    values = Values(
        fiscal_year=year,
        points=result.points,
        items=items,
        total=result.total,
        level=result.level.th,
        announced_on=announced,
        origin=Origin.FORM,
    )
    entered = results.enter(
        values, by=stage.people["analyst"], at=stage.at(announced, 13)
    )
    return results.confirm(
        entered, by=stage.people["clerk"], at=stage.at(announced, 15)
    )


def _items(framework: Framework) -> dict[str, Decimal]:
    """Return the points of every item, where the year tells which belong together."""
    codes: list[str] = []
    for one in framework.indicators_of(InstrumentCode.OIT):
        groups = framework.groups_of(one.number)
        if not groups:
            return {}
        codes += [item.code for group in groups for item in group]
    full, none = Decimal(100), Decimal(0)
    return {code: none if n in EMPTY else full for n, code in enumerate(codes)}


def _write_analysis(stage: Stage, assessment: Assessment) -> None:
    """Draft the analysis from the figures; a person makes every text of it theirs."""
    by, day = stage.people["analyst"], announced_on(assessment.fiscal_year)
    narratives.draft_all(assessment, by=by, at=stage.at(day + timedelta(days=5)))
    rows = assessment.narratives.order_by("-number")
    for n, row in enumerate(rows):
        text = narrative_queries.adopted(row.text)
        said = text if n else f"{text} {ADDED}"
        at = stage.at(day + timedelta(days=7))
        narratives.edit(row, said, version=row.version, by=by, at=at)


def _carry(stage: Stage) -> None:
    """Confirm how the items of the last two frameworks continue, where keys tell it."""
    running = fiscal_year_of(stage.today)
    pairs = [pair for pair in carried.pairs() if pair[1] <= running]
    if not pairs:
        return
    from_year, to_year = pairs[-1]
    at = stage.at(first_day(to_year) + timedelta(days=45))
    for line in carried.computed(from_year, to_year):
        if line.relation is not None:
            carrying.confirm(
                from_year, line.code, line.relation, by=stage.people["analyst"], at=at
            )


def _check(stage: Stage) -> None:
    """Look at the first items of the newest year whose rule is known."""
    year = min(fiscal_year_of(stage.today), available()[-1])
    items = (load(year).items or ())[:CHECKED]
    checks = [
        Check(
            code=one.code,
            points=Decimal(0 if n == FOUND_LACKING else 100),
            ground=WEAK if n == FOUND_LACKING else FINE,
        )
        for n, one in enumerate(items)
    ]
    known = {one.code for one in checkable(year)}
    checks += [
        Check(code=code, points=Decimal(points), ground=SURVEY)
        for code, points in SURVEYED.items()
        if code in known
    ]
    by, at = stage.people["analyst"], stage.at(stage.today, 9)
    selfchecks.enter(year, checks, by=by, at=at)
