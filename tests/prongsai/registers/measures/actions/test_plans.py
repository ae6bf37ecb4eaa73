"""Plans of a year: begun, renamed, closed and opened again, each exit."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.holding import PlanClosed
from prongsai.registers.measures.actions.plans import (
    PlanExists,
    ReasonMissing,
    StillOpen,
)
from prongsai.registers.measures.models import Plan
from tests.cast import NOW
from tests.planning import YEAR, approved_plan, draft_of, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def closed_plan(team):
    plan = approved_plan(team)
    actions.drop(plan.measures.get(), reason="ยุบงาน", by=team.clerk, at=NOW)
    return actions.close(plan, by=team.clerk, at=NOW)


def test_begin_makes_the_plan_of_a_year():
    team = make_team()

    plan = actions.begin(
        fiscal_year=YEAR, result_year=2568, title=" ชื่อ ", by=team.analyst, at=NOW
    )

    assert (plan.state, plan.title, plan.result_year) == ("draft", "ชื่อ", 2568)


@pytest.mark.parametrize("who", ["head", "alice", "mayor"])
def test_begin_is_for_those_who_compile_the_year(who):
    team = make_team()

    with pytest.raises(PermissionDenied):
        actions.begin(fiscal_year=YEAR, by=getattr(team, who), at=NOW)

    assert not Plan.objects.exists()


def test_begin_refuses_a_second_plan_of_the_year():
    team = make_team()
    make_plan(team)

    with pytest.raises(PlanExists):
        make_plan(team)


def test_rename_voids_the_decision():
    team = make_team()
    plan = approved_plan(team)

    renamed = actions.rename(
        plan, title="ชื่อใหม่", result_year=2567, version=1, by=team.clerk, at=NOW
    )

    assert (renamed.title, renamed.result_year, renamed.version) == ("ชื่อใหม่", 2567, 2)
    assert renamed.state == "draft"


def test_rename_refuses_who_may_not_a_stale_page_and_a_closed_plan():
    team = make_team()
    plan = closed_plan(team)

    def rename(version, by):
        actions.rename(plan, title="", result_year=None, version=version, by=by, at=NOW)

    with pytest.raises(PermissionDenied):
        rename(1, team.alice)
    with pytest.raises(PlanClosed):
        rename(1, team.analyst)
    actions.reopen(plan, reason="ลืม", by=team.analyst, at=NOW)
    with pytest.raises(StalePage):
        rename(7, team.analyst)


def test_close_ends_the_year_when_nothing_is_left():
    assert closed_plan(make_team()).state == "closed"


def test_close_refuses_while_a_measure_is_open_or_the_plan_is_no_decision():
    team = make_team()
    plan = approved_plan(team)

    with pytest.raises(StillOpen) as refused:
        actions.close(plan, by=team.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.close(plan, by=team.mayor, at=NOW)
    with pytest.raises(InvalidMove):
        actions.close(make_plan(team, year=2570), by=team.analyst, at=NOW)

    assert refused.value.facts == {"left": 1}


def test_nothing_is_added_to_a_closed_plan():
    team = make_team()
    plan = closed_plan(team)

    with pytest.raises(PlanClosed):
        actions.add(plan, draft_of(team), by=team.analyst, at=NOW)
    with pytest.raises(PlanClosed):
        actions.propose(plan, by=team.analyst, at=NOW)


def test_reopen_needs_a_reason_and_a_closed_plan():
    team = make_team()
    plan = closed_plan(team)

    with pytest.raises(ReasonMissing):
        actions.reopen(plan, reason=" ", by=team.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.reopen(plan, reason="ลืม", by=team.alice, at=NOW)
    again = actions.reopen(plan, reason="ลืม", by=team.analyst, at=NOW)
    with pytest.raises(InvalidMove):
        actions.reopen(again, reason="ลืม", by=team.analyst, at=NOW)

    assert again.state == "approved"
