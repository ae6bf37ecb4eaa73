"""The worker: takes one job after the other, gives a sign of life, stops when asked.

``run`` is the door for ``prongsai manage worker`` and for ``prongsai serve``. Any number
of workers share one queue. The clocks of their machines may differ by less than
``Rhythm.stale``.
"""

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Event, Thread
from time import monotonic
from uuid import uuid4

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from prongsai.foundations.tasks import execution, jobs, schedule
from prongsai.foundations.tasks.models import Worker

log = logging.getLogger("prongsai.tasks")


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """How often a worker does what, in seconds."""

    beat: float = 5
    """Sign of life; 0 gives none but the first and those of claims."""

    stale: float = 60
    """Silent for so long, a worker is taken for dead."""

    pause: float = 0.5
    """Between two looks into an empty queue."""

    longest_pause: float = 30
    """Between two tries while the database is away."""

    look: float = 15
    """Between two looks for dead workers and for the day's work."""

    settled: float = 300
    """Between two looks for the day's work once every office has begun it."""

    keep_days: int = 14
    """How long results of finished jobs are kept."""


@dataclass(kw_only=True)
class _Shift:
    """One worker from start to stop, and when it looks after the rest again."""

    name: str
    rhythm: Rhythm
    once: bool
    next_look: float = 0
    next_day: float = 0
    day: date | None = None

    def do_something(self) -> bool:
        """Do at most one job and what is due around it; say whether there was any."""
        if not connection.in_atomic_block:
            close_old_connections()
        found = self._look_around() if monotonic() >= self.next_look else 0
        job = jobs.claim(self.name, at=timezone.now())
        if job is None:
            return bool(found)
        execution.perform(job)
        return True

    def _look_around(self) -> int:
        now = timezone.now()
        stale = now - timedelta(seconds=self.rhythm.stale)
        found = jobs.recover(idle=self.name, seen_since=stale, at=now)
        found += self._begin_the_day(now)
        self.next_look = 0 if self.once else monotonic() + self.rhythm.look
        return found

    def _begin_the_day(self, now: datetime) -> int:
        """Ask every office what it owes; seldom, once none owes anything today."""
        today = timezone.localdate(now)
        if today == self.day and monotonic() < self.next_day:
            return 0
        jobs.prune(before=now - timedelta(days=self.rhythm.keep_days))
        found = schedule.put_in_queue(day=today, at=now)
        self.day = None if found else today
        self.next_day = monotonic() + self.rhythm.settled
        return found


def run(stop: Event, *, once: bool = False, rhythm: Rhythm | None = None) -> None:
    """Work until ``stop`` is set, or with ``once`` until nothing is left to do now.

    The job in hand is finished first. A database that is away is waited for, longer
    and longer; with ``once`` it is an error.
    """
    rhythm = rhythm or Rhythm()
    shift = _Shift(name=_new_name(), rhythm=rhythm, once=once)
    with _known(shift.name), _sign_of_life(shift.name, every=rhythm.beat):
        log.info("worker %s begins", shift.name)
        _work(shift, stop)
        log.info("worker %s ends", shift.name)


def _work(shift: _Shift, stop: Event) -> None:
    pause = shift.rhythm.pause
    while not stop.is_set():
        try:
            is_busy = shift.do_something()
        except DatabaseError:
            if shift.once:
                raise
            log.warning("the database does not answer; trying again in %.1f s", pause)
            stop.wait(pause)
            pause = min(pause * 2, shift.rhythm.longest_pause)
            continue
        pause = shift.rhythm.pause
        if shift.once and not is_busy:
            return
        if not is_busy:
            stop.wait(pause)


def _new_name() -> str:
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{uuid4().hex[:12]}"


@contextmanager
def _known(name: str) -> Iterator[None]:
    now = timezone.now()
    Worker.objects.create(name=name, started_at=now, seen_at=now)
    try:
        yield
    finally:
        Worker.objects.filter(name=name).delete()


@contextmanager
def _sign_of_life(name: str, *, every: float) -> Iterator[None]:
    ended = Event()
    thread = Thread(target=_beat, args=(name, ended, every), daemon=True)
    if every:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if every:
            thread.join()


def _beat(name: str, ended: Event, every: float) -> None:
    while not ended.wait(every):
        try:
            see(name, at=timezone.now())
        except DatabaseError:
            # Busy or away: the next beat tells. While a job here holds the database,
            # no other worker can take it over either.
            log.info("no sign of life of %s could be written", name)
            connection.close()
    connection.close()


def see(name: str, *, at: datetime) -> None:
    """Note that a worker lives; one that was forgotten meanwhile is known again."""
    Worker.objects.update_or_create(
        name=name,
        defaults={"seen_at": at},
        create_defaults={"seen_at": at, "started_at": at},
    )
