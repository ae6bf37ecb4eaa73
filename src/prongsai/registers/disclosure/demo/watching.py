"""The nights of the invented watcher: given outcomes, no page is really visited."""

from datetime import date, datetime, timedelta
from random import Random

from django.utils.timezone import localdate

from prongsai.foundations.accounts.demonstration import hour_of
from prongsai.foundations.publications import queries as publications
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.actions.visiting import Seen
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries.visits import Plan, Target, plan_of_version
from prongsai.registers.disclosure.states import VisitOutcome

BAD_NIGHT = date(2026, 10, 11)
"""A night on which the invented website was down for its upkeep, for some of the items."""

STRUCK = frozenset({"o2", "o4"})
_HOUR, _OK = 1, 200


def watch(item: Item, *, until: date, random: Random) -> None:
    """Write down every night since an item became public, version by version."""
    item.refresh_from_db()
    if item.published is None:
        return
    rows = publications.versions_of(item.published.publication)
    versions = [one.version for one in reversed(rows)]
    ends = [localdate(v.published_at) for v in versions[1:]] + [until]
    for version, end in zip(versions, ends, strict=True):
        plan = plan_of_version(item, version, with_links=False)
        first = localdate(version.published_at) + timedelta(days=1)
        is_struck = item.code in STRUCK and first < BAD_NIGHT < end
        if is_struck and version.pk == item.published_id:
            _quiet(plan, first, BAD_NIGHT - timedelta(days=1), random=random)
            _bad_night(plan, random)
            first = BAD_NIGHT + timedelta(days=1)
        _quiet(plan, first, end, random=random)


def _quiet(plan: Plan, first: date, last: date, *, random: Random) -> None:
    """Write down nights on which everything opened."""
    nights = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    rounds = [(at(night), _seen(plan, random)) for night in nights]
    visits.keep_history(plan, rounds, at=at(last))


def at(night: date) -> datetime:
    """Return when the watcher comes in a night."""
    return hour_of(night, _HOUR, 10)


def _seen(plan: Plan, random: Random) -> list[Seen]:
    return [_met(target, random) for target in plan.targets]


def _met(target: Target, random: Random) -> Seen:
    """Say that an address opened and showed what was published."""
    return Seen(
        target=target,
        outcome=VisitOutcome.UP,
        status=_OK,
        digest=target.expected,
        milliseconds=random.randint(18, 140),
    )


def _bad_night(plan: Plan, random: Random) -> None:
    """Tell of the night on which nothing answered, and of the visit after its repair."""
    down = [
        Seen(target=target, outcome=VisitOutcome.DOWN, detail="cut-off")
        for target in plan.targets
    ]
    visits.keep(plan, down, by=None, at=at(BAD_NIGHT))
    mended = at(BAD_NIGHT) + timedelta(hours=20)
    visits.keep(plan, _seen(plan, random), by=None, at=mended)
