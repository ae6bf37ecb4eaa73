"""The numbers of forms: claimed by the first send, given back, forgotten after days."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.submissions.models import SubmissionRecord


@transaction.atomic
def begin(key: UUID, *, at: datetime) -> tuple[SubmissionRecord, bool]:
    """Claim a number; return its row and whether this is the first to claim it.

    Called inside the transaction of the deed: a second sender waits here until the
    first has finished or failed.
    """
    return SubmissionRecord.objects.get_or_create(
        organisation_id=tenancy.required(), key=key, defaults={"sent_at": at}
    )


@transaction.atomic
def finish(record: SubmissionRecord, *, location: str) -> None:
    """Keep where the deed led."""
    record.location = location
    record.save(update_fields=["location"])


@transaction.atomic
def release(record: SubmissionRecord) -> None:
    """Give the number back: the form was shown again and may be sent again."""
    record.delete()


@transaction.atomic
def forget(*, days: int, at: datetime) -> int:
    """Remove the numbers older than some days; return how many there were."""
    old = SubmissionRecord.objects.filter(
        organisation=tenancy.required(), sent_at__lt=at - timedelta(days=days)
    )
    return old.delete()[0]
