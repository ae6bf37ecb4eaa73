"""Tasks for tests: they leave their mark in the history of the office."""

import os
import signal
import time
from datetime import date, datetime
from pathlib import Path

from django.db import OperationalError, connection
from django.utils import timezone

from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.tasks import progress as progress_of
from prongsai.foundations.tasks.office import aside, office_task, step
from prongsai.ita.errors import UnreadableDate


def mark(word: str) -> None:
    office = Organisation.objects.get(pk=tenancy.required())
    audit.record(f"test.{word}", on=office, by=None, at=timezone.now())


@office_task(label="Leave a mark")
def leave_mark(*, word: str) -> None:
    mark(word)


@office_task(label="Fail after a mark")
def fail_after_mark(*, word: str) -> None:
    mark(word)
    raise ValueError("นายสมมติ ทดลอง 1-2345-67890-12-3")


@office_task
def be_refused() -> None:
    raise UnreadableDate(text="secret")


@office_task
def find_database_busy() -> None:
    raise OperationalError("database is locked")


@office_task(label="Long work", atomic=False)
def work_long(*, progress: int, parts: int) -> None:
    for part in range(parts):
        with step():
            mark(f"part{part}")
            progress_of.tell(progress, done=part + 1, total=parts)
    with step():
        progress_of.finish(progress, at=timezone.now())


@office_task(atomic=False)
def count_transactions() -> list[int]:
    """Say how many are open by themselves, while something is read aside, in a step."""
    found = [len(connection.atomic_blocks)]
    for place in (aside, step):
        with place():
            tenancy.required()
            found.append(len(connection.atomic_blocks))
    return found


@office_task(atomic=False)
def stop_half_way(*, progress: int) -> None:
    with step():
        mark("first-half")
        progress_of.tell(progress, done=1, total=2)
    raise ValueError


@office_task
def be_killed_once(*, word: str) -> None:
    """Kill this very process the first time; ``MARK_FOLDER`` remembers."""
    mark(word)
    _kill_unless(Path(os.environ["MARK_FOLDER"]) / word)


@office_task
def be_killed_always(*, word: str) -> None:
    mark(word)
    os.kill(os.getpid(), signal.SIGKILL)


@office_task
def be_slow(*, word: str) -> None:
    Path(os.environ["MARK_FOLDER"], f"begun-{word}").touch()
    time.sleep(1.5)
    mark(word)


def _kill_unless(before: Path) -> None:
    if not before.exists():
        before.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def each_day(day: date, _at: datetime) -> None:
    mark(f"day-{day:%m-%d}")


def fail_each_day(_day: date, _at: datetime) -> None:
    raise ValueError
