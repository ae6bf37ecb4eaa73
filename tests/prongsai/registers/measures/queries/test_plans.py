"""What is in a plan, what is missing, and what a decision is bound to."""

from datetime import date

import pytest

from prongsai.foundations.organisations import tenancy
from prongsai.ita.frameworks.loader import available
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.plans import StepDraft
from prongsai.registers.measures.queries import owning
from prongsai.registers.measures.queries import plans as queries
from tests.cast import NOW, make_division, make_office
from tests.planning import (
    again,
    approved_plan,
    draft_of,
    make_measure,
    make_plan,
    make_team,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MISSING = [
    ({"title": " "}, "title"),
    ({"aspect": None, "indicators": ()}, "aspect"),
    ({"target": None, "outcome_expected": ""}, "target"),
    ({"ends_on": None}, "period"),
    ({"division": None}, "division"),
    ({"steps": ()}, "steps"),
    ({"steps": (StepDraft(text="ไม่มีเจ้าของ"),)}, "step-owner"),
]


def test_a_complete_measure_lacks_nothing():
    measure = make_measure(make_plan(make_team()))

    assert queries.gaps_of(measure) == []


@pytest.mark.parametrize(("fields", "gap"), MISSING, ids=[gap for _, gap in MISSING])
def test_each_gap_is_named(fields, gap):
    team = make_team()
    measure = make_measure(make_plan(team), team=team, **fields)

    assert queries.gaps_of(measure) == [gap]


def test_either_aspect_or_indicator_and_either_target_or_words_are_enough():
    team = make_team()
    plan = make_plan(team)
    one = make_measure(plan, team=team, aspect=None, target=None)
    two = make_measure(plan, team=team, indicators=(), outcome_expected="")

    assert queries.gaps_of(one) == queries.gaps_of(two) == []


def test_a_step_with_points_is_done_by_those_who_do_the_points():
    team = make_team()
    points = (StepDraft(text="ก", accountable=team.alice),)
    steps = (StepDraft(text="รวม", points=points),)
    measure = make_measure(make_plan(team), team=team, steps=steps)

    assert queries.gaps_of(measure) == []
    assert [step.text for step in queries.leaves_of(measure)] == ["ก"]


def test_the_content_is_words_only():
    team = make_team()
    plan = approved_plan(team)
    before = queries.content_of(plan)
    measure = plan.measures.get()

    measure.state, measure.version, measure.order = "running", 9, 9
    measure.save()
    measure.steps.update(done_on=date(2026, 1, 1), done_at=NOW, done_by=team.alice)
    same = queries.content_of(plan)
    division = draft_of(team, division=make_division())
    actions.edit(measure, division, version=9, by=team.analyst, at=NOW)

    assert same == before
    assert queries.content_of(plan) != before


def test_a_year_without_framework_has_the_names_of_a_year_that_has_one():
    assert len(queries.aspects_of(2580)) == 7
    assert len(queries.aspects_of(2541)) == 7
    assert len(queries.indicators_of(2580)) == 10


def test_another_office_sees_nothing():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    other = make_office()

    with tenancy.acting_for(other.pk):
        stranger = make_team(other).analyst
        assert not queries.visible_to(stranger).exists()
        assert not queries.measures_visible_to(stranger).exists()
        assert not queries.steps_visible_to(stranger).exists()
        assert queries.plan_of(2569) is None
        assert queries.latest() is None
        assert not owning.can_read(stranger, measure.pk)
        assert not owning.can_add(stranger, measure.pk)
        assert owning.title_of(measure.pk) == ""


@pytest.mark.parametrize(
    ("who", "may"),
    [("analyst", True), ("clerk", True), ("head", True), ("alice", True),
     ("mayor", False)],
)  # fmt: skip
def test_evidence_is_added_by_writers_the_head_and_who_answers(who, may):
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    user = getattr(team, who)

    assert owning.can_add(user, measure.pk) is may
    assert owning.can_read(user, measure.pk)


def test_nothing_is_added_to_what_was_given_up():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)
    actions.drop(measure, reason="ยุบ", by=team.analyst, at=NOW)

    assert not owning.can_add(team.analyst, measure.pk)
    assert owning.period_of(measure.pk) == (date(2025, 10, 1), date(2026, 9, 30))
    assert owning.url_of(measure.pk) == again(measure).get_absolute_url()


def test_a_year_without_a_framework_borrows_that_of_the_newest():
    known = available()[-1]

    assert queries.borrowed_from(known) is None
    assert queries.borrowed_from(known + 1) == known
