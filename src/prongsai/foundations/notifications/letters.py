"""Write a letter: one notice at once, or a day's notices together."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from prongsai.foundations.notifications.models import Letter, Notification
from prongsai.foundations.notifications.posting import send_letter


@transaction.atomic
def write(
    notices: Sequence[Notification], *, at: datetime, is_digest: bool = False
) -> Letter:
    """Make one letter of notices to the same person; it leaves after the commit."""
    first = notices[0]
    letter = Letter.objects.create(
        organisation_id=first.organisation_id,
        receiver_id=first.receiver_id,
        is_digest=is_digest,
        written_at=at,
        try_at=at,
    )
    Notification.objects.filter(pk__in=[one.pk for one in notices]).update(
        letter=letter
    )
    send_letter.enqueue(letter=letter.pk)
    return letter
