"""A plan as the library's report: what was taken over comes back word for word."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.codec import to_data
from prongsai.ita.documents.model.report import Aspect, Kind, Period, Report
from prongsai.registers.assessments.models import Reading
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.plans import StepDraft
from prongsai.registers.measures.actions.taking import from_reading
from prongsai.registers.measures.queries.as_report import measures_of, report_of
from tests import factories
from tests.cast import NOW, make_division
from tests.planning import draft_of, make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
_years = count(2541)


def take_over(team, report: Report):
    """Take every measure of a report over into a plan of its own."""
    reading = Reading.objects.create(
        organisation=team.office,
        name="report.pdf",
        state="read",
        content=to_data(report),
        read_at=NOW,
        read_by=team.analyst,
    )
    plan = make_plan(team, year=next(_years))
    from_reading(plan, reading, by=team.analyst, at=NOW)
    return plan


def test_a_report_of_results_and_a_plan_come_back_as_they_were():
    team = make_team()
    for report in (factories.make_report(), factories.make_plan()):
        plan = take_over(team, report)

        again = report_of(plan)

        assert again.content().measures == report.content().measures
        assert again.kind == report.kind


def test_what_the_register_has_no_word_for_comes_back_as_printed():
    team = make_team()
    measure = factories.make_measure()
    odd = (
        replace(measure, aspect=Aspect(number="", title="ด้านอื่น ๆ"), indicator="ทุกข้อ"),
        replace(measure, aspect=Aspect(number="9", title=""), analysis="เพราะจำเป็น"),
        replace(measure, aspect=None, period=Period(text="ตลอดปีงบประมาณ")),
        replace(measure, aspect=Aspect(number="2", title=""), period=None, ref=""),
    )

    plan = take_over(team, factories.make_report(measures=odd))

    found = measures_of(plan)
    assert found[:3] == odd[:3]
    assert found[3] == replace(odd[3], ref="2.1")


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(measures=factories.measures())
def test_any_report_taken_over_comes_back_the_same(team, measures):
    plan = take_over(team, factories.make_report(measures=measures))

    assert measures_of(plan) == measures


@pytest.fixture
def team(db):
    return make_team()


def test_a_measure_written_here_prints_what_it_says():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    make_measure(plan, team=team, aspect=None, indicators=(9, 10))

    one, two = measures_of(plan)

    assert (one.ref, two.ref) == ("2.1", "9.1")
    assert one.aspect is not None
    assert one.aspect.title
    assert (two.aspect, two.indicator) == (None, "9")
    assert one.period is not None
    assert one.period.text == "๑ ตุลาคม ๒๕๖๘ - ๓๐ กันยายน ๒๕๖๙"
    assert one.responsible == (team.division.name_th,)
    assert (one.outputs, one.outcomes) == ((), ())


def test_lines_of_several_divisions_name_theirs():
    team = make_team()
    other = make_division()
    measure = make_measure(make_plan(team), team=team, steps=(StepDraft(text="นับ"),))
    step = measure.steps.get()
    actions.expand(step, divisions=[team.division, other], by=team.analyst, at=NOW)

    [found] = measures_of(measure.plan)

    assert [item.text for item in found.steps] == [
        f"นับ ({team.division.name_th})",
        f"นับ ({other.name_th})",
    ]


def test_a_plan_written_here_is_a_report_the_linter_reads():
    team = make_team()
    plan = make_plan(team, title="มาตรการของปี")
    make_measure(plan, team=team)

    report = report_of(plan)

    assert (report.kind, report.fiscal_year) == (Kind.ANALYSIS_AND_PLAN, 2569)
    assert report.title == "มาตรการของปี"
    assert isinstance(list(lint(report)), list)


def test_the_questions_do_not_grow_with_the_measures(django_assert_num_queries):
    team = make_team()
    plan = make_plan(team)
    for place in range(6):
        actions.add(
            plan, draft_of(team, title=str(place)), by=team.analyst, at=NOW,
            steps=[StepDraft(text="ก", accountable=team.alice)],
        )  # fmt: skip

    with django_assert_num_queries(5):  # two ask which framework holds
        assert len(measures_of(plan)) == 6
