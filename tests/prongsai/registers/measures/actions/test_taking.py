"""Measures come from the library, from last year and from a report, and never twice."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import InvalidMove
from prongsai.registers.assessments.actions import readings
from prongsai.registers.assessments.queries.readings import report_of
from prongsai.registers.measures.actions import plans, taking
from prongsai.registers.measures.actions.holding import PlanClosed
from prongsai.registers.measures.actions.taking import Owners
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.queries.as_report import measures_of
from prongsai.registers.measures.queries.sources import year_of
from prongsai.registers.measures.standards import UnknownStandard, standard
from tests.cast import NOW, make_division, make_office, make_user
from tests.planning import make_measure, make_plan, make_team
from tests.seeds import SEEDS
from tests.sourcing import finish_every_step, make_reading, state_outcome

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CODE = "staff-manual"


def take(plan, code=CODE, *, team, by=None):
    return taking.from_standard(
        plan,
        code,
        division=team.division,
        accountable=team.alice,
        by=by or team.analyst,
        at=NOW,
    )


def test_a_standard_becomes_a_draft_with_its_steps_due_in_the_year():
    team = make_team()

    measure = take(make_plan(team), team=team)

    one = standard(CODE)
    assert (measure.state, measure.standard) == ("draft", CODE)
    assert (measure.title, measure.aspect) == (one.title.th, 1)
    assert measure.accountable == team.alice
    steps = list(measure.steps.all())
    assert [s.text for s in steps] == [s.words.th for s in one.steps]
    assert steps[0].due_on == date(2025, 11, 30)
    assert (measure.starts_on, measure.ends_on) == (
        date(2025, 11, 1), date(2026, 3, 31),
    )  # fmt: skip


def test_a_step_of_every_division_becomes_a_line_for_each():
    team = make_team()
    other = make_division(office=team.office)
    owners = Owners(
        division=team.division,
        accountable=team.alice,
        everywhere=(team.division, other),
    )

    [measure] = taking.from_standards(
        make_plan(team), [CODE], owners=owners, by=team.analyst, at=NOW
    )

    steps = list(measure.steps.order_by("order"))
    everybody = [s for s in standard(CODE).steps if s.is_for_every_division]
    assert len(steps) == len(standard(CODE).steps) + len(everybody)
    assert [s.division for s in steps[:2]] == [team.division, other]
    assert steps[0].accountable == team.head


def test_a_standard_is_refused_twice_and_none_of_the_others_is_added():
    team = make_team()
    plan = make_plan(team)
    take(plan, team=team)
    codes = ["ethics", CODE]

    with pytest.raises(taking.StandardInPlan):
        taking.from_standards(plan, codes, owners=Owners(), by=team.analyst, at=NOW)

    assert plan.measures.count() == 1


def test_a_standard_nobody_knows_is_refused():
    team = make_team()

    with pytest.raises(UnknownStandard):
        take(make_plan(team), "no-such", team=team)


def test_choosing_nothing_is_refused():
    team = make_team()
    plan = make_plan(team)

    with pytest.raises(taking.NothingToTake):
        taking.from_standards(plan, [], owners=Owners(), by=team.analyst, at=NOW)
    with pytest.raises(taking.NothingToTake):
        taking.from_year(plan, [], by=team.analyst, at=NOW)


def test_an_officer_may_take_nothing():
    team = make_team()
    plan, before = make_plan(team), make_plan(team, year=2568)
    old = make_measure(before, team=team)
    reading = make_reading(by=team.analyst)

    with pytest.raises(PermissionDenied):
        take(plan, team=team, by=team.alice)
    with pytest.raises(PermissionDenied):
        taking.from_year(plan, [old], by=team.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        taking.from_reading(plan, reading, by=team.alice, at=NOW)


def test_a_copy_has_the_plan_of_last_year_a_year_later_and_none_of_its_results():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(
        before,
        team=team,
        starts_on=date(2024, 2, 29),
        period_text="ก.พ. ๖๗ - ก.ย. ๖๘",
        reference="4.1",
    )
    finish_every_step(old, by=team.alice)
    state_outcome(old, "12", by=team.alice)

    [copy] = taking.from_year(plan, [old], by=team.analyst, at=NOW)

    assert (copy.copied_from, copy.state, copy.title) == (old, "draft", old.title)
    assert (copy.starts_on, copy.ends_on) == (date(2025, 2, 28), date(2027, 9, 30))
    assert (copy.period_text, copy.reference) == ("", "")
    assert not copy.lines.exists()
    assert [s.due_on for s in copy.steps.all()] == [
        date(2027, 1, 28), date(2027, 2, 28),
    ]  # fmt: skip
    assert {s.done_on for s in copy.steps.all()} == {None}


def test_a_person_who_left_answers_for_no_copy():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team)
    team.alice.is_active = False
    team.alice.save()
    old.refresh_from_db()

    [copy] = taking.from_year(plan, [old], by=team.analyst, at=NOW)

    assert copy.accountable is None
    assert {s.accountable for s in copy.steps.all()} == {None}


def test_a_measure_is_not_copied_twice():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team)
    taking.from_year(plan, [old], by=team.analyst, at=NOW)

    with pytest.raises(taking.AlreadyCopied) as refused:
        taking.from_year(plan, [old], by=team.analyst, at=NOW)

    assert refused.value.facts == {"count": 1}
    assert plan.measures.count() == 1


def test_a_copy_that_was_given_up_may_be_copied_again():
    team = make_team()
    before, plan = make_plan(team, year=2568), make_plan(team)
    old = make_measure(before, team=team)
    [copy] = taking.from_year(plan, [old], by=team.analyst, at=NOW)
    plans.drop(copy, reason="ไม่พร้อม", by=team.analyst, at=NOW)

    taking.from_year(plan, [old], by=team.analyst, at=NOW)

    assert plan.measures.count() == 2


def test_measures_of_the_same_year_are_not_copied():
    team = make_team()
    plan = make_plan(team)
    own = make_measure(plan, team=team)

    with pytest.raises(taking.NotEarlier):
        taking.from_year(plan, [own], by=team.analyst, at=NOW)


def test_a_report_comes_over_word_for_word():
    team = make_team()
    known = make_division(office=team.office, name_th="กองสมมติหนึ่ง")
    reading = make_reading(by=team.analyst)
    plan = make_plan(team, year=2568)

    first, second = taking.from_reading(plan, reading, by=team.analyst, at=NOW)

    assert measures_of(plan) == report_of(reading).content().measures
    assert (first.division, second.division) == (known, None)
    assert (first.starts_on, first.ends_on) == (date(2024, 10, 1), date(2025, 3, 31))
    assert second.period_text == "ทั้งปี 1/18"
    assert second.responsible_texts == ["ทุกสำนัก/กอง"]
    nested = first.steps.get(text__contains="สมุดจดเวลา", parent=None)
    assert nested.points.count() == 2


def test_two_divisions_of_a_name_leave_the_division_open():
    team = make_team()
    for _ in range(2):
        make_division(office=team.office, name_th="กองสมมติหนึ่ง")
    plan = make_plan(team, year=2568)

    first, _second = taking.from_reading(
        plan, make_reading(by=team.analyst), by=team.analyst, at=NOW
    )

    assert first.division is None
    assert first.responsible_texts == ["กองสมมติหนึ่ง"]


def test_a_report_is_taken_over_once():
    team = make_team()
    reading = make_reading(by=team.analyst)
    plan = make_plan(team, year=2568)

    taking.from_reading(plan, reading, chosen=[1], by=team.analyst, at=NOW)
    with pytest.raises(taking.ReadingTaken):
        taking.from_reading(plan, reading, by=team.analyst, at=NOW)

    reading.refresh_from_db()
    assert (reading.state, reading.measures_taken_by) == ("taken", team.analyst)
    assert [m.reference for m in plan.measures.all()] == ["1.2"]


def test_a_report_that_was_discarded_is_not_taken_over():
    team = make_team()
    reading = make_reading(by=team.analyst)
    readings.discard(reading, by=team.analyst, at=NOW)

    with pytest.raises(InvalidMove):
        taking.from_reading(
            make_plan(team, year=2568), reading, by=team.analyst, at=NOW
        )

    assert not Measure.objects.exists()


def test_choosing_none_of_a_report_leaves_it_to_be_taken():
    team = make_team()
    reading = make_reading(by=team.analyst)

    with pytest.raises(taking.NothingToTake):
        taking.from_reading(
            make_plan(team, year=2568), reading, chosen=[], by=team.analyst, at=NOW
        )

    reading.refresh_from_db()
    assert reading.measures_taken_at is None


def test_a_closed_year_takes_nothing_more():
    team = make_team()
    plan = make_plan(team)
    Plan.objects.filter(pk=plan.pk).update(state="closed")

    with pytest.raises(PlanClosed):
        take(plan, team=team)
    with pytest.raises(PermissionDenied):
        take(plan, team=team, by=make_user(role=None, office=team.office))


@pytest.mark.slow
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")
def test_five_real_reports_come_over_word_for_word_into_five_offices():
    for path in sorted(SEEDS.glob("*.txt")):
        team = make_team(make_office())
        with tenancy.acting_for(team.office.pk):
            text = path.read_text(encoding="utf-8")
            reading = make_reading(by=team.analyst, text=text, name="รายงาน.txt")
            report = report_of(reading)
            plan = make_plan(team, year=year_of(report) or 0)

            taking.from_reading(plan, reading, by=team.analyst, at=NOW)

            assert len(report.measures) >= 7  # the shortest has so many
            assert measures_of(plan) == report.content().measures


def test_a_report_begins_the_plan_of_its_year_with_its_title():
    team = make_team()
    reading = make_reading(by=team.analyst)

    first, *_ = taking.take_reading(reading, into=2568, by=team.analyst, at=NOW)

    plan = first.plan
    assert (plan.fiscal_year, plan.result_year) == (2568, 2567)
    assert plan.title == report_of(reading).title


def test_a_report_does_not_begin_a_year_that_has_its_plan():
    team = make_team()
    make_plan(team, year=2568)
    reading = make_reading(by=team.analyst)

    with pytest.raises(plans.PlanExists):
        taking.take_reading(reading, into=2568, by=team.analyst, at=NOW)

    assert not Measure.objects.exists()
