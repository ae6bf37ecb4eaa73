"""What stands on the home page, gathered from the registers' public sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.dates import WEEKDAYS

from prongsai.foundations.organisations import queries as office
from prongsai.registers.directory.queries import public as directory
from prongsai.registers.disclosure.queries import public as disclosure
from prongsai.registers.disclosure.queries.public import PublicYear
from prongsai.registers.news.queries import public as news
from prongsai.sites.public.menu import doors

NEWS = 4


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Days of the week one after the other with the same hours."""

    first: str
    last: str
    hours: str


def front_page(*, on: date) -> dict[str, object]:
    """Return the doors, the newest news, the year of the assessment, the way here."""
    return {
        "doors": doors(),
        "news": news.on_top(on=on, most=NEWS),
        "assessment": _assessment(),
        "hours": _hours(),
    }


def _assessment() -> PublicYear | None:
    """Return the newest year of which anything is public."""
    found = (disclosure.year(year) for year in disclosure.years())
    return next((year for year in found if year and year.public), None)


def _hours() -> list[Hours]:
    """Return the hours as they were published, else as the office works."""
    snapshot = directory.snapshot()
    published = snapshot.reading.content["hours"] if snapshot else []
    rows = [(row["weekday"], f"{row['opens']}–{row['closes']}") for row in published]
    return grouped(
        rows
        or [
            (row.weekday, f"{row.opens:%H:%M}–{row.closes:%H:%M}")
            for row in office.hours()
        ]
    )


def grouped(rows: Iterable[tuple[int, str]]) -> list[Hours]:
    """Put days with the same hours together while they follow each other.

    >>> [(h.hours) for h in grouped([(0, "08:30–16:30"), (1, "08:30–16:30"), (5, "09:00–12:00")])]
    ['08:30–16:30', '09:00–12:00']
    """
    by_day: dict[int, str] = {}
    for weekday, hours in sorted(rows):
        by_day[weekday] = f"{by_day[weekday]}, {hours}" if weekday in by_day else hours
    places = enumerate(by_day.items())
    runs = groupby(places, key=lambda place: (place[1][0] - place[0], place[1][1]))
    found = []
    for (_, hours), run in runs:
        days = [weekday for _, (weekday, _) in run]
        first, last = str(WEEKDAYS[days[0]]), str(WEEKDAYS[days[-1]])
        found.append(
            Hours(first=first, last="" if first == last else last, hours=hours)
        )
    return found
