"""When measures run, and which of their steps are done, due and late."""

from datetime import date

import pytest

from prongsai.registers.measures.actions import plans
from prongsai.registers.measures.actions.plans import StepDraft
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.queries.timeline import runs
from prongsai.registers.measures.states import MeasureState
from tests.cast import NOW
from tests.planning import make_measure, make_plan, make_team, steps_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAY = date(2026, 2, 10)


def test_a_step_is_done_due_or_late_on_a_day():
    team = make_team()
    measure = make_measure(make_plan(team), team=team, steps=steps_of(team, 3))
    Measure.objects.filter(pk=measure.pk).update(state=MeasureState.APPROVED)
    first = measure.steps.first()
    first.done_on, first.done_at, first.done_by = date(2026, 1, 5), NOW, team.alice
    first.save()
    measure.steps.filter(pk=measure.steps.all()[1].pk).update(due_on=date(2026, 2, 9))

    [run] = runs(measure.plan, on=DAY)

    assert [(stop.on, stop.state) for stop in run.stops] == [
        (date(2026, 1, 5), "done"),
        (date(2026, 2, 9), "late"),
        (date(2026, 3, 28), "due"),
    ]


def test_nothing_is_late_before_its_measure_is_approved():
    team = make_team()
    measure = make_measure(make_plan(team), team=team, steps=steps_of(team, 1))
    measure.steps.update(due_on=date(2026, 2, 9))

    [run] = runs(measure.plan, on=DAY)

    assert [stop.state for stop in run.stops] == ["due"]


def test_a_step_with_points_is_done_in_its_points():
    team = make_team()
    points = (StepDraft(text="ก"), StepDraft(text="ข"))
    steps = [StepDraft(text="ทั้งสอง", points=points)]
    measure = make_measure(make_plan(team), team=team, steps=steps)

    [run] = runs(measure.plan, on=DAY)

    assert [stop.step.text for stop in run.stops] == ["ก", "ข"]
    assert {stop.on for stop in run.stops} == {None}


def test_what_was_given_up_is_not_drawn():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team)
    plans.drop(measure, reason="ไม่พร้อม", by=team.analyst, at=NOW)

    assert runs(plan, on=DAY) == []
