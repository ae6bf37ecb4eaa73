"""Each day's work is done once per office and day, and missed days are made up for."""

from datetime import date, timedelta

import pytest

from prongsai.foundations.audit.models import Event
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks import schedule
from prongsai.foundations.tasks.models import DailyRun, Failure
from tests.cast import NOW, make_office, settle
from tests.prongsai.foundations.tasks import marking
from tests.prongsai.foundations.tasks.queues import (
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("queued"),
    pytest.mark.slow,
]
TODAY = date(2025, 11, 20)


def begin(day=TODAY, *functions):
    chosen = functions or (marking.each_day,)
    return schedule.put_in_queue(day=day, at=NOW, functions=chosen)


def days_done():
    found = Event.objects.filter(
        organisation=tenancy.required(), verb__startswith="test.day"
    )
    return [
        verb.removeprefix("test.day-") for verb in found.values_list("verb", flat=True)
    ]


def test_a_days_work_is_done_once_for_each_office():
    make_office()
    charlie = make_office()

    first, again = begin(), begin()
    work_off()

    assert (first, again) == (2, 0)
    assert days_done() == ["11-20"]
    settle(charlie)
    assert days_done() == ["11-20"]
    runs = DailyRun.objects.filter(organisation=charlie, name__endswith="each_day")
    assert [run.done_at is not None for run in runs] == [True]


def test_missed_days_are_made_up_for_in_their_order():
    make_office()
    begin(TODAY - timedelta(days=2))
    work_off()

    while begin():
        work_off()

    assert days_done() == ["11-18", "11-19", "11-20"]


def test_a_day_waits_until_the_one_before_has_ended():
    make_office()
    begin(TODAY - timedelta(days=1))

    assert begin() == 0


def test_a_long_downtime_is_made_up_for_within_bounds():
    make_office()
    begin(TODAY - timedelta(days=100))
    work_off()

    while begin():
        work_off()

    assert len(days_done()) == 1 + 1 + schedule.MOST_DAYS_BACK


def test_a_day_that_failed_does_not_hold_up_the_next():
    make_office()
    begin(TODAY - timedelta(days=1), marking.fail_each_day)
    work_off()

    found = begin(TODAY, marking.fail_each_day)

    failure = Failure.objects.get()
    assert found == 1
    assert failure.arguments["work"].endswith("fail_each_day")
    assert (
        DailyRun.objects.filter(name__endswith="fail_each_day", done_at=None).count()
        == 2
    )


def test_a_days_work_that_is_done_is_not_done_again():
    make_office()
    begin()
    work_off()
    run = DailyRun.objects.get(name__endswith="marking.each_day")

    schedule.run_daily.enqueue(run=run.pk, work=run.name)
    work_off()

    assert days_done() == ["11-20"]


def test_every_installed_daily_work_takes_a_day_and_a_moment():
    for function in schedule.daily_functions():
        code = function.__code__
        assert code.co_argcount == 2, function
        assert "<locals>" not in function.__qualname__
