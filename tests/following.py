"""Measures followed up for tests, by the deeds of people.

``running(...)``, ``written(...)``, ``reported(...)`` and ``closed(...)`` bring an approved
measure as far as their name says. ``proved(...)`` gives it evidence that stands.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.evidence.gathering import About, add_figure
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.measures.actions import doing, parts, plans, rounds
from prongsai.registers.measures.models import (
    FollowUp,
    Kind,
    Line,
    Measure,
    Part,
    Plan,
    Round,
    Step,
)
from tests.cast import NOW, TODAY, make_user
from tests.planning import TITLE, YEAR, Team, make_measure, make_plan, make_team

FIGURE = "lending.loans"
OUTPUT = "ป้ายบอกเวลา 5 จุด"
OUTCOME = "คะแนนการรับรู้เวลาให้บริการ"


@dataclass(frozen=True, kw_only=True)
class Field:
    """A team with an approved plan, its first measure, and Bob, who has no part in it."""

    team: Team
    plan: Plan
    measure: Measure
    bob: User

    @property
    def alice(self) -> User:
        return self.team.alice

    @property
    def analyst(self) -> User:
        return self.team.analyst

    @property
    def clerk(self) -> User:
        return self.team.clerk

    @property
    def steps(self) -> list[Step]:
        return list(Step.objects.filter(measure=self.measure).order_by("order"))


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def later(days: int) -> datetime:
    return NOW + timedelta(days=days)


def make_field(
    office: Organisation | None = None, *, measures=1, year=YEAR, **fields
) -> Field:
    """A team whose plan is approved; ``fields`` are the measures'.

    The memo is decided without its chain, which ``approved_plan`` goes through: these
    tests are about what comes afterwards.
    """
    team = make_team(office)
    plan = make_plan(team, year=year)
    days = {"starts_on": first_day(year), "ends_on": last_day(year)}
    for n in range(measures):
        title = {"title": f"{TITLE} {n + 1}" if n else TITLE} | days | fields
        make_measure(plan, team=team, **title)
    plans.propose(plan, by=team.analyst, at=NOW)
    plans.on_decided(plan.pk, decision=[Decision.APPROVED], by=team.mayor, at=NOW)
    plan.refresh_from_db()
    measure = Measure.objects.filter(plan=plan).order_by("order")[0]
    bob = make_user(office=team.office)
    return Field(team=team, plan=plan, measure=measure, bob=bob)


def running(field: Field) -> Measure:
    """Alice begins the measure."""
    return doing.begin(field.measure, by=field.alice, at=NOW)


def proved(
    field: Field, *, slot: str = "", expires_on: date | None = None, key: str = FIGURE
) -> None:
    """The analyst gathers evidence that stands: a figure of a register."""
    about = About(
        title="จำนวนการยืม",
        start=date(2025, 10, 1),
        end=TODAY,
        slot=slot,
        expires_on=expires_on,
    )
    add_figure(field.measure, key, about=about, by=field.analyst, at=NOW)


def line(field: Field, kind: Kind = Kind.OUTPUT, text: str = OUTPUT, **facts) -> Line:
    return doing.write_line(field.measure, kind, text, by=field.alice, at=NOW, **facts)


def written(field: Field, **proof) -> Measure:
    """It runs, with an output, its evidence and an outcome in numbers."""
    running(field)
    line(field)
    line(field, Kind.OUTCOME, OUTCOME, value=Decimal("86.25"), unit="คะแนน")
    proved(field, **proof)
    return fresh(field)


def reported(field: Field, **proof) -> Measure:
    written(field, **proof)
    return doing.report(field.measure, by=field.alice, at=NOW)


def closed(field: Field, **proof) -> Measure:
    reported(field, **proof)
    return doing.close(field.measure, by=field.analyst, at=NOW)


def fresh(field: Field) -> Measure:
    """The measure as the database has it now."""
    return Measure.objects.get(pk=field.measure.pk)


def said(field: Field, progress: int = 40, **facts) -> FollowUp:
    """Alice says how far the measure is, in the round of the month unless told."""
    given: dict[str, Any] = {
        "ends_on": date(2025, 11, 30),
        "done": "ติดป้ายแล้ว 2 จุด",
        "by": field.alice,
        "at": NOW,
    } | facts
    return rounds.say(
        field.measure,
        given.pop("round", Round.MONTH),
        progress=Decimal(progress),
        **given,
    )


def given_part(field: Field, **facts) -> Part:
    """The analyst gives the division its part; Alice answers for it."""
    given: dict[str, Any] = {
        "division": field.team.division,
        "accountable": field.alice,
        "due_on": day(10),
        "by": field.analyst,
        "at": NOW,
    } | facts
    return parts.give(field.measure, **given)


def submitted_part(field: Field, **facts) -> Part:
    part = given_part(field, **facts)
    parts.write(part, "ติดป้ายครบแล้ว", version=1, by=field.alice, at=NOW)
    return parts.submit(part, by=field.alice, at=NOW)
