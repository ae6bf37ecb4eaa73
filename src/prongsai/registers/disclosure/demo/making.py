"""Makes the invented year: opened, assigned, published where registers answer, watched."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from django.utils.timezone import localdate

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.accounts.models import User
from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.publications import queries as publications
from prongsai.registers.disclosure.actions import checks, items, passing, years
from prongsai.registers.disclosure.demo.watching import watch
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.queries import composing
from prongsai.registers.disclosure.states import Approval, PartKind

FISCAL_YEAR = 2569
OPENED = date(2026, 2, 2)
WINDOW = date(2026, 4, 1), date(2026, 4, 30)
FIRST = date(2026, 3, 16)
"""From this day on the items become public, one or two a day."""

AGAIN = (date(2026, 4, 24), date(2026, 7, 10), date(2026, 9, 28))
"""When what has changed since is published anew."""

EXPLAINED = date(2026, 3, 31)
NOTE_TH = "ปรับปรุงข้อมูลให้เป็นปัจจุบัน"
NOTE_EN = "Brought up to date."
READ = 3
"""Days after which even the slowest has read what the inbox holds."""

_FRIDAY = 4
_KEEPERS = {"finance": "finance", "supply": "supply", "works": "works"}
"""Who answers for the items of a division; the officer of the clerk's for all others."""


def make(
    cast: Cast, *, today: date, random: Random, progress: Progress | None = None
) -> None:
    """Make the year in the current office's name; the same seed and day make the same.

    Nothing is made before the day the year was opened, or without its framework.
    """
    tell = progress or (lambda _what, _done, _of: None)
    if today < OPENED or FISCAL_YEAR not in frameworks.available():
        return
    by = cast.people["analyst"]
    year = years.open_year(
        FISCAL_YEAR,
        window_starts=WINDOW[0],
        window_ends=WINDOW[1],
        by=by,
        at=hour_of(OPENED),
    )
    rows = list(year.items.select_related("year").order_by("number"))
    _assign(rows, cast, by=by)
    for n, item in enumerate(rows, 1):
        _tell_of(item, by=by, today=today)
        watch(item, until=today, random=random)
        tell("disclosure", n, len(rows))
    _check(year, today)
    for person in cast.people.values():
        notifications.mark_all_read(by=person, at=hour_of(today - timedelta(days=READ)))


def _assign(rows: list[Item], cast: Cast, *, by: User) -> None:
    """Say who answers for each item; a day after the year was opened."""
    for item in rows:
        division = item.division or cast.divisions["clerk"]
        keeper = _KEEPERS.get(division.code, "officer")
        if item.code in {"o25", "o26"}:
            keeper = "analyst"
        items.assign(
            item,
            division=division,
            accountable=cast.people[keeper],
            due_on=item.due_on,
            approval=Approval(item.approval),
            by=by,
            at=hour_of(OPENED + timedelta(days=1)),
        )


def _tell_of(item: Item, *, by: User, today: date) -> None:
    """Publish an item where a register answers; say openly why not where none does."""
    item.refresh_from_db()
    days = [day for day in _days_of(item, today) if day <= today]
    for day in days:
        _publish(item, by=by, at=hour_of(day, 10 + item.number % 5))
    item.refresh_from_db()
    if item.published_id is None and today >= EXPLAINED:
        th, en = _reason_of(item)
        items.explain(
            item, reason_th=th, reason_en=en, by=by, at=hour_of(EXPLAINED, 14)
        )


def _days_of(item: Item, today: date) -> Iterator[date]:
    """Give the days on which an item becomes public: first, then brought up to date."""
    wanted = _working_day(FIRST + timedelta(days=item.number % 12))
    day = next((d for d in _tries(wanted, today) if _has_something(item, d)), None)
    if day is None:
        return
    known = _sources_since(item, day)
    first = max(day, *known) if known else day
    yield first
    yield from (day for day in AGAIN if day > first)


def _tries(first: date, today: date) -> Iterator[date]:
    """Give the days on which it is tried: weekly, until the registers have something."""
    day = first
    while day <= today:
        yield day
        day += timedelta(days=7)


def _has_something(item: Item, on: date) -> bool:
    """Whether a register answers anything that an item asks, on a day."""
    if item.approval != Approval.DIRECT:
        return False
    if not item.parts.filter(kind=PartKind.LIVE).exists():
        return False
    elements = composing.compose(item, on=on).content["elements"]
    return any(one["met"] for one in _rows(elements))


def _sources_since(item: Item, on: date) -> list[date]:
    """Return since when the publications are public that an item leads to."""
    parts = composing.compose(item, on=on).content["parts"]
    found = []
    for part in _rows(parts):
        standing = publications.standing(str(part.get("address") or ""))
        if standing is not None:
            first = publications.versions_of(standing.version.publication)[-1]
            since = localdate(first.version.published_at) + timedelta(days=1)
            found.append(_working_day(since))
    return found


def _publish(item: Item, *, by: User, at: datetime) -> None:
    """Publish an item as the registers answer now, and check it; unchanged is left."""
    item.refresh_from_db()
    is_first = item.published_id is None
    if not is_first and not composing.has_news(item, on=localdate(at)):
        return
    passing.publish(
        item,
        note_th="" if is_first else NOTE_TH,
        note_en="" if is_first else NOTE_EN,
        by=by,
        at=at,
    )
    item.refresh_from_db()
    checks.run(item, by=by, at=at)


def _check(year: Year, today: date) -> None:
    """Check what is public as the night did, at the end of the story."""
    public = year.items.select_related("year").filter(published__isnull=False)
    for item in public.order_by("number"):
        checks.run(item, by=None, at=hour_of(today, 1))


def _reason_of(item: Item) -> tuple[str, str]:
    told = _told()
    framework = frameworks.load(FISCAL_YEAR)
    asked = next(one for one in framework.items or () if one.code == item.code)
    subject = asked.subjects[0].split(".")[0]
    what = told["what"][subject]
    return told["th"].format(what=what["th"]), told["en"].format(what=what["en"])


def _rows(value: object) -> list[Mapping[str, Any]]:
    return list(value) if isinstance(value, list) else []


def _working_day(day: date) -> date:
    """Return a day, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day


@cache
def _told() -> Mapping[str, Any]:
    text = files(__package__).joinpath("missing.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
