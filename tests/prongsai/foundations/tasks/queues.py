"""A queue in the database for tests that look at it, instead of work done at once."""

from threading import Event

import pytest
from django.db.models import QuerySet
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from prongsai.foundations.tasks import worker
from prongsai.foundations.tasks.worker import Rhythm


@pytest.fixture
def queued(monkeypatch):
    """Keep work in the database until a worker takes it."""
    backend = DatabaseBackend(alias="default", params={})
    kept = task_backends._connections  # type: ignore[attr-defined]  # Django's own
    monkeypatch.setattr(kept, "default", backend, raising=False)


def jobs_of_tests() -> "QuerySet[DBTaskResult[..., object]]":
    """The jobs whose functions stand in the tests; each day's own work aside."""
    return DBTaskResult.objects.filter(task_path__startswith="tests.")


def work_off() -> None:
    """Be a worker until nothing is left, without a second thread."""
    worker.run(Event(), once=True, rhythm=Rhythm(beat=0))
