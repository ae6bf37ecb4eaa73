"""What last year left, and which division a printed name means."""

from datetime import date

import pytest

from prongsai.registers.measures.actions import plans, taking
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.queries import sources
from tests.cast import NOW, make_division, make_office
from tests.planning import make_measure, make_plan, make_team
from tests.results import make_result
from tests.sourcing import finish_every_step, state_outcome

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def settled(measure):
    Measure.objects.filter(pk=measure.pk).update(state="closed")
    return measure


def test_what_was_not_reached_stands_on_top():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    done, left = (
        settled(make_measure(before, team=team, title=name)) for name in ("ก", "ข")
    )
    finish_every_step(done, by=team.alice)

    found = sources.former(plan)

    assert [one.measure for one in found] == [left, done]
    assert [one.is_left for one in found] == [True, False]
    assert found[0].steps_left == 2


@pytest.mark.parametrize(
    ("value", "target", "baseline", "below"),
    [
        ("84", 85, 70, True),
        ("85", 85, 70, False),
        ("12", 10, 20, True),
        ("9", 10, 20, False),
        ("84", None, 70, False),
    ],
    ids=["under", "reached", "not low enough", "low enough", "no target"],
)
def test_an_outcome_is_compared_with_the_target(value, target, baseline, below):
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team, target=target, baseline=baseline)
    state_outcome(old, value, by=team.alice)

    [found] = sources.former(plan)

    assert found.is_below is below
    assert found.is_open


def test_a_copy_is_shown_beside_what_it_was_copied_from():
    team = make_team()
    before, plan = make_plan(team, year=2567), make_plan(team)
    old = make_measure(before, team=team)
    [copy] = taking.from_year(plan, [old], by=team.analyst, at=NOW)

    [found] = sources.former(plan)

    assert found.copy == copy


def test_the_first_year_has_nothing_before_it():
    team = make_team()

    assert sources.former(make_plan(team)) == []


def test_a_given_up_measure_is_not_open():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team)
    plans.drop(old, reason="ไม่พร้อม", by=team.analyst, at=NOW)

    [found] = sources.former(plan)

    assert not found.is_open


def test_a_section_and_its_division_are_the_division():
    office = make_office()
    whole = make_division(office=office, name_th="กองสมมติ")
    make_division(office=office, name_th="งานสมมติ", parent=whole)
    make_division(office=office, name_th="กองอื่น")
    known = sources.Divisions()

    assert known.certain(["กองสมมติ", "งานสมมติ"]) == whole
    assert known.certain(["กองสมมติ", "กองอื่น"]) is None
    assert known.certain(["กองสมมติ", "ทุกสำนัก"]) is None
    assert known.certain([]) is None


def test_a_division_out_of_use_is_not_meant():
    office = make_office()
    make_division(office=office, name_th="กองสมมติ", is_active=False)

    assert sources.Divisions().certain(["กองสมมติ"]) is None


def test_29_february_moves_to_the_28th():
    assert sources.moved(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert sources.moved(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert sources.moved(None, 1) is None


def test_the_dearest_indicators_come_first_and_three_are_the_worst():
    team = make_team()
    points = dict(enumerate(["95.00"] * 10, 1)) | {10: "100.00", 3: "90.00"}
    make_result(2568, points, by=team.analyst)

    weak = sources.weak_indicators(make_plan(team))

    assert [one.number for one in weak[:2]] == [9, 3]  # 5 of 20 %, 10 of 6 %
    assert [one.is_worst for one in weak] == [True] * 3 + [False] * 6
    assert weak[0].lost == 1


def test_an_indicator_below_the_pass_mark_is_among_the_worst():
    team = make_team()
    points = dict(enumerate(["10.00"] * 10, 1)) | {1: "84.99", 2: "85.00"}
    make_result(2568, points, by=team.analyst)

    worst = {w.number: w.is_worst for w in sources.weak_indicators(make_plan(team))}

    assert (worst[1], worst[2]) == (True, False)
