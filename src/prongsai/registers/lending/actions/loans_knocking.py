"""Count how often a visitor without an account knocks; refuse who knocks too often."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.lending import rules
from prongsai.registers.lending.models import Attempt

REQUEST, TRACK = "public_requests_an_hour", "tracking_tries_an_hour"
"""The doors, by the rule that limits them."""


class TooManyTries(ItaError):
    """More tries in this hour than one visitor has."""

    code = "lending.too-many-tries"


def visitor_of(address: str, *, at: datetime) -> str:
    """Return a visitor's digest: the same all day, another one tomorrow."""
    text = f"{tenancy.required()}:{localdate(at):%Y-%m-%d}:{address}"
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def knock(door: str, visitor: str, *, by: None, at: datetime) -> None:  # noqa: ARG001  # actions say who
    """Count a try; refuse it when this hour's are used up."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    row, _is_new = Attempt.objects.get_or_create(
        organisation_id=tenancy.required(), door=door, visitor=visitor, hour=hour
    )
    Attempt.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db(fields=["count"])
    if row.count > rules.value(door, on=localdate(at)):
        raise TooManyTries


@transaction.atomic
def forget_knocks(*, by: None, at: datetime) -> None:  # noqa: ARG001  # actions say who
    """Forget who knocked before this hour."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    Attempt.objects.filter(organisation=tenancy.required(), hour__lt=hour).delete()
