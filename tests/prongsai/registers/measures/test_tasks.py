"""The day's work of measures: reminders once, letters on Monday, evidence watched."""

from datetime import date, timedelta

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.notifications.models import Notification
from prongsai.registers.measures import tasks
from prongsai.registers.measures.actions import doing
from prongsai.registers.measures.models import Plan, Setback, Step
from tests.cast import NOW, TODAY, make_division, make_user
from tests.following import closed, day, fresh, given_part, later, make_field, reported

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MONDAY = date(2025, 11, 24)


@pytest.fixture
def field():
    return make_field()


def codes(user):
    return list(
        Notification.objects.filter(receiver=user, code__startswith="measures.")
        .order_by("pk")
        .values_list("code", flat=True)
    )


def due(field, n, on):
    step = field.steps[n]
    Step.objects.filter(pk=step.pk).update(due_on=on)
    return step


def test_a_person_is_reminded_a_week_before_and_on_the_day_once_each(field):
    due(field, 0, day(8))

    for n in range(10):
        tasks.remind(day(n), later(n))
        tasks.remind(day(n), later(n))

    assert codes(field.alice) == ["measures.step-due-soon", "measures.step-due-today"]


def test_a_new_due_date_is_announced_again(field):
    due(field, 0, day(7))
    tasks.remind(TODAY, NOW)
    due(field, 0, day(8))

    tasks.remind(day(1), later(1))

    assert codes(field.alice).count("measures.step-due-soon") == 2


def test_nobody_is_reminded_of_what_is_done(field):
    doing.finish_step(due(field, 0, day(7)), done_on=TODAY, by=field.alice, at=NOW)

    tasks.remind(TODAY, NOW)

    assert codes(field.alice) == []


def test_parts_and_measures_are_reminded_of_too(field):
    given_part(field, due_on=day(7))
    type(field.measure).objects.filter(pk=field.measure.pk).update(ends_on=day(7))

    tasks.remind(TODAY, NOW)

    assert codes(field.alice)[1:] == [
        "measures.part-due-soon",
        "measures.measure-due-soon",
    ]


def test_reminders_hold_numbers_and_dates_only(field):
    due(field, 0, day(7))

    tasks.remind(TODAY, NOW)

    notice = Notification.objects.get(code="measures.step-due-soon")
    assert notice.facts == {"number": "1/2569", "due": "2025-11-27"}


def test_heads_get_one_letter_on_monday_about_their_own_division(field):
    due(field, 0, day(-1))
    due(field, 1, MONDAY + timedelta(days=3))
    other = make_user(role=Role.HEAD, division=make_division())

    for n in range(-1, 8):
        tasks.tell_heads(MONDAY + timedelta(days=n), NOW)
    tasks.tell_heads(MONDAY, NOW)

    week = Notification.objects.filter(receiver=field.team.head, code="measures.week")
    assert [notice.facts for notice in week.order_by("pk")] == [
        {"count": 1, "number": 1},
        {"count": 0, "number": 2},
    ]
    assert codes(other) == []


def test_the_clerk_gets_the_late_list_on_monday_only(field):
    due(field, 0, day(-1))

    tasks.tell_the_clerk(MONDAY - timedelta(days=1), NOW)
    tasks.tell_the_clerk(MONDAY, NOW)
    tasks.tell_the_clerk(MONDAY, NOW)

    notice = Notification.objects.get(receiver=field.clerk, code="measures.late")
    assert notice.facts == {"count": 1}


def test_the_clerk_hears_nothing_when_nothing_is_late(field):
    tasks.tell_the_clerk(MONDAY, NOW)

    assert codes(field.clerk) == []


def test_expired_evidence_lowers_a_reported_measure_and_says_so(field):
    reported(field, expires_on=day(3))

    tasks.lower_expired(day(3), later(3))
    assert fresh(field).state == "reported"
    tasks.lower_expired(day(4), later(4))

    assert fresh(field).state == "running"
    assert codes(field.alice) == ["measures.evidence-expired"]
    assert "measures.evidence-expired" in codes(field.analyst)


def test_expired_evidence_lowers_a_closed_measure_one_step_and_no_further(field):
    closed(field, expires_on=day(3))

    for n in (4, 5, 6):
        tasks.lower_expired(day(n), later(n))

    assert fresh(field).state == "reported"
    assert Setback.objects.count() == 1


def test_a_closed_year_is_left_alone(field):
    closed(field, expires_on=day(3))
    Plan.objects.filter(pk=field.plan.pk).update(state="closed")

    tasks.lower_expired(day(4), later(4))

    assert fresh(field).state == "closed"
