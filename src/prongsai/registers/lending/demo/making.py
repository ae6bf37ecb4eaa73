"""Makes the invented register: first the things, then a year of stories about them."""

import heapq
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of
from prongsai.registers.lending.demo.checking import (
    check_done,
    check_running,
    ordered_at,
)
from prongsai.registers.lending.demo.goods import make_goods
from prongsai.registers.lending.demo.keeping import (
    propose_register,
    publish_register,
    repair,
    write_off,
)
from prongsai.registers.lending.demo.plots import OPEN_ENDED, Stage
from prongsai.registers.lending.demo.telling import Fate, tell

LOANS, RECENT = 150, 40
"""How many loans a year has, and how many of them are of the last three weeks."""

OPEN_ENDED_BACK = 27
"""Days ago at which the stories began that wait for somebody today."""

TRIES = 3
"""How often each of them is begun: what is asked for may be taken on those days."""

READ = 3
"""Days after which even the slowest has read what the inbox holds."""

Story = tuple[datetime, Iterator[datetime]]


def make(
    cast: Cast, *, today: date, random: Random, progress: Progress | None = None
) -> None:
    """Make the register in the current office's name; the same seed makes the same."""
    told = progress or (lambda _what, _done, _of: None)
    begin = hour_of(today - timedelta(days=364), 9)
    end = hour_of(today, 16)
    entered = ordered_at(fiscal_year_of(today) - 2, like=begin)
    goods = make_goods(
        cast.divisions, by=cast.people["supply"], at=entered, progress=told
    )
    stage = Stage(
        people=cast.people, divisions=cast.divisions, assets=goods, begin=begin
    )
    beginnings = sorted(_moments(begin + timedelta(days=1), end, random))
    stories = [
        (moment, tell(stage, _fate(number, random), moment))
        for number, moment in enumerate(beginnings)
    ]
    stories += _open_ended(stage, end, random)
    stories += _besides_loans(stage, cast.office, end)
    _tell_all(stories, until=end, progress=told)
    for person in cast.people.values():
        notifications.mark_all_read(by=person, at=end - timedelta(days=READ))


def _open_ended(stage: Stage, end: datetime, random: Random) -> list[Story]:
    """Begin stories of which each waits today for a deed of its own kind."""
    stories: list[Story] = []
    for number, plot in enumerate(OPEN_ENDED * TRIES, LOANS):
        fate = Fate(number=number, random=Random(random.random()), plot=plot)  # noqa: S311  # no secret
        moment = end.replace(hour=10) - timedelta(days=OPEN_ENDED_BACK)
        stories.append((moment, tell(stage, fate, moment)))
    return stories


def _besides_loans(stage: Stage, office: Organisation, end: datetime) -> list[Story]:
    """Begin what is told of the register itself."""
    year = fiscal_year_of(end.date())
    published = hour_of(first_day(year))
    published += timedelta(days=13)
    written_off = end.replace(hour=11) - timedelta(days=20)
    proposed = end.replace(hour=9)
    return [
        (ordered_at(year - 2, like=end), check_done(stage, office, year - 2)),
        (ordered_at(year - 1, like=end), check_running(stage, year - 1)),
        (published, publish_register(stage, year - 1, published)),
        (proposed, propose_register(stage, year, proposed)),
        (written_off, write_off(stage, written_off)),
        (proposed, repair(stage, proposed)),
    ]


def _fate(number: int, random: Random) -> Fate:
    return Fate(number=number, random=Random(random.random()))  # noqa: S311  # no secret


def _moments(begin: datetime, end: datetime, random: Random) -> Iterator[datetime]:
    """Give the moments at which somebody asks for something: in office hours."""
    days = (end - begin).days
    for number in range(LOANS):
        back = random.randint(0, 20 if number < RECENT else days)
        day = end - timedelta(days=back)
        yield day.replace(hour=random.randint(9, 15), minute=random.randint(0, 59))


def _tell_all(stories: list[Story], *, until: datetime, progress: Progress) -> None:
    """Let every story go on when its moment comes; stop where the present begins."""
    waiting = [(moment, number, tale) for number, (moment, tale) in enumerate(stories)]
    heapq.heapify(waiting)
    ended = 0
    while waiting:
        moment, number, story = heapq.heappop(waiting)
        later = next(story, None) if moment <= until else None
        if later is None:
            ended += 1
            progress("loans", ended, len(stories))
        else:
            heapq.heappush(waiting, (later, number, story))
