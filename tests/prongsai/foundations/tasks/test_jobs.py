"""Jobs are claimed once, finished with their effects, found again after a kill."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundations.audit.models import Event
from prongsai.foundations.tasks import execution, jobs, worker
from prongsai.foundations.tasks.jobs import LostClaim
from prongsai.foundations.tasks.models import Failure
from tests.cast import make_office
from tests.prongsai.foundations.tasks import marking
from tests.prongsai.foundations.tasks.queues import (
    jobs_of_tests,
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("queued"),
    pytest.mark.slow,
]


def claim(name="one"):
    worker.see(name, at=timezone.now())
    found = jobs.claim(name, at=timezone.now())
    assert found
    return found


def recover():
    now = timezone.now()
    return jobs.recover(idle="finder", seen_since=now - timedelta(minutes=1), at=now)


def silence(name):
    worker.see(name, at=timezone.now() - timedelta(minutes=2))


def verbs():
    found = Event.objects.filter(verb__startswith="test.")
    return list(found.values_list("verb", flat=True))


def test_a_job_is_done_once_and_noted():
    make_office()
    marking.leave_mark.enqueue(word="done")

    work_off()
    work_off()

    assert verbs() == ["test.done"]
    assert jobs_of_tests().get().status == "SUCCESSFUL"


def test_two_workers_never_get_the_same_job():
    make_office()
    marking.leave_mark.enqueue(word="done")

    claim("one")

    assert jobs.claim("two", at=timezone.now()) is None


def test_a_job_that_fails_leaves_nothing_but_its_reason():
    make_office()
    marking.fail_after_mark.enqueue(word="half")

    work_off()

    failure = Failure.objects.get()
    row = jobs_of_tests().get()
    assert verbs() == []
    assert (failure.code, failure.detail) == ("tasks.reason.fault", "ValueError")
    assert row.status == "FAILED"
    assert "marking.py" in row.traceback
    assert "สมมติ" not in row.traceback + row.exception_class_path


def test_a_refusal_keeps_its_code_and_not_its_facts():
    make_office()
    marking.be_refused.enqueue()

    work_off()

    failure = Failure.objects.get()
    assert (failure.code, failure.detail) == (
        "tasks.reason.refused",
        "thai.unreadable-date",
    )


def test_a_task_that_is_not_installed_any_more_fails_with_that_reason():
    make_office()
    marking.leave_mark.enqueue(word="x")
    jobs_of_tests().update(task_path="prongsai.gone.nothing")

    work_off()

    assert Failure.objects.get().code == "tasks.reason.gone"


def test_a_job_of_a_dead_worker_is_put_back_once():
    make_office()
    marking.leave_mark.enqueue(word="second")
    claim("dead")
    silence("dead")

    found = recover()
    work_off()

    assert found == 1
    assert verbs() == ["test.second"]
    assert len(jobs_of_tests().get().worker_ids) == 2


def test_a_job_of_two_dead_workers_has_failed():
    make_office()
    marking.leave_mark.enqueue(word="never")
    for name in ("dead", "dead too"):
        claim(name)
        silence(name)
        recover()

    work_off()

    failure = Failure.objects.get()
    assert (failure.code, failure.attempts) == ("tasks.reason.killed", 2)
    assert verbs() == []


def test_a_job_of_a_living_worker_is_left_alone():
    make_office()
    marking.leave_mark.enqueue(word="x")
    claim("alive")

    assert recover() == 0


def test_what_an_idle_worker_left_behind_is_found_by_itself():
    make_office()
    marking.leave_mark.enqueue(word="x")
    claim("finder")

    assert recover() == 1


def test_a_worker_that_was_taken_for_dead_undoes_its_work():
    make_office()
    marking.leave_mark.enqueue(word="twice")
    slow = claim("slow")
    silence("slow")
    recover()
    claim("quick")

    execution.perform(slow)

    assert verbs() == []
    with pytest.raises(LostClaim):
        jobs.succeed(slow, at=timezone.now())


def test_a_busy_database_is_tried_once_more_later():
    make_office()
    marking.find_database_busy.enqueue()

    work_off()
    waits = jobs_of_tests().get()
    is_put_back = (waits.status, waits.run_after > timezone.now())
    jobs_of_tests().update(run_after=timezone.now())
    work_off()

    assert is_put_back == ("READY", True)
    assert Failure.objects.get().code == "tasks.reason.database"


def test_old_results_are_thrown_away_and_fresh_ones_kept():
    make_office()
    marking.leave_mark.enqueue(word="old")
    marking.leave_mark.enqueue(word="new")
    work_off()
    now = timezone.now()
    old = jobs_of_tests().order_by("enqueued_at")[0]
    jobs_of_tests().filter(pk=old.pk).update(finished_at=now - timedelta(days=15))

    thrown = jobs.prune(before=now - timedelta(days=14))

    assert thrown == 1
    assert jobs_of_tests().count() == 1
