"""What is old is forgotten, what still matters is kept."""

from datetime import timedelta

import pytest

from prongsai.foundations.tasks import progress, tasks
from prongsai.foundations.tasks.models import DailyRun, Failure, Progress
from tests.cast import NOW, TODAY, make_user

pytestmark = pytest.mark.django_db
LONG_AGO = NOW - timedelta(days=200)


def test_old_days_and_finished_work_are_forgotten_and_open_failures_kept():
    alice = make_user()
    for at in (LONG_AGO, NOW):
        DailyRun.objects.create(
            organisation=alice.organisation, name="x", day=at.date(), begun_at=at
        )
        long = progress.begin("x", by=alice, at=at)
        progress.finish(long.pk, at=at)
        Failure.objects.create(
            organisation=alice.organisation, name="open", code="c", failed_at=at
        )
    Failure.objects.create(
        organisation=alice.organisation, name="tried", code="c",
        failed_at=LONG_AGO, again_at=LONG_AGO, again_by=alice,
    )  # fmt: skip

    DailyRun.objects.create(
        organisation=alice.organisation, name="rested", day=LONG_AGO, begun_at=LONG_AGO
    )

    tasks.forget_the_old(TODAY, NOW)

    assert [run.begun_at for run in DailyRun.objects.filter(name="x")] == [NOW]
    assert DailyRun.objects.filter(name="rested").exists()
    assert Progress.objects.get().finished_at == NOW
    assert {failure.name for failure in Failure.objects.all()} == {"open"}
