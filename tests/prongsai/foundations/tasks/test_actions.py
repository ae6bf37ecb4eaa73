"""The administrator puts failed work into the queue again."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.tasks import actions
from prongsai.foundations.tasks.models import Failure
from prongsai.foundations.tasks.refusals import AlreadyTriedAgain, NoLongerThere
from tests.cast import NOW, make_office, make_user
from tests.prongsai.foundations.tasks import marking
from tests.prongsai.foundations.tasks.queues import (
    jobs_of_tests,
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued")]


def make_failure():
    make_office()
    marking.fail_after_mark.enqueue(word="x")
    work_off()
    return Failure.objects.get()


def test_try_again_enqueues_the_same_work_with_the_same_arguments():
    failure = make_failure()
    administrator = make_user(role=Role.ADMINISTRATOR)

    actions.try_again(failure, by=administrator, at=NOW)

    again = jobs_of_tests().get(status="READY")
    assert again.task_path.endswith("fail_after_mark")
    assert again.args_kwargs["kwargs"] == failure.arguments
    assert Event.objects.get(verb="tasks.tried_again").actor == administrator.username


def test_try_again_refuses_an_officer():
    failure = make_failure()
    alice = make_user()

    with pytest.raises(PermissionDenied):
        actions.try_again(failure, by=alice, at=NOW)

    assert not jobs_of_tests().filter(status="READY").exists()


def test_try_again_refuses_a_second_time():
    failure = make_failure()
    administrator = make_user(role=Role.ADMINISTRATOR)
    actions.try_again(failure, by=administrator, at=NOW)

    with pytest.raises(AlreadyTriedAgain):
        actions.try_again(failure, by=administrator, at=NOW)

    assert jobs_of_tests().filter(status="READY").count() == 1


@pytest.mark.parametrize(
    "name", ["prongsai.gone.nothing", "prongsai.ita.errors.ItaError"]
)
def test_try_again_refuses_work_that_is_not_installed(name):
    failure = make_failure()
    Failure.objects.update(name=name)
    administrator = make_user(role=Role.ADMINISTRATOR)

    with pytest.raises(NoLongerThere):
        actions.try_again(failure, by=administrator, at=NOW)

    failure.refresh_from_db()
    assert failure.again_at is None
