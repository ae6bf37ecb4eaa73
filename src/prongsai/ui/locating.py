"""Where everything stands on a sketch map: places to scale, names without overlap."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prongsai.ui.lettering import LINE, width_of, wrapped
from prongsai.ui.ways import Point, Way, clipped, distance, way_to

_MARGIN = 34
_NEAREST = 150  # metres: a map never shows less around the office
_FAR = 4  # times as far as the one in the middle is too far to draw to scale
LABEL, DOT = 16, 7
"""The size of names and of a landmark."""

_ROOM = 210
_TURNS, _RINGS = 16, 14
_EDGE = 6


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The size of a picture."""

    width: int
    height: int

    @property
    def middle(self) -> Point:
        """Where the office stands."""
        return self.width / 2, self.height / 2

    @property
    def size(self) -> Point:
        """Across and down."""
        return self.width, self.height


WIDE, NARROW = Frame(width=720, height=540), Frame(width=340, height=440)
"""A picture for a page, and one for a narrow screen."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place with a name: the office or a landmark."""

    name: str
    latitude: float
    longitude: float

    @property
    def point(self) -> Point:
        """Where it lies."""
        return self.latitude, self.longitude


@dataclass(frozen=True, kw_only=True)
class Road:
    """A road with a name, through points of latitude and longitude."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Rect:
    """Room that is taken on the picture."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Rect") -> bool:
        """Whether two take the same room."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def is_inside(self, frame: Frame) -> bool:
        """Whether it lies within the frame of the map."""
        return (
            self.x >= _EDGE
            and self.y >= _EDGE
            and self.x + self.width <= frame.width - _EDGE
            and self.y + self.height <= frame.height - _EDGE
        )


@dataclass(frozen=True, kw_only=True)
class Label:
    """A name with the room it takes and the point it belongs to."""

    lines: tuple[str, ...]
    room: Rect
    at: Point
    kind: str = "landmark"


@dataclass(frozen=True, kw_only=True)
class Map:
    """What is drawn: points on the picture, names, roads, units of a metre."""

    frame: Frame
    scale: float
    dots: tuple[tuple[float, float, bool], ...]
    roads: tuple[tuple[Point, ...], ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """The picture while names find their room on it."""

    frame: Frame
    taken: list[Rect]
    labels: list[Label]

    @property
    def room(self) -> float:
        """How wide a name may be before it is parted."""
        return min(_ROOM, self.frame.width * 0.42)

    def put(self, said: tuple[str, ...], at: Point, *, kind: str) -> None:
        """Find room for a name near its point; one that finds none stands in the list only."""
        is_bold = kind == "office"
        lines = tuple(
            line
            for part in said
            for line in wrapped(part, self.room, LABEL, bold=is_bold)
        )
        if not lines:
            return
        wide = max(width_of(line, LABEL, bold=is_bold) for line in lines)
        tall = len(lines) * LABEL * LINE
        for x, y in _tries(at, wide, tall):
            room = Rect(x=x, y=y, width=wide, height=tall)
            if room.is_inside(self.frame) and not any(
                room.meets(other) for other in self.taken
            ):
                self.labels.append(Label(lines=lines, room=room, at=at, kind=kind))
                self.taken.append(room)
                return


def laid_out(
    office: Spot,
    *,
    landmarks: Sequence[Spot] = (),
    roads: Sequence[Road] = (),
    frame: Frame = WIDE,
) -> Map:
    """Return where everything stands on the picture; no two names overlap."""
    ways = [way_to(office.point, spot.point) for spot in landmarks]
    scale = (min(frame.size) / 2 - _MARGIN * 1.6) / _reach(ways)
    dots = [_dot(way, scale, frame) for way in ways]
    taken = [_pin(frame), *_furniture(frame)]
    taken += [_around(x, y, DOT + 2) for x, y, _far in dots]
    sheet = _Sheet(frame=frame, taken=taken, labels=[])
    sheet.put((office.name,), frame.middle, kind="office")
    for spot, way, (x, y, is_far) in zip(landmarks, ways, dots, strict=True):
        more = (f"({distance(way.metres)})",) if is_far else ()
        sheet.put((spot.name, *more), (x, y), kind="landmark")
    lines = [_line(road, office, scale, frame=frame) for road in roads]
    for road, parts in zip(roads, lines, strict=True):
        if parts and road.name:
            sheet.put((road.name,), _middle(parts), kind="road")
    return Map(
        frame=frame,
        scale=scale,
        dots=tuple(dots),
        roads=tuple(part for parts in lines for part in parts),
        labels=tuple(sheet.labels),
    )


def _reach(ways: Sequence[Way]) -> float:
    """Return how many metres around the office are drawn to scale."""
    far = sorted(way.metres for way in ways)
    if not far:
        return _NEAREST
    usual = max(far[(len(far) - 1) // 2], _NEAREST) * _FAR
    return max(max((metres for metres in far if metres <= usual), default=0), _NEAREST)


def _dot(way: Way, scale: float, frame: Frame) -> tuple[float, float, bool]:
    """Return where a landmark stands, and whether it was drawn in from far away."""
    x, y = way.east * scale, -way.north * scale
    middle_x, middle_y = frame.middle
    across, down = middle_x - _MARGIN, middle_y - _MARGIN
    beyond = max(abs(x) / across, abs(y) / down)
    if beyond > 1:
        x, y = x / beyond, y / beyond
    return middle_x + x, middle_y + y, beyond > 1


def _pin(frame: Frame) -> Rect:
    x, y = frame.middle
    return Rect(x=x - 14, y=y - 36, width=28, height=40)


def _around(x: float, y: float, reach: float) -> Rect:
    return Rect(x=x - reach, y=y - reach, width=2 * reach, height=2 * reach)


def _furniture(frame: Frame) -> list[Rect]:
    """Return the room of the arrow to the north and of the scale."""
    return [
        Rect(x=frame.width - 62, y=0, width=62, height=84),
        Rect(x=0, y=frame.height - 52, width=min(230, frame.width * 0.55), height=52),
    ]


def _tries(at: Point, wide: float, tall: float) -> Iterator[Point]:
    """Give upper left corners round a point: right of it first, then further away."""
    for ring in range(_RINGS):
        for turn in (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 3, 13, 5, 11, 7, 9):
            angle = 2 * math.pi * turn / _TURNS
            gap = DOT + 8 + ring * 16
            x = at[0] + math.cos(angle) * (wide / 2 + gap) - wide / 2
            y = at[1] + math.sin(angle) * (tall / 2 + gap) - tall / 2
            yield x, y


def _line(
    road: Road, office: Spot, scale: float, *, frame: Frame
) -> list[tuple[Point, ...]]:
    """Return the parts of a road that lie within the frame."""
    ways = [way_to(office.point, point) for point in road.points]
    x, y = frame.middle
    points = [(x + w.east * scale, y - w.north * scale) for w in ways]
    parts: list[list[Point]] = []
    for start, end in pairwise(points):
        seen = clipped(start, end, frame.size)
        if seen is None:
            continue
        if parts and parts[-1][-1] == seen[0]:
            parts[-1].append(seen[1])
        else:
            parts.append(list(seen))
    return [tuple(part) for part in parts]


def _middle(parts: Sequence[Sequence[Point]]) -> Point:
    """Return the point in the middle of the longest straight piece."""
    pieces = [piece for part in parts for piece in pairwise(part)]
    (ax, ay), (bx, by) = max(pieces, key=lambda piece: math.dist(*piece))
    # A third of the way: the middle is often where the office stands.
    return ax + (bx - ax) / 3, ay + (by - ay) / 3
