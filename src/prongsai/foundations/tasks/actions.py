"""Put failed work into the queue again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.tasks import permissions
from prongsai.foundations.tasks.models import Failure
from prongsai.foundations.tasks.office import OFFICE, OfficeTask
from prongsai.foundations.tasks.refusals import AlreadyTriedAgain, NoLongerThere


@transaction.atomic
def try_again(failure: Failure, *, by: User, at: datetime) -> Failure:
    """Put the same work with the same arguments into the queue once more."""
    found = Failure.objects.select_for_update(of=("self",)).get(
        organisation=by.organisation_id, pk=failure.pk
    )
    if not permissions.can_look_after(by, on=localdate(at)):
        raise PermissionDenied
    if found.again_at is not None:
        raise AlreadyTriedAgain(failure=found.pk)
    task = _task_of(found)
    found.again_at, found.again_by = at, by
    found.save(update_fields=["again_at", "again_by"])
    audit.record("tasks.tried_again", on=found, by=by, at=at, work=found.name)
    arguments = {name: v for name, v in found.arguments.items() if name != OFFICE}
    task.enqueue(**arguments)
    return found


def _task_of(failure: Failure) -> OfficeTask[..., object]:
    try:
        task = import_string(failure.name)
    except ImportError as error:
        raise NoLongerThere(failure=failure.pk) from error
    if not isinstance(task, OfficeTask):
        raise NoLongerThere(failure=failure.pk)
    return task
