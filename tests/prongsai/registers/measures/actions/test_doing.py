"""Doing a measure: steps, reporting with evidence, closing, going back with a reason."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from prongsai.ita.errors import InvalidMove
from prongsai.registers.measures.actions import doing, plans
from prongsai.registers.measures.actions.plans import StepDraft
from prongsai.registers.measures.models import Kind, Setback
from prongsai.registers.measures.queries import evidence
from tests.cast import NOW, TODAY, make_division, make_user
from tests.following import (
    closed,
    day,
    fresh,
    later,
    line,
    make_field,
    proved,
    reported,
    running,
    written,
)
from tests.planning import make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def verbs(field):
    return list(
        Event.objects.filter(verb__startswith="measures.")
        .order_by("number")
        .values_list("verb", flat=True)
    )


def told(user):
    return list(
        Notification.objects.filter(receiver=user).values_list("code", flat=True)
    )


def test_begin_sets_an_approved_measure_running(field):
    measure = doing.begin(field.measure, by=field.alice, at=NOW)

    assert measure.state == "running"
    assert verbs(field)[-1] == "measures.begun"


def test_begin_is_for_those_who_follow_the_measure(field):
    with pytest.raises(PermissionDenied):
        doing.begin(field.measure, by=field.bob, at=NOW)


def test_begin_refuses_what_runs_already_or_is_reported(field):
    reported(field)

    with pytest.raises(doing.NotRunning):
        doing.begin(field.measure, by=field.alice, at=NOW)


def test_begin_refuses_a_draft():
    team = make_team()
    measure = make_measure(make_plan(team), team=team)

    with pytest.raises(InvalidMove):
        doing.begin(measure, by=team.alice, at=NOW)


def test_finishing_the_first_step_begins_the_measure(field):
    step = doing.finish_step(
        field.steps[0], done_on=day(-1), note=" ติดป้ายแล้ว ", by=field.alice, at=NOW
    )

    assert (step.done_on, step.done_by, step.note) == (day(-1), field.alice, "ติดป้ายแล้ว")
    assert fresh(field).state == "running"


def test_the_head_of_the_division_and_the_analyst_finish_steps_too(field):
    first, second = field.steps

    doing.finish_step(first, done_on=TODAY, by=field.team.head, at=NOW)
    doing.finish_step(second, done_on=TODAY, by=field.analyst, at=NOW)

    assert [step.done_on for step in field.steps] == [TODAY, TODAY]


def test_finish_step_is_not_for_a_colleague(field):
    with pytest.raises(PermissionDenied):
        doing.finish_step(field.steps[0], done_on=TODAY, by=field.bob, at=NOW)


def test_finish_step_is_not_for_the_head_of_another_division(field):
    other = make_user(role=Role.HEAD, division=make_division())

    with pytest.raises(PermissionDenied):
        doing.finish_step(field.steps[0], done_on=TODAY, by=other, at=NOW)


def test_finish_step_refuses_a_second_time(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)

    with pytest.raises(doing.DoneAlready):
        doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)


def test_finish_step_refuses_a_day_to_come(field):
    with pytest.raises(doing.NotThereYet):
        doing.finish_step(field.steps[0], done_on=day(1), by=field.alice, at=NOW)


def test_finish_step_refuses_a_heading(field):
    heading = field.steps[0]
    point = StepDraft(text="จุดที่ 1", accountable=field.alice)
    team = make_team()
    plan = make_plan(team, year=2570)
    heading = plans.add(
        plan,
        plans.Draft(title="ทดสอบ", accountable=team.alice),
        steps=[StepDraft(text="หัวข้อ", points=(point,))],
        by=team.analyst,
        at=NOW,
    ).steps.get(parent=None)
    heading.measure.__class__.objects.filter(pk=heading.measure_id).update(
        state="running"
    )

    with pytest.raises(doing.DoneInItsPoints):
        doing.finish_step(heading, done_on=TODAY, by=team.alice, at=NOW)


def test_finish_step_refuses_once_the_measure_is_reported(field):
    reported(field)

    with pytest.raises(doing.NotRunning):
        doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)


def test_undo_step_takes_it_back_and_keeps_the_note(field):
    doing.finish_step(field.steps[0], done_on=TODAY, note="ผิด", by=field.alice, at=NOW)

    step = doing.undo_step(field.steps[0], by=field.alice, at=NOW)

    assert (step.done_on, step.done_at, step.done_by) == (None, None, None)
    assert step.note == "ผิด"


def test_undo_step_refuses_what_is_not_done_and_colleagues(field):
    with pytest.raises(doing.NotDone):
        doing.undo_step(field.steps[0], by=field.alice, at=NOW)
    with pytest.raises(PermissionDenied):
        doing.undo_step(field.steps[0], by=field.bob, at=NOW)


def test_undo_step_refuses_once_the_measure_is_reported(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)
    written_after_start(field)

    with pytest.raises(doing.NotRunning):
        doing.undo_step(field.steps[0], by=field.alice, at=NOW)


def written_after_start(field):
    line(field)
    line(field, Kind.OUTCOME, "ผลลัพธ์", value=Decimal(1))
    proved(field)
    doing.report(field.measure, by=field.alice, at=NOW)


def test_report_takes_an_output_with_evidence_and_an_outcome_in_numbers(field):
    written(field)

    measure = doing.report(field.measure, by=field.alice, at=NOW)

    assert (measure.state, measure.reported_by) == ("reported", field.alice)
    assert "measures.to-close" in told(field.analyst)


def test_report_refuses_without_an_output(field):
    running(field)
    line(field, Kind.OUTCOME, "ผลลัพธ์", value=Decimal(1))
    proved(field)

    with pytest.raises(evidence.NoOutput):
        doing.report(field.measure, by=field.alice, at=NOW)


def test_report_refuses_without_evidence(field):
    running(field)
    line(field)
    line(field, Kind.OUTCOME, "ผลลัพธ์", value=Decimal(1))

    with pytest.raises(evidence.NoEvidence):
        doing.report(field.measure, by=field.alice, at=NOW)


def test_report_refuses_evidence_that_has_expired(field):
    written(field, expires_on=TODAY)

    with pytest.raises(evidence.NoEvidence) as refusal:
        doing.report(field.measure, by=field.alice, at=later(1))

    assert refusal.value.facts == {"expired": 1}


def test_report_refuses_an_outcome_without_a_number(field):
    running(field)
    line(field)
    line(field, Kind.OUTCOME, "ประชาชนพอใจ")
    proved(field)

    with pytest.raises(evidence.NoNumber):
        doing.report(field.measure, by=field.alice, at=NOW)


def test_report_takes_the_statement_why_there_is_no_number(field):
    running(field)
    line(field)
    proved(field)
    doing.state_no_number(field.measure, "ยังไม่ได้สำรวจ", by=field.alice, at=NOW)

    assert doing.report(field.measure, by=field.alice, at=NOW).state == "reported"


def test_report_is_for_those_who_follow_the_measure(field):
    written(field)

    with pytest.raises(PermissionDenied):
        doing.report(field.measure, by=field.bob, at=NOW)


def test_report_refuses_what_is_not_running(field):
    with pytest.raises(InvalidMove):
        doing.report(field.measure, by=field.alice, at=NOW)


def test_report_does_not_open_a_closed_measure(field):
    closed(field)

    with pytest.raises(doing.NotRunning):
        doing.report(field.measure, by=field.alice, at=NOW)


def test_close_is_done_by_another_than_who_reported(field):
    reported(field)

    measure = doing.close(field.measure, by=field.analyst, at=NOW)

    assert (measure.state, measure.closed_by) == ("closed", field.analyst)


def test_close_refuses_who_reported_it(field):
    written(field)
    doing.report(field.measure, by=field.analyst, at=NOW)

    with pytest.raises(PermissionDenied):
        doing.close(field.measure, by=field.analyst, at=NOW)
    assert doing.close(field.measure, by=field.clerk, at=NOW).state == "closed"


def test_close_is_not_for_an_officer(field):
    reported(field)

    with pytest.raises(PermissionDenied):
        doing.close(field.measure, by=field.bob, at=NOW)


def test_close_refuses_what_is_not_reported(field):
    running(field)

    with pytest.raises(InvalidMove):
        doing.close(field.measure, by=field.analyst, at=NOW)


def test_close_refuses_when_the_evidence_expired_meanwhile(field):
    reported(field, expires_on=TODAY)

    with pytest.raises(evidence.NoEvidence):
        doing.close(field.measure, by=field.analyst, at=later(1))


def test_send_back_lets_it_run_again_with_the_reason(field):
    reported(field)

    measure = doing.send_back(field.measure, " ขาดภาพถ่าย ", by=field.analyst, at=NOW)

    assert (measure.state, measure.reported_at) == ("running", None)
    assert Setback.objects.get().reason == "ขาดภาพถ่าย"
    assert "measures.sent-back" in told(field.alice)


def test_send_back_opens_a_closed_measure_again(field):
    closed(field)

    measure = doing.send_back(field.measure, "พบข้อผิดพลาด", by=field.clerk, at=NOW)

    assert (measure.state, measure.closed_at) == ("reported", None)


def test_send_back_needs_a_reason_and_a_judge(field):
    reported(field)

    with pytest.raises(doing.ReasonMissing):
        doing.send_back(field.measure, "  ", by=field.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        doing.send_back(field.measure, "เหตุผล", by=field.alice, at=NOW)


def test_send_back_refuses_what_is_neither_reported_nor_closed(field):
    with pytest.raises(doing.NotRunning):
        doing.send_back(field.measure, "เหตุผล", by=field.analyst, at=NOW)


def test_lower_is_the_houses_own_deed_and_says_no_reason(field):
    reported(field)

    measure = doing.lower(field.measure, at=later(1))

    setback = Setback.objects.get()
    assert (measure.state, setback.sent_by, setback.reason) == ("running", None, "")
    assert verbs(field)[-1] == "measures.evidence-expired"


def test_done_on_is_what_was_said_not_when_it_was_typed(field):
    step = doing.finish_step(
        field.steps[0], done_on=date(2025, 10, 20), by=field.alice, at=NOW
    )

    assert (step.done_on, step.done_at) == (date(2025, 10, 20), NOW)
