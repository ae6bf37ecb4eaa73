"""What a report says of the records, kind by kind, and where each figure stands."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.ita.documents.model.report import Kind
from prongsai.registers.measures.actions import doing
from prongsai.registers.measures.actions import measures as planning_actions
from prongsai.registers.measures.models import Kind as LineKind
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.states import MeasureState
from prongsai.registers.reports.queries import contents
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.states import ReportKind
from tests import following, planning
from tests.cast import NOW, make_office
from tests.reporting import make_desk, number_line

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def only(desk):
    [measure] = compose(desk.report).content.report.measures
    return measure


def test_results_stand_as_they_were_written(desk):
    measure = only(desk)

    assert [i.text for i in measure.outputs] == [following.OUTPUT]
    assert [i.text for i in measure.outcomes] == [f"{following.OUTCOME} 86.25 คะแนน"]


def test_a_figure_stands_at_its_place(desk):
    line = number_line(desk)

    content = compose(desk.report).content

    place = f"measure.{desk.field.measure.pk}.outcome.2"
    found = {figure.place: figure for figure in content.figures}
    assert found[place].pk == line.figure_id
    assert found[place].digest == line.figure.rows_digest


def test_several_points_without_numbers_are_numbered(desk):
    following.line(desk.field, text="แจกแผ่นพับ 300 แผ่น")

    assert [item.marker for item in only(desk).outputs] == ["1.", "2."]


def test_what_has_no_output_and_no_outcome_says_so():
    make_office()
    desk = make_desk(measures=2)

    second = compose(desk.report).content.report.measures[1]

    assert "ยังไม่มีผลการดำเนินการ" in second.outputs[0].text
    assert "ยังไม่มีผลลัพธ์" in second.outcomes[0].text


def test_steps_done_up_to_the_day_draft_the_output():
    make_office()
    desk = make_desk(measures=2, cut_off=date(2025, 11, 10))
    second = desk.field.plan.measures.order_by("order")[1]
    first_step, second_step = second.steps.order_by("order")
    doing.finish_step(first_step, done_on=date(2025, 11, 5), by=desk.alice, at=NOW)
    doing.finish_step(second_step, done_on=date(2025, 11, 15), by=desk.alice, at=NOW)

    said = compose(desk.report).texts[f"measure.{second.pk}.output"].draft

    assert "ขั้นตอนที่ 1" in said
    assert "ขั้นตอนที่ 2" not in said


def test_the_statement_why_there_is_no_number_stands_as_outcome():
    make_office()
    desk = make_desk(measures=2)
    second = desk.field.plan.measures.order_by("order")[1]
    Measure.objects.filter(pk=second.pk).update(no_number_because="รอผลสำรวจของปีหน้า")

    said = compose(desk.report).content.report.measures[1].outcomes

    assert [item.text for item in said] == ["รอผลสำรวจของปีหน้า"]


def test_what_was_given_up_stays_with_its_reason():
    make_office()
    desk = make_desk(measures=2)
    second = desk.field.plan.measures.order_by("order")[1]
    planning_actions.drop(second, reason="งบประมาณไม่พอ", by=desk.analyst, at=NOW)

    content = compose(desk.report).content

    assert "งบประมาณไม่พอ" in content.report.measures[1].outputs[0].text
    assert content.tally.dropped == 1


def test_the_announcement_has_no_results():
    make_office()
    desk = make_desk(kind=ReportKind.PLAN)

    report = compose(desk.report).content.report

    assert report.kind == Kind.ANALYSIS_AND_PLAN
    assert not any(m.outputs or m.outcomes for m in report.measures)


def test_the_analysis_has_the_scores_of_the_year():
    make_office()
    desk = make_desk(kind=ReportKind.ANALYSIS)

    report = compose(desk.report).content.report

    assert report.kind == Kind.SCORES
    assert len(report.scores) == 10
    assert report.totals == {"2568": "88.94"}


def test_a_content_comes_back_from_its_data(desk):
    number_line(desk)
    content = compose(desk.report).content

    again = contents.from_data(contents.to_data(content))

    assert again == content


def test_the_same_records_make_the_same_digest(desk):
    first = contents.digest_of(contents.to_data(compose(desk.report).content))
    second = contents.digest_of(contents.to_data(compose(desk.report).content))

    assert first == second


def asked(report) -> int:
    with CaptureQueriesContext(connection) as questions:
        compose(report)
    return len(questions)


def test_more_measures_ask_no_more_questions():
    make_office()
    desk = make_desk(measures=2)
    asked(desk.report)
    counts = [asked(desk.report)]
    for n in range(10):
        made = planning.make_measure(
            desk.field.plan, team=desk.field.team, title=f"เรื่องที่ {n}"
        )
        Measure.objects.filter(pk=made.pk).update(state=MeasureState.APPROVED)
    counts.append(asked(desk.report))

    assert counts[0] == counts[1]


def test_a_number_that_the_words_state_is_not_said_twice(desk):
    following.line(
        desk.field, LineKind.OUTCOME, "ลดลงเหลือ ๑๒ เรื่อง", value=Decimal(12), unit="เรื่อง"
    )

    assert only(desk).outcomes[1].text == "ลดลงเหลือ ๑๒ เรื่อง"
