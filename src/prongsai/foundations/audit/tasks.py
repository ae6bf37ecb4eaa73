"""A long history is verified in the background."""

from django.utils import timezone
from django_tasks import task

from prongsai.foundations.audit import actions, queries
from prongsai.foundations.audit.models import Verification
from prongsai.foundations.organisations import tenancy

MOST_AT_ONCE = 20_000
"""Lines verified while the page waits: about a second."""


def verify_later(asked: Verification) -> None:
    """Put a verification in the queue of the current office."""
    verify_chain.enqueue(office=asked.organisation_id, verification=asked.pk)


@task()
def verify_chain(*, office: int, verification: int) -> None:
    """Finish a verification; run again after a kill, it begins anew or stays finished."""
    with tenancy.acting_for(office):
        asked = queries.verifications().get(pk=verification)
        actions.finish(asked, by=asked.asked_by, at=timezone.now())
