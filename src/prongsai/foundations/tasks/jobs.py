"""The queue itself: claim, finish, fail, find again what was killed, throw away."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks import causes, progress
from prongsai.foundations.tasks.models import Failure, Worker
from prongsai.foundations.tasks.office import OFFICE
from prongsai.foundations.tasks.payloads import Argument

READY, RUNNING, FAILED, SUCCESSFUL = "READY", "RUNNING", "FAILED", "SUCCESSFUL"
Row: TypeAlias = "DBTaskResult[..., object]"
"""A task in the queue, as the library keeps it."""

MOST_ATTEMPTS = 2
"""A job that was killed is run again once; a second kill is the end of it."""

PAUSE = timedelta(seconds=30)
"""How long work waits that met a busy database."""


class LostClaim(RuntimeError):
    """Another worker took the job over, because this one seemed dead."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """A task that a worker has claimed."""

    row: Row
    worker: str

    @property
    def name(self) -> str:
        """The dotted path of its function."""
        return str(self.row.task_path)

    @property
    def arguments(self) -> dict[str, Argument]:
        """What it was given, the office among it."""
        return dict(self.row.args_kwargs["kwargs"])

    @property
    def office(self) -> int | None:
        """The key of the office it works for; none for a task of the installation."""
        found = self.arguments.get(OFFICE)
        return found if isinstance(found, int) else None

    @property
    def attempts(self) -> int:
        """How many workers have begun it."""
        return len(self.row.worker_ids)


def claim(worker: str, *, at: datetime) -> Job | None:
    """Take the first job that is ready; no two workers get the same one.

    The sign of life goes with it, so that a fresh claim never looks abandoned.
    """
    if not DBTaskResult.objects.ready().exists():
        return None
    with transaction.atomic():
        row = DBTaskResult.objects.ready().select_for_update(skip_locked=True).first()
        if row is None:
            return None
        Worker.objects.filter(name=worker).update(seen_at=at)
        row.claim(worker)
    return Job(row=row, worker=worker)


def succeed(job: Job, *, at: datetime) -> None:
    """Note that a job is done; ``LostClaim`` undoes it when it is no longer ours."""
    row = _ours(job)
    row.status, row.finished_at = SUCCESSFUL, at
    row.save(update_fields=["status", "finished_at"])


@transaction.atomic
def fail(job: Job, error: BaseException, *, at: datetime) -> None:
    """Note why a job failed, or put it back once when the database was only busy."""
    row = _ours(job)
    if causes.is_passing(error) and job.attempts < MOST_ATTEMPTS:
        _put_back(row, run_after=at + PAUSE)
        return
    row.traceback = causes.places_of(error)
    _end(job, row, at=at, error=error)


def recover(*, idle: str, seen_since: datetime, at: datetime) -> int:
    """Find jobs whose worker is dead; put them back once, then fail them. Count them.

    ``idle`` is the worker that asks: it does nothing now, so what runs in its name was
    left behind when the database went away.
    """
    busy = Worker.objects.filter(seen_at__gte=seen_since).exclude(name=idle)
    alive = set(busy.values_list("name", flat=True))
    running = DBTaskResult.objects.filter(status=RUNNING)
    stale = [row.pk for row in running if row.worker_ids[-1] not in alive]
    return sum(_recover(pk, busy, at=at) for pk in stale)


@transaction.atomic
def _recover(pk: UUID, busy: QuerySet[Worker], *, at: datetime) -> bool:
    row = (
        DBTaskResult.objects.select_for_update(skip_locked=True)
        .filter(pk=pk, status=RUNNING)
        .first()
    )
    if row is None:
        return False
    worker = row.worker_ids[-1]
    if busy.filter(name=worker).exists():
        return False
    job = Job(row=row, worker=worker)
    if job.attempts < MOST_ATTEMPTS:
        _put_back(row, run_after=at)
    else:
        _end(job, row, at=at)
    return True


def prune(*, before: datetime) -> int:
    """Throw away results of jobs that ended before a moment, and workers long dead."""
    Worker.objects.filter(seen_at__lt=before).delete()
    ended = DBTaskResult.objects.filter(status__in=[SUCCESSFUL, FAILED])
    return ended.filter(finished_at__lt=before).delete()[0]


def _ours(job: Job) -> Row:
    row = (
        DBTaskResult.objects.select_for_update()
        .filter(pk=job.row.pk, status=RUNNING)
        .first()
    )
    if row is None or row.worker_ids != job.row.worker_ids:
        raise LostClaim
    return row


def _put_back(row: Row, *, run_after: datetime) -> None:
    row.status, row.started_at, row.run_after = READY, None, run_after
    row.save(update_fields=["status", "started_at", "run_after"])


def _end(
    job: Job, row: Row, *, at: datetime, error: BaseException | None = None
) -> None:
    row.status, row.finished_at = FAILED, at
    row.save(update_fields=["status", "finished_at", "traceback"])
    if job.office is None:
        return
    with tenancy.acting_for(job.office):
        Failure.objects.create(
            organisation_id=job.office,
            name=job.name,
            arguments=job.arguments,
            code=causes.KILLED if error is None else causes.code_of(error),
            detail="" if error is None else causes.detail_of(error)[:200],
            attempts=job.attempts,
            failed_at=at,
        )
        progress.fail(job.arguments.get(progress.ARGUMENT), at=at)
