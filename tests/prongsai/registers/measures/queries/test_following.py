"""Progress of plans and the panel of a measure, in always the same few questions."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.registers.measures.actions import doing
from prongsai.registers.measures.models import Kind, Measure
from prongsai.registers.measures.queries import following
from tests.cast import NOW, TODAY, make_office
from tests.following import (
    given_part,
    later,
    line,
    make_field,
    proved,
    reported,
    running,
    said,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field(measures=2)


def panel(field, user, on=TODAY):
    measure = Measure.objects.select_related("plan").get(pk=field.measure.pk)
    return following.panel(measure, user=user, on=on)


def test_progress_counts_measures_and_steps_of_a_plan(field):
    running(field)
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)

    progress = following.progress_of([field.plan], on=date(2026, 2, 1))

    found = progress[field.plan.pk]
    assert (found.measures, found.reported, found.closed) == (2, 0, 0)
    assert (found.steps, found.done, found.late, found.percent) == (4, 1, 1, 25)


def test_progress_of_many_plans_takes_two_questions(field):
    with CaptureQueriesContext(connection) as asked:
        found = following.progress_of([field.plan, field.plan], on=TODAY)

    assert len(asked) == 2
    assert set(found) == {field.plan.pk}


def test_progress_of_no_plan_is_nothing():
    make_office()

    assert following.progress_of([], on=TODAY) == {}


def test_the_panel_says_what_is_missing_and_what_may_be_done(field):
    running(field)

    shown = panel(field, field.alice)

    codes = [each.code for each in shown.missing]
    assert codes == ["measures.no-output", "measures.no-evidence", "measures.no-number"]
    assert shown.may.report
    assert not shown.may.close
    assert len(shown.lacks) == 3
    assert shown.finishable == {step.pk for step in field.steps}


def test_the_panel_offers_a_colleague_nothing(field):
    shown = panel(field, field.bob)

    assert not shown.may.anything
    assert shown.finishable == frozenset()


def test_the_panel_counts_the_evidence_named_for_a_line(field):
    row = line(field)
    proved(field, slot=f"line:{row.pk}")

    shown = panel(field, field.alice)

    assert [(each.line, each.proofs) for each in shown.outputs] == [(row, 1)]
    assert shown.standing.current == 1


def test_points_stand_under_their_line(field):
    first, second = line(field, text="หนึ่ง"), line(field, text="สอง")
    point = line(field, text="หนึ่ง.หนึ่ง", parent=first)

    shown = panel(field, field.alice)

    assert [each.line for each in shown.outputs] == [first, point, second]


def test_the_panel_tells_why_a_measure_went_back_until_it_goes_on(field):
    reported(field)
    doing.send_back(field.measure, "ขาดภาพ", by=field.analyst, at=NOW)
    assert panel(field, field.alice).setback.reason == "ขาดภาพ"

    doing.report(field.measure, by=field.alice, at=later(1))

    assert panel(field, field.alice).setback is None


def test_a_fuller_panel_asks_no_more(field):
    panel(field, field.alice)
    with CaptureQueriesContext(connection) as few:
        panel(field, field.alice)

    for n in range(5):
        line(field, text=f"ผล {n}")
        line(field, Kind.OUTCOME, f"ผล {n}")
        said(field, n)
    given_part(field)
    with CaptureQueriesContext(connection) as many:
        panel(field, field.alice)

    assert len(many) == len(few)


def test_a_draft_shows_no_following_up(field):
    Measure.objects.update(state="draft")

    assert not panel(field, field.alice).is_shown
