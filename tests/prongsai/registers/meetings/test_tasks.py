"""The day's work: who is reminded of resolutions and circulars, and when."""

from datetime import timedelta

import pytest

from prongsai.foundations.notifications.models import Notification
from prongsai.registers.meetings import tasks
from prongsai.registers.meetings.actions import circulars, resolving
from prongsai.registers.meetings.models import Audience
from tests.cast import NOW, TODAY
from tests.gathering import DAY, LATER, make_circle, minuted, resolved, sent

pytestmark = pytest.mark.django_db

DUE = DAY + timedelta(days=10)


def reminded(code):
    return [n.receiver for n in Notification.objects.filter(code=code)]


def test_owners_are_reminded_three_days_before_and_on_the_day():
    circle = make_circle()
    minuted(circle)

    for days in range(-5, 3):
        tasks.remind_of_resolutions(DUE + timedelta(days=days), LATER)

    assert reminded("meetings.resolution-due") == [circle.member] * 2


def test_nobody_is_reminded_of_what_is_done_or_not_handed_in():
    circle = make_circle()
    row = minuted(circle).resolutions.get()
    resolving.finish(row, done_on=DAY, note="", by=circle.member, at=LATER)
    resolved(circle)

    tasks.remind_of_resolutions(DUE, LATER)

    assert reminded("meetings.resolution-due") == []


def test_addressees_are_reminded_until_they_acknowledge():
    circle = make_circle()
    people = [circle.officer, circle.head]
    due = TODAY + timedelta(days=3)
    circular = sent(circle, audience=Audience.PEOPLE, people=people, due_on=due)

    tasks.remind_of_circulars(TODAY, NOW)
    circulars.acknowledge(circular, by=circle.officer, at=NOW)
    tasks.remind_of_circulars(due, NOW)
    circulars.acknowledge(circular, by=circle.head, at=NOW)
    tasks.remind_of_circulars(due, NOW)

    told = reminded("meetings.circular-reminder")
    assert sorted(p.pk for p in told) == sorted(
        [circle.officer.pk, circle.head.pk, circle.head.pk]
    )
