"""Plans for tests, made by the deeds of people: each can be reached from the screens.

The team has one division with its head and Alice, who does the work; the analyst writes
the plan, the clerk endorses, the mayor decides. ``approved_plan(...)`` went by memo.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import permissions
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Reasons, Ruling
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.organisations.models import Division, Organisation
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.plans import Draft, StepDraft
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries import plans as queries
from tests.cast import NOW, TODAY, current_office, make_division, make_user

YEAR = 2569
TITLE = "ติดป้ายบอกเวลาให้บริการทุกจุด"
YES = Ruling(decisions=[Decision.APPROVED], no_interest=True)
NO = Ruling(
    decisions=[Decision.REFUSED],
    no_interest=True,
    reasons=Reasons(
        facts="งบไม่พอ", law="ข้อ 1", considerations="รอปีหน้า", hearing="internal"
    ),
)


@dataclass(frozen=True, kw_only=True)
class Team:
    """One office and the people who plan, do and decide."""

    office: Organisation
    division: Division
    analyst: User
    clerk: User
    mayor: User
    head: User
    alice: User


def make_team(office: Organisation | None = None) -> Team:
    """Make everyone a plan passes; in the office the test has settled in, or a new one."""
    office = office or current_office()
    division = make_division(office=office)
    return Team(
        office=office,
        division=division,
        analyst=make_user(role=Role.ANALYST, office=office, division=division),
        clerk=make_user(role=Role.CLERK, office=office),
        mayor=make_user(role=Role.MAYOR, office=office),
        head=make_user(role=Role.HEAD, division=division),
        alice=make_user(role=Role.OFFICER, division=division),
    )


def make_plan(team: Team | None = None, *, year: int = YEAR, **fields) -> Plan:
    """Begin the plan of a year."""
    team = team or make_team()
    given = {"result_year": year - 1} | fields
    return actions.begin(fiscal_year=year, by=team.analyst, at=NOW, **given)


def draft_of(team: Team, **fields) -> Draft:
    """Everything a complete measure says; fields may be given by name."""
    given: dict[str, Any] = {
        "title": TITLE,
        "analysis": "ผู้มาติดต่อไม่ทราบเวลาให้บริการ",
        "aspect": 2,
        "indicators": (6,),
        "baseline": Decimal("71.5"),
        "target": Decimal(85),
        "unit": "คะแนน",
        "output_expected": "ป้ายบอกเวลา 5 จุด",
        "outcome_expected": "ผู้มาติดต่อทราบเวลาให้บริการ",
        "starts_on": date(2025, 10, 1),
        "ends_on": date(2026, 9, 30),
        "division": team.division,
        "accountable": team.alice,
    }
    return Draft(**(given | fields))


def steps_of(team: Team, count: int = 2) -> tuple[StepDraft, ...]:
    """So many steps of Alice's, due on the last day of December and the months after."""
    return tuple(
        StepDraft(
            text=f"ขั้นตอนที่ {n}",
            division=team.division,
            accountable=team.alice,
            due_on=date(2026, n, 28),
        )
        for n in range(1, count + 1)
    )


def make_measure(plan: Plan, *, team: Team | None = None, steps=None, **fields):
    """Add a complete measure; without a team one is made of the plan's own people."""
    team = team or team_of(plan)
    given = steps_of(team) if steps is None else steps
    draft = draft_of(team, **fields)
    measure = actions.add(plan, draft, steps=given, by=team.analyst, at=NOW)
    return again(measure)


def team_of(plan: Plan) -> Team:
    """A team for a plan made without one: new people beside who made it."""
    return make_team(Organisation.objects.get(pk=plan.organisation_id))


def again(measure: Measure) -> Measure:
    """The measure as the database has it now, with its steps and plan."""
    found = queries.measures_visible_to(measure.made_by).get(pk=measure.pk)
    assert found.plan_id
    return found


def proposed(team: Team, plan: Plan) -> Memo:
    """Propose the plan and submit its memo."""
    memo = actions.propose(plan, by=team.analyst, at=NOW)
    return approvals.submit(memo, by=team.analyst, at=NOW)


def decide(team: Team, memo: Memo, ruling: Ruling = YES) -> Memo:
    """Let everyone in the chain answer whose turn it is, the last one with a ruling."""
    people = (team.head, team.clerk, team.mayor)
    while (memo := memos.memos().get(pk=memo.pk)).is_open:
        by = next(p for p in people if permissions.can_act(p, memo, on=TODAY))
        if permissions.can_decide(by, memo, on=TODAY):
            memo = approvals.decide(memo, ruling, by=by, at=NOW)
        else:
            approvals.endorse(
                memo, opinion="เห็นควรอนุมัติ", no_interest=True, by=by, at=NOW
            )
    return memo


def approved_plan(
    team: Team | None = None, *, measures: int = 1, year: int = YEAR, **fields
) -> Plan:
    """A plan with so many measures, approved by memo; ``fields`` are the measures'."""
    team = team or make_team()
    plan = make_plan(team, year=year)
    for n in range(1, measures + 1):
        title = TITLE if n == 1 else f"{TITLE} {n}"
        make_measure(plan, team=team, **({"title": title} | fields))
    decide(team, proposed(team, plan))
    plan.refresh_from_db()
    assert plan.state == "approved"
    return plan
