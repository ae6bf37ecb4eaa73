"""Do one job: its effects and the note that it is done come together or not at all."""

import logging

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task

from prongsai.foundations.tasks import jobs
from prongsai.foundations.tasks.causes import Gone, code_of
from prongsai.foundations.tasks.jobs import Job, LostClaim
from prongsai.foundations.tasks.office import OfficeTask

log = logging.getLogger("prongsai.tasks")


def perform(job: Job) -> None:
    """Do a job that was claimed, and note how it ended."""
    try:
        _run(job)
    except LostClaim:
        log.warning("%s was taken over by another worker; undone here", job.name)
    except Exception as error:  # noqa: BLE001  # whatever it is, someone is told
        log.warning("%s failed: %s", job.name, code_of(error))
        jobs.fail(job, error, at=timezone.now())


def _run(job: Job) -> None:
    task = _task_of(job)
    if isinstance(task, OfficeTask) and not task.atomic:
        task.call(**job.arguments)
        with transaction.atomic():
            jobs.succeed(job, at=timezone.now())
        return
    with transaction.atomic():
        task.call(**job.arguments)
        jobs.succeed(job, at=timezone.now())


def _task_of(job: Job) -> Task[..., object]:
    try:
        task = import_string(job.name)
    except ImportError as error:
        raise Gone from error
    if not isinstance(task, Task):
        raise Gone
    return task
