"""What failed, how far long work is, whether a worker lives, how much waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, QuerySet
from django_tasks_db.models import DBTaskResult

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.models import Failure, Progress, Worker
from prongsai.foundations.tasks.naming import label_of
from prongsai.foundations.tasks.office import OFFICE
from prongsai.foundations.tasks.worker import Rhythm
from prongsai.ita.words.catalogue import say
from prongsai.ui.writing import in_english


@dataclass(frozen=True, kw_only=True)
class Health:
    """Whether background work is done at all, and how much of it waits."""

    seen_at: datetime | None
    is_alive: bool
    waiting: int
    running: int


def visible_to(user: User) -> QuerySet[Failure]:
    """Return the failures of a person's office, the newest first."""
    return Failure.objects.filter(organisation=user.organisation_id)


def progress_of(user: User) -> QuerySet[Progress]:
    """Return the long work a person has begun."""
    return Progress.objects.filter(organisation=user.organisation_id, started_by=user)


def health(at: datetime) -> Health:
    """Return how background work is, for the current office."""
    seen = Worker.objects.aggregate(seen=Max("seen_at"))["seen"]
    alive_since = at - timedelta(seconds=Rhythm().stale)
    mine = DBTaskResult.objects.filter(
        **{f"args_kwargs__kwargs__{OFFICE}": tenancy.required()}
    )
    return Health(
        seen_at=seen,
        is_alive=seen is not None and seen >= alive_since,
        waiting=mine.filter(status="READY").count(),
        running=mine.filter(status="RUNNING").count(),
    )


def what_failed(failure: Failure) -> str:
    """Return in words what the work was; a day's work is called by its own name."""
    return label_of(str(failure.arguments.get("work", failure.name)))


def why_failed(failure: Failure) -> str:
    """Return in one sentence why it failed and what to do."""
    return say(failure.code, "en" if in_english() else "th")
