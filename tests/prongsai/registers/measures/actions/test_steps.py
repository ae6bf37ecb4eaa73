"""Steps of a measure: added, changed, moved, removed, one line for each division."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.plans import StepDraft
from prongsai.registers.measures.actions.steps import NoDivisions, StepDone
from prongsai.registers.measures.models import Step
from prongsai.registers.measures.queries import plans as queries
from tests.cast import NOW, TODAY, make_division, make_user
from tests.planning import again, approved_plan, make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def one_step(team, **fields):
    draft = StepDraft(
        **{"text": "ประชุม", "division": team.division, "accountable": team.alice}
        | fields
    )
    measure = make_measure(make_plan(team), team=team, steps=(draft,))
    return measure.steps.get(parent=None)


def done(step, by):
    Step.objects.filter(pk=step.pk).update(done_on=TODAY, done_at=NOW, done_by=by)


def tree(measure):
    return [(depth, step.text) for depth, step in queries.tree_of(again(measure))]


def test_steps_are_written_with_their_points_who_follow_the_owner():
    team = make_team()
    step = one_step(team, points=(StepDraft(text="เชิญ", marker="-"),))

    actions.add_step(
        step.measure, StepDraft(text="สรุป"), parent=step, by=team.analyst, at=NOW
    )
    actions.add_step(step.measure, StepDraft(text="ปิด"), by=team.analyst, at=NOW)

    assert tree(step.measure) == [(0, "ประชุม"), (1, "เชิญ"), (1, "สรุป"), (0, "ปิด")]
    assert {p.accountable for p in step.points.all()} == {team.alice}


def test_steps_are_for_those_who_may_edit_the_measure():
    team = make_team()
    step = one_step(team)
    draft = StepDraft(text="ใหม่")

    with pytest.raises(PermissionDenied):
        actions.add_step(step.measure, draft, by=team.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.edit_step(step, draft, version=1, by=team.mayor, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.remove_step(step, by=team.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.move(step, up=True, by=team.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.expand(step, divisions=[team.division], by=team.alice, at=NOW)
    added = actions.add_step(step.measure, draft, by=team.head, at=NOW)
    assert added.text == "ใหม่"


def test_edit_passes_a_new_owner_on_to_the_points_that_had_the_old_one():
    team = make_team()
    bob = make_user(division=team.division)
    points = (StepDraft(text="เชิญ"), StepDraft(text="จด", accountable=team.head))
    step = one_step(team, points=points)
    draft = StepDraft(text="ประชุมใหญ่", division=team.division, accountable=bob)

    edited = actions.edit_step(step, draft, version=1, by=team.analyst, at=NOW)

    assert (edited.text, edited.version) == ("ประชุมใหญ่", 2)
    owners = {point.text: point.accountable for point in step.points.all()}
    assert owners == {"เชิญ": bob, "จด": team.head}


def test_edit_refuses_a_stale_page_and_a_step_that_was_done():
    team = make_team()
    step = one_step(team)

    with pytest.raises(StalePage):
        actions.edit_step(step, StepDraft(text="x"), version=3, by=team.clerk, at=NOW)
    done(step, team.alice)
    with pytest.raises(StepDone):
        actions.edit_step(step, StepDraft(text="x"), version=1, by=team.clerk, at=NOW)
    with pytest.raises(StepDone):
        actions.remove_step(step, by=team.clerk, at=NOW)
    with pytest.raises(StepDone):
        actions.expand(step, divisions=[team.division], by=team.clerk, at=NOW)


def test_remove_takes_the_points_along():
    team = make_team()
    step = one_step(team, points=(StepDraft(text="เชิญ"),))

    actions.remove_step(step, by=team.analyst, at=NOW)

    assert not Step.objects.exists()


def test_move_stays_among_the_steps_of_the_same_level():
    team = make_team()
    step = one_step(team, points=(StepDraft(text="ก"), StepDraft(text="ข")))
    last = step.points.get(text="ข")

    actions.move(last, up=True, by=team.analyst, at=NOW)
    actions.move(last, up=True, by=team.analyst, at=NOW)

    assert tree(step.measure) == [(0, "ประชุม"), (1, "ข"), (1, "ก")]


def test_every_division_becomes_a_line_with_its_head():
    team = make_team()
    other = make_division()
    boss = make_user(role=Role.HEAD, division=other)
    step = one_step(team, due_on=date(2026, 1, 5), points=(StepDraft(text="เชิญ"),))
    actions.add_step(step.measure, StepDraft(text="ปิด"), by=team.analyst, at=NOW)

    lines = actions.expand(
        step, divisions=[team.division, other], by=team.analyst, at=NOW
    )

    assert [line.accountable for line in lines] == [team.head, boss]
    assert {line.due_on for line in lines} == {date(2026, 1, 5)}
    assert tree(step.measure) == [
        (0, "ประชุม"), (1, "เชิญ"), (0, "ประชุม"), (1, "เชิญ"), (0, "ปิด"),
    ]  # fmt: skip


def test_every_division_may_have_one_person_named_for_all():
    team = make_team()
    step = one_step(team)

    with pytest.raises(NoDivisions):
        actions.expand(step, divisions=[], by=team.analyst, at=NOW)
    lines = actions.expand(
        step,
        divisions=[make_division(), make_division()],
        accountable=team.alice,
        by=team.analyst,
        at=NOW,
    )

    assert {line.accountable for line in lines} == {team.alice}


@pytest.mark.parametrize("origin", ["", "มติที่ 3/2569"])
def test_only_a_step_of_a_resolution_leaves_the_decision_standing(origin):
    team = make_team()
    plan = approved_plan(team)
    step = StepDraft(text="ติดป้ายเพิ่ม", accountable=team.alice, origin=origin)

    actions.add_step(plan.measures.get(), step, by=team.analyst, at=NOW)

    plan.refresh_from_db()
    assert plan.state == ("approved" if origin else "draft")


def test_a_change_of_a_step_voids_and_a_new_order_does_not():
    team = make_team()
    plan = approved_plan(team)
    first = plan.measures.get().steps.order_by("order")[0]

    actions.move(first, up=False, by=team.analyst, at=NOW)
    plan.refresh_from_db()
    after_move = plan.state
    draft = replace(StepDraft(text="อื่น"), accountable=team.alice)
    actions.edit_step(first, draft, version=1, by=team.analyst, at=NOW)
    plan.refresh_from_db()

    assert (after_move, plan.state) == ("approved", "draft")


@pytest.mark.parametrize(
    ("marks", "after"),
    [(("1.", "2."), ["1.", "2.", "3."]), (("ก)", "ข)"), ["ก)", "ก)", "ข)"])],
)
def test_the_numbers_go_on_when_a_step_becomes_lines_other_marks_stay(marks, after):
    team = make_team()
    drafts = tuple(StepDraft(text=mark, marker=mark) for mark in marks)
    measure = make_measure(make_plan(team), team=team, steps=drafts)
    divisions = [team.division, make_division(office=team.office)]

    lines = actions.expand(
        measure.steps.first(), divisions=divisions, by=team.analyst, at=NOW
    )

    rows = measure.steps.order_by("order", "pk")
    assert list(rows.values_list("marker", flat=True)) == after
    assert [line.marker for line in lines] == after[:2]
