"""Say in a round how far a measure is, what stands in the way and what comes next."""

# ruff: noqa: PLR0913  # a word has all these sides, and its signature is a contract

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions.lines import NotFollowed
from prongsai.registers.measures.models import FollowUp, Measure, Round
from prongsai.registers.measures.queries import rounds as queries
from prongsai.registers.measures.states import LIVE

_ALL = Decimal(100)


class NotARound(ItaError):
    """No round of the year ends on that day: ``round``, ``on``, ``year``."""

    code = "measures.not-a-round"


class RoundNotBegun(ItaError):
    """The round begins later: ``on``."""

    code = "measures.round-not-begun"


class ProgressOutOfRange(ItaError):
    """Progress is a part of a hundred: ``found``."""

    code = "measures.progress-out-of-range"


class NothingSaid(ItaError):
    """A word needs what was done, an obstacle or what comes next."""

    code = "measures.nothing-said"


@transaction.atomic
def say(
    measure: Measure,
    round: Round,  # noqa: A002  # the word of the office
    *,
    ends_on: date,
    progress: Decimal,
    done: str = "",
    obstacle: str = "",
    next: str = "",  # noqa: A002  # as the column
    by: User,
    at: datetime,
) -> FollowUp:
    """Say how a measure stands in a round; a later word replaces it, both are kept."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_follow(by, measure, on=localdate(at)):
        raise PermissionDenied
    if measure.state not in LIVE:
        raise NotFollowed(state=str(measure.state))
    _must_be_sayable(measure, Round(round), ends_on, on=localdate(at))
    if not 0 <= progress <= _ALL:
        raise ProgressOutOfRange(found=str(progress))
    words = {"done": done.strip(), "obstacle": obstacle.strip(), "next": next.strip()}
    if not any(words.values()):
        raise NothingSaid
    said = FollowUp.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        round=round,
        ends_on=ends_on,
        progress=progress,
        said_at=at,
        said_by=by,
        **words,
    )
    audit.record(
        "measures.said", on=measure, by=by, at=at,
        round=str(Round(round).value), ends_on=ends_on.isoformat(),
        progress=str(progress), obstacle=bool(said.obstacle),
    )  # fmt: skip
    return said


def _must_be_sayable(measure: Measure, kind: Round, ends_on: date, *, on: date) -> None:
    year = measure.plan.fiscal_year
    found = queries.period(year, kind, ends_on)
    if found is None:
        raise NotARound(round=kind.value, on=ends_on.isoformat(), year=year)
    if found.starts_on > on:
        raise RoundNotBegun(on=found.starts_on.isoformat())
