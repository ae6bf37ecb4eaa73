"""Measures: added, edited, moved, removed, given up, each exit."""

import sys
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.evidence.gathering import About, add_figure
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.holding import MeasureSettled
from prongsai.registers.measures.actions.measures import (
    DropReasonMissing,
    HasEvidence,
    NotADraft,
)
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.queries import plans as queries
from tests.cast import NOW, TODAY, make_division
from tests.crowds import own_database, run
from tests.planning import (
    again,
    approved_plan,
    draft_of,
    make_measure,
    make_plan,
    make_team,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KEY = min(registry())


def test_add_keeps_everything_said_and_comes_last():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)

    measure = make_measure(plan, team=team, title=" สอง ", indicators=(6, 7))

    assert (measure.title, measure.indicators, measure.order) == ("สอง", [6, 7], 2)
    assert measure.target == 85
    assert [step.text for step in measure.steps.all()] == ["ขั้นตอนที่ 1", "ขั้นตอนที่ 2"]


@pytest.mark.parametrize("who", ["head", "alice", "mayor"])
def test_add_is_for_writers(who):
    team = make_team()
    plan = make_plan(team)

    with pytest.raises(PermissionDenied):
        actions.add(plan, draft_of(team), by=getattr(team, who), at=NOW)


def test_edit_changes_what_the_plan_says():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    draft = draft_of(team, title="ใหม่", aspect=None)

    edited = actions.edit(measure, draft, version=1, by=team.clerk, at=NOW)

    assert (edited.title, edited.aspect, edited.version) == ("ใหม่", None, 2)


def test_the_second_of_two_who_edit_the_same_measure_is_told():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    actions.edit(measure, draft_of(team, unit="คน"), version=1, by=team.clerk, at=NOW)

    with pytest.raises(StalePage):
        actions.edit(
            measure, draft_of(team, unit="ครั้ง"), version=1, by=team.analyst, at=NOW
        )

    assert again(measure).unit == "คน"


def test_a_head_edits_drafts_of_the_own_division_and_keeps_them_there():
    team = make_team()
    other = make_division()
    plan = make_plan(team)
    mine = make_measure(plan, team=team)
    theirs = make_measure(plan, team=team, division=other)

    edited = actions.edit(
        mine, draft_of(team, unit="คน"), version=1, by=team.head, at=NOW
    )
    for measure, draft in (
        (theirs, draft_of(team, division=other)),
        (edited, draft_of(team, division=other)),
    ):
        with pytest.raises(PermissionDenied):
            actions.edit(measure, draft, version=measure.version, by=team.head, at=NOW)

    assert edited.unit == "คน"


def test_a_head_leaves_alone_what_is_approved():
    team = make_team()
    measure = approved_plan(team).measures.get()

    with pytest.raises(PermissionDenied):
        actions.edit(measure, draft_of(team), version=1, by=team.head, at=NOW)


def test_edit_refuses_what_was_given_up():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    actions.drop(measure, reason="ยุบงาน", by=team.analyst, at=NOW)

    with pytest.raises(MeasureSettled):
        actions.edit(measure, draft_of(team), version=2, by=team.analyst, at=NOW)


def test_an_edit_that_says_the_same_keeps_the_decision():
    team = make_team()
    plan = approved_plan(team)
    measure = plan.measures.get()

    actions.edit(measure, draft_of(team), version=1, by=team.analyst, at=NOW)

    plan.refresh_from_db()
    assert plan.state == "approved"


def test_move_changes_places_with_the_neighbour_and_stops_at_the_end():
    team = make_team()
    plan = make_plan(team)
    one, two, three = (make_measure(plan, team=team, title=t) for t in "กขค")

    actions.move(three, up=True, by=team.analyst, at=NOW)
    actions.move(one, up=True, by=team.analyst, at=NOW)
    actions.move(one, up=False, by=team.analyst, at=NOW)

    assert [m.title for m in queries.measures_of(plan)] == ["ค", "ก", "ข"]
    with pytest.raises(PermissionDenied):
        actions.move(two, up=True, by=team.head, at=NOW)


def test_remove_takes_a_draft_with_its_steps():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)

    with pytest.raises(PermissionDenied):
        actions.remove(measure, by=team.head, at=NOW)
    actions.remove(measure, by=team.analyst, at=NOW)

    assert not Measure.objects.exists()


def test_remove_throws_no_evidence_away():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    about = About(title="ตัวเลข", start=TODAY, end=TODAY)
    add_figure(measure, KEY, about=about, by=team.analyst, at=NOW)

    with pytest.raises(HasEvidence):
        actions.remove(measure, by=team.analyst, at=NOW)

    assert Measure.objects.get() == measure


def test_remove_refuses_what_was_decided():
    team = make_team()
    measure = approved_plan(team).measures.get()

    with pytest.raises(NotADraft):
        actions.remove(measure, by=team.analyst, at=NOW)


def test_drop_keeps_the_measure_with_its_reason_and_the_decision():
    team = make_team()
    plan = approved_plan(team)

    dropped = actions.drop(
        plan.measures.get(), reason=" ยุบงาน ", by=team.analyst, at=NOW
    )

    plan.refresh_from_db()
    assert (dropped.state, dropped.dropped_because) == ("dropped", "ยุบงาน")
    assert plan.state == "approved"


def test_drop_refuses_without_reason_right_or_twice():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)

    with pytest.raises(DropReasonMissing):
        actions.drop(measure, reason=" ", by=team.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.drop(measure, reason="ยุบ", by=team.head, at=NOW)
    actions.drop(measure, reason="ยุบ", by=team.analyst, at=NOW)
    with pytest.raises(InvalidMove):
        actions.drop(measure, reason="ยุบ", by=team.analyst, at=NOW)


def test_a_draft_can_be_written_again_from_what_was_said():
    team = make_team()
    draft = draft_of(team)
    measure = make_measure(make_plan(team), team=team)

    edited = actions.edit(
        measure, replace(draft, budget=None), version=1, by=team.analyst, at=NOW
    )

    assert edited.title == measure.title


@pytest.mark.slow
def test_ten_at_the_same_moment_lose_nothing_and_two_on_the_same_are_told(tmp_path):
    program = [sys.executable, "-m", "tests.prongsai.registers.measures.crowd"]

    with own_database(tmp_path) as variables:
        said = run(program, variables)

    assert said.splitlines() == ["10 0 10 voided", "1 3 1 voided"]
