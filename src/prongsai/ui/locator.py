"""A sketch map of our own: the office in the middle, landmarks and roads around it.

Drawn from coordinates alone, so that a page needs no map from elsewhere. What lies too
far away stands at the edge with its distance. For whoever does not see the picture there
is a list of the landmarks with distance and direction in words.
"""

import math
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from lxml import etree

from prongsai.ui import drawing, painting
from prongsai.ui.drawing import Drawing
from prongsai.ui.locating import (
    DOT,
    LABEL,
    NARROW,
    WIDE,
    Frame,
    Label,
    Map,
    Road,
    Spot,
    laid_out,
)
from prongsai.ui.ways import Point, Way, distance, round_metres, way_to

__all__ = ["Road", "Spot", "sketch"]


def sketch(
    caption: str,
    *,
    office: Spot,
    landmarks: Sequence[Spot] = (),
    roads: Sequence[Road] = (),
    alt: str = "",
) -> Drawing:
    """Draw the way to the office, with the landmarks as a list in words."""
    ways = [(spot, way_to(office.point, spot.point)) for spot in landmarks]
    said = alt or _("The landmarks stand in the list under the picture.")
    wide, narrow = (
        laid_out(office, landmarks=landmarks, roads=roads, frame=frame)
        for frame in (WIDE, NARROW)
    )
    return Drawing(
        caption=caption,
        svg=_picture(wide, title=caption, text=said),
        tall=_picture(
            narrow,
            title=caption,
            text=" ".join((said, _("Drawn for a narrow screen."))),
        ),
        facts=_list(office, ways),
    )


def _picture(drawn: Map, *, title: str, text: str) -> SafeString:
    tree = drawing.canvas(*drawn.frame.size)
    _draw(tree, drawn)
    return painting.named(tree, title=title, text=text)


def _draw(tree: etree._Element, drawn: Map) -> None:
    drawing.add(
        tree,
        "rect",
        x=0,
        y=0,
        width=drawn.frame.width,
        height=drawn.frame.height,
        rx=10,
        fill=drawing.SAND,
    )
    _draw_roads(tree, drawn.roads)
    for label in drawn.labels:
        _draw_leader(tree, label)
    for x, y, _is_far in drawn.dots:
        drawing.add(
            tree, "circle", {"stroke-width": "2"}, cx=x, cy=y, r=DOT,
            fill=drawing.WHITE, stroke=drawing.INK,
        )  # fmt: skip
    _draw_office(tree, drawn.frame.middle)
    for label in drawn.labels:
        _draw_label(tree, label)
    _draw_north(tree, drawn.frame)
    _draw_scale(tree, drawn)


def _draw_roads(tree: etree._Element, roads: Sequence[Sequence[Point]]) -> None:
    """Draw every road as a broad line, all borders first so that crossings are open."""
    paths = ["M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in road) for road in roads]
    for wide, colour in (("12", drawing.LINES), ("8", drawing.WHITE)):
        more = {
            "stroke-width": wide,
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }
        for path in paths:
            drawing.add(tree, "path", more, d=path, fill="none", stroke=colour)


def _draw_leader(tree: etree._Element, label: Label) -> None:
    """Join a name that had to stand aside with its point."""
    room, (x, y) = label.room, label.at
    near = (
        min(max(x, room.x), room.x + room.width),
        min(max(y, room.y), room.y + room.height),
    )
    if label.kind != "road" and math.dist(near, (x, y)) > DOT + 22:
        path = f"M{x:.1f} {y:.1f}L{near[0]:.1f} {near[1]:.1f}"
        drawing.add(tree, "path", d=path, fill="none", stroke=drawing.EDGE)


def _draw_office(tree: etree._Element, at: Point) -> None:
    x, y = at
    pin = f"M{x:g} {y:g}c-5 -8 -12 -13 -12 -21a12 12 0 0 1 24 0c0 8 -7 13 -12 21z"
    drawing.add(
        tree, "path", {"stroke-width": "2"}, d=pin, fill=drawing.OFFICE,
        stroke=drawing.WHITE,
    )  # fmt: skip
    drawing.add(tree, "circle", cx=x, cy=y - 21, r=4.5, fill=drawing.WHITE)


def _draw_label(tree: etree._Element, label: Label) -> None:
    room = label.room
    fill = {"office": drawing.OFFICE, "road": drawing.SOFT}.get(label.kind, drawing.INK)
    drawing.write(
        tree,
        label.lines,
        x=room.x + room.width / 2,
        y=room.y,
        size=LABEL,
        fill=fill,
        bold=label.kind == "office",
        halo=True,
    )


def _draw_north(tree: etree._Element, frame: Frame) -> None:
    x = frame.width - 32
    drawing.add(
        tree, "path", d=f"M{x} 16L{x + 11} 48L{x} 41L{x - 11} 48Z", fill=drawing.INK
    )
    letter = pgettext("compass", "N")
    drawing.write(tree, [str(letter)], x=x, y=50, size=LABEL, bold=True)


def _draw_scale(tree: etree._Element, drawn: Map) -> None:
    metres = round_metres(150 / drawn.scale)
    wide, height = metres * drawn.scale, drawn.frame.height
    more = {"stroke-width": "2"}
    path = f"M18 {height - 24}v8h{wide:.1f}v-8"
    drawing.add(tree, "path", more, d=path, fill="none", stroke=drawing.INK)
    drawing.write(
        tree, [distance(metres)], x=18, y=height - 48, size=15, anchor="start"
    )


def _list(office: Spot, ways: Sequence[tuple[Spot, Way]]) -> SafeString:
    lines = [(_said(spot, way),) for spot, way in sorted(ways, key=_nearest_first)]
    place = f"{office.latitude:.6f}, {office.longitude:.6f}"
    head = format_html("<p><strong>{}</strong> ({})</p>", office.name, place)
    if not lines:
        return head
    return head + format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines))


def _nearest_first(pair: tuple[Spot, Way]) -> float:
    return pair[1].metres


def _said(spot: Spot, way: Way) -> str:
    return _("%(name)s: %(distance)s, %(direction)s") % {
        "name": spot.name,
        "distance": distance(way.metres),
        "direction": way.direction,
    }
