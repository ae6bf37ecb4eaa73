"""Distances and directions on a map so small that the earth is flat on it."""

import math
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude, or across and down on a picture."""

_DEGREE = 111_320  # metres of a degree of latitude
_KILOMETRE = 1000

COMPASS: tuple[str | Promise, ...] = (
    pgettext_lazy("compass", "north"),
    pgettext_lazy("compass", "north-east"),
    pgettext_lazy("compass", "east"),
    pgettext_lazy("compass", "south-east"),
    pgettext_lazy("compass", "south"),
    pgettext_lazy("compass", "south-west"),
    pgettext_lazy("compass", "west"),
    pgettext_lazy("compass", "north-west"),
)
_HERE = gettext_lazy("at the same place")


@dataclass(frozen=True, kw_only=True)
class Way:
    """How one gets from the office to a place: metres to the east and to the north."""

    east: float
    north: float

    @property
    def metres(self) -> float:
        """How far it is as the crow flies."""
        return math.hypot(self.east, self.north)

    @property
    def direction(self) -> str:
        """In which of eight directions it lies, in words."""
        if self.metres < 1:
            return str(_HERE)
        turn = math.degrees(math.atan2(self.east, self.north)) % 360
        return str(COMPASS[round(turn / 45) % 8])


def way_to(office: Point, place: Point) -> Way:
    """Return how far east and north of the office a place lies."""
    north = (place[0] - office[0]) * _DEGREE
    turned = (place[1] - office[1] + 180) % 360 - 180
    east = turned * _DEGREE * math.cos(math.radians(office[0]))
    return Way(east=east, north=north)


def distance(metres: float) -> str:
    """Write a distance in words a walker can use.

    >>> distance(0)
    '0 m'
    """
    if metres < _KILOMETRE:
        near = round(metres / 10) * 10
        if near < _KILOMETRE:
            return _("%(number)s m") % {"number": near}
    kilometres = f"{metres / _KILOMETRE:,.1f}".removesuffix(".0")
    return _("%(number)s km") % {"number": kilometres}


def round_metres(metres: float) -> int:
    """Return the largest round distance within one: 1, 2 or 5 with noughts.

    >>> round_metres(730)
    500
    """
    power = 10 ** math.floor(math.log10(max(metres, 1)))
    return int(next(n * power for n in (5, 2, 1) if n * power <= max(metres, 1)))


def clipped(start: Point, end: Point, frame: Point) -> tuple[Point, Point] | None:
    """Return the part of a line within a frame; nothing when it passes by."""
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in ((-dx, x), (dx, frame[0] - x), (-dy, y), (dy, frame[1] - y)):
        if not step:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (x + first * dx, y + first * dy), (x + last * dx, y + last * dy)
