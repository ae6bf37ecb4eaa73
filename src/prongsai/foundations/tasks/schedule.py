"""The day's work of every office: found in ``tasks.py``, put in the queue once a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import TypeAlias

from django.apps import apps
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.tasks.models import DailyRun
from prongsai.foundations.tasks.naming import path_of
from prongsai.foundations.tasks.office import office_task

Daily: TypeAlias = Callable[[date, datetime], None]
"""A day's work: gets the day it is for, and now."""

MOST_DAYS_BACK = 14
"""How many missed days are made up for, one after the other, after a long downtime."""


@dataclass(frozen=True, kw_only=True)
class Days:
    """Which day's work an office still owes: the day before it that was begun, if any."""

    today: date

    def next_after(self, last: date | None) -> date | None:
        """Return the day to do next; none when today's work has begun.

        >>> days = Days(today=date(2025, 11, 20))
        >>> days.next_after(None), days.next_after(date(2025, 11, 18))
        (datetime.date(2025, 11, 20), datetime.date(2025, 11, 19))
        >>> days.next_after(date(2025, 11, 20)) is None
        True
        """
        if last is None:
            return self.today
        if last >= self.today:
            return None
        return max(last + timedelta(days=1), self.today - timedelta(MOST_DAYS_BACK))


@office_task
def run_daily(*, run: int, work: str) -> None:
    """Do one day's work of one office; done already is done."""
    row = DailyRun.objects.select_for_update().get(
        organisation=tenancy.required(), pk=run
    )
    if row.done_at is not None:
        return
    now = timezone.now()
    import_string(work)(row.day, now)
    row.done_at = now
    row.save(update_fields=["done_at"])


def daily_functions() -> Iterator[Daily]:
    """Every function that an application lists as its daily work."""
    for config in apps.get_app_configs():
        name = f"{config.name}.tasks"
        if config.name.startswith("prongsai.") and find_spec(name):
            yield from getattr(import_module(name), "DAILY", [])


def put_in_queue(
    *, day: date, at: datetime, functions: Iterable[Daily] | None = None
) -> int:
    """Put in the queue what any office still owes until a day; return how much.

    Missed days follow one another: the next is put in when the last one has ended.
    """
    chosen = daily_functions() if functions is None else functions
    works = [path_of(function) for function in chosen]
    offices = Organisation.objects.order_by("pk").values_list("pk", flat=True)
    return sum(_for_office(office, works, day=day, at=at) for office in offices)


def _for_office(office: int, works: list[str], *, day: date, at: datetime) -> int:
    with tenancy.acting_for(office):
        last: dict[str, date] = dict(
            DailyRun.objects.filter(organisation=office, name__in=works)
            .order_by()
            .values_list("name")
            .annotate(last=Max("day"))
        )
        owed = [
            (work, due)
            for work in works
            if (due := Days(today=day).next_after(last.get(work)))
            and not _still_to_end(work, last.get(work))
        ]
        return sum(_put(work, due, at=at) for work, due in owed)


def _still_to_end(work: str, day: date | None) -> bool:
    if day is None:
        return False
    run = DailyRun.objects.filter(
        organisation=tenancy.required(), name=work, day=day, done_at=None
    ).first()
    return (
        run is not None
        and DBTaskResult.objects.filter(
            pk=run.task, status__in=["READY", "RUNNING"]
        ).exists()
    )


@transaction.atomic
def _put(work: str, day: date, *, at: datetime) -> bool:
    run, is_new = DailyRun.objects.get_or_create(
        organisation_id=tenancy.required(),
        name=work,
        day=day,
        defaults={"begun_at": at},
    )
    if is_new:
        run.task = run_daily.enqueue(run=run.pk, work=work).id
        run.save(update_fields=["task"])
    return is_new
