"""A plan by aspects and indicators: what is covered, what is not, the weak first."""

import pytest

from prongsai.registers.measures.actions import plans
from prongsai.registers.measures.queries.matrix import matrix
from tests.cast import NOW
from tests.planning import make_measure, make_plan, make_team
from tests.results import POINTS, make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def numbers(entries):
    return [one.number for one in entries]


def test_measures_stand_under_their_aspect_and_their_indicators():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team, aspect=4, indicators=(4, 9))

    found = matrix(plan)

    assert [one.measures for one in found.aspects if one.number == 4] == [(measure,)]
    assert {n.number for n in found.indicators if not n.is_gap} == {4, 9}
    assert numbers(e for e in found.aspects if e.is_gap) == [1, 2, 3, 5, 6, 7]
    assert found.unplaced == ()


def test_weak_indicators_without_a_measure_come_first_the_dearest_in_front():
    team = make_team()
    plan = make_plan(team)
    full = dict(enumerate(["100.00"] * 10, 1))
    make_result(2568, full | {8: "80.00", 3: "90.00", 5: "70.00"}, by=team.analyst)
    make_measure(plan, team=team, aspect=None, indicators=(5,))

    found = matrix(plan)

    assert found.has_result
    assert numbers(found.gaps)[:2] == [8, 3]
    weak = found.gaps[0].weak
    assert weak is not None
    assert weak.points == 80
    assert 5 not in numbers(found.gaps)[:9]


def test_without_a_confirmed_result_nothing_is_called_weak():
    team = make_team()
    plan = make_plan(team)
    make_result(2568, POINTS, confirmed=False, by=team.analyst)

    found = matrix(plan)

    assert not found.has_result
    assert numbers(found.gaps) == [*range(1, 11), *range(1, 8)]


def test_what_was_given_up_covers_nothing():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team)
    plans.drop(measure, reason="ไม่พร้อม", by=team.analyst, at=NOW)

    found = matrix(plan)

    assert found.measures == ()


def test_a_measure_that_answers_neither_is_named():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team, aspect=None, indicators=())

    assert matrix(plan).unplaced == (measure,)
