"""How far long work is: begun by a person, told by the task, read on a page.

A task that shows progress is ``@office_task(atomic=False)``, takes ``progress: int``
and tells how far it is inside each ``step``.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.models import Progress, ProgressState

ARGUMENT = "progress"
"""The argument by which a task is given the key of its progress."""


@transaction.atomic
def begin(name: str, *, by: User, at: datetime, url: str = "") -> Progress:
    """Begin to show the work of the task with this path; ``url`` is where it leads."""
    return Progress.objects.create(
        organisation_id=tenancy.required(),
        name=name,
        url=url,
        started_by=by,
        started_at=at,
    )


def tell(progress: int, *, done: int, total: int) -> None:
    """Say how much is done; call it inside a ``step``."""
    _unfinished(progress).update(
        state=ProgressState.RUNNING, done=min(done, total), total=total
    )


def finish(progress: int, *, at: datetime, url: str = "") -> None:
    """Say that all is done, and where the result is when that was not known before."""
    changes: dict[str, object] = {"state": ProgressState.DONE, "finished_at": at}
    _unfinished(progress).update(**changes | ({"url": url} if url else {}))


def fail(progress: object, *, at: datetime) -> None:
    """Say that the work failed; does nothing for work without progress."""
    if isinstance(progress, int):
        _unfinished(progress).update(state=ProgressState.FAILED, finished_at=at)


def _unfinished(progress: int) -> QuerySet[Progress]:
    return Progress.objects.filter(
        organisation=tenancy.required(),
        pk=progress,
        state__in=[ProgressState.WAITING, ProgressState.RUNNING],
    )
