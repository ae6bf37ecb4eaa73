"""Long work tells how far it is; a person may leave and come back."""

import pytest

from prongsai.foundations.audit.models import Event
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.models import Progress, ProgressState
from prongsai.foundations.tasks.naming import label_of, path_of
from tests.cast import NOW, make_user
from tests.prongsai.foundations.tasks import marking
from tests.prongsai.foundations.tasks.queues import (
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued")]


def begin(task, alice):
    return progress.begin(path_of(task.func), by=alice, at=NOW, url="/staff/")


def test_work_in_steps_tells_how_far_it_is_and_finishes():
    alice = make_user()
    long = begin(marking.work_long, alice)

    marking.work_long.enqueue(progress=long.pk, parts=3)
    work_off()

    long.refresh_from_db()
    assert (long.state, long.done, long.total, long.percent) == ("done", 3, 3, 100)
    assert long.finished_at is not None


def test_work_that_fails_half_way_keeps_its_steps_and_says_so():
    alice = make_user()
    long = begin(marking.stop_half_way, alice)

    marking.stop_half_way.enqueue(progress=long.pk)
    work_off()

    long.refresh_from_db()
    assert (long.state, long.percent) == (ProgressState.FAILED, 50)
    assert Event.objects.filter(verb="test.first-half").exists()


def test_what_is_finished_does_not_begin_again():
    alice = make_user()
    long = begin(marking.work_long, alice)
    progress.finish(long.pk, at=NOW, url="/staff/result/")

    progress.tell(long.pk, done=1, total=2)
    progress.fail(long.pk, at=NOW)

    long.refresh_from_db()
    assert (long.state, long.url) == (ProgressState.DONE, "/staff/result/")


def test_telling_more_than_everything_is_everything():
    alice = make_user()
    long = begin(marking.work_long, alice)

    progress.tell(long.pk, done=9, total=3)

    assert Progress.objects.get().percent == 100


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tests.prongsai.foundations.tasks.marking.leave_mark", "Leave a mark"),
        ("prongsai.gone.nothing", "prongsai.gone.nothing"),
    ],
)
def test_work_is_called_by_its_label_or_its_place(path, words):
    assert words in label_of(path)
