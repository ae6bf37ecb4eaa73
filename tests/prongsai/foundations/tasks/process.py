"""One process of an installation: ``make``, ``work``, ``once`` or ``show``."""

# ruff: noqa: PLC0415  # Django is set up first

import json
import os
import signal
import sys
from threading import Event
from typing import Any

import django


def make(*jobs: str) -> None:
    """Make two offices and give each every job."""
    from prongsai.foundations.organisations import tenancy
    from tests.cast import make_office
    from tests.prongsai.foundations.tasks import marking as known

    offices = [make_office().pk for _ in range(2)]
    for office in offices[: 1 if len(jobs) == 1 else 2]:
        with tenancy.acting_for(office):
            for job in jobs:
                name, _, word = job.partition("=")
                getattr(known, name).enqueue(word=f"{word}-{office}")


def work(*, once: bool) -> None:
    """Be a worker, quick to notice the dead; one daily work of tests beside the real."""
    from prongsai.foundations.notifications import tasks
    from prongsai.foundations.tasks import worker
    from tests.prongsai.foundations.tasks import marking

    tasks.DAILY[:] = [*tasks.DAILY, marking.each_day]
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    rhythm = worker.Rhythm(beat=0.2, stale=1, look=0.1, pause=0.05)
    worker.run(stop, once=once, rhythm=rhythm)


def show() -> None:
    """Print what happened in every office."""
    from django_tasks_db.models import DBTaskResult

    from prongsai.foundations.audit.models import Event
    from prongsai.foundations.organisations import tenancy
    from prongsai.foundations.organisations.models import Organisation
    from prongsai.foundations.tasks.models import DailyRun, Failure, Worker

    found: dict[str, Any] = {"marks": [], "failures": [], "days": []}
    for office in Organisation.objects.all():
        with tenancy.acting_for(office.pk):
            verbs = Event.objects.filter(organisation=office, verb__startswith="test.")
            found["marks"] += verbs.values_list("verb", flat=True)
            failures = Failure.objects.filter(organisation=office)
            found["failures"] += failures.values_list("code", flat=True)
            found["days"] += [
                f"{office.pk} {row.name} {row.day} {row.done_at is not None}"
                for row in DailyRun.objects.filter(organisation=office)
            ]
    found["jobs"] = [
        [row.status, len(row.worker_ids)]
        for row in DBTaskResult.objects.filter(task_path__startswith="tests.")
    ]
    found["workers"] = Worker.objects.count()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "prongsai.config.settings"
    django.setup()
    deed, *words = sys.argv[1:]
    if deed == "make":
        make(*words)
    elif deed == "show":
        show()
    else:
        work(once=deed == "once")
