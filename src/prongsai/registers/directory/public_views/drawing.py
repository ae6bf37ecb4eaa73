"""The pictures of the directory: the structure as a chart, the way to the office as a map."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.registers.directory.public_views.words import said
from prongsai.registers.directory.queries.reading import Place, Reading, Row
from prongsai.registers.directory.queries.wording import BRANCHES
from prongsai.ui import locator, org_chart
from prongsai.ui.drawing import Drawing


def chart(reading: Reading, on: date) -> Drawing:
    """Draw who reports to whom, each side of its own, with the same as a list."""
    roots = reading.structure(on)
    sides = [
        org_chart.Side(
            label=said(words),
            roots=tuple(
                _box(reading, one) for one in roots if one.seat["branch"] == branch
            ),
        )
        for branch, words in BRANCHES.items()
    ]
    return org_chart.structure(
        _("Structure of the office"), sides=[side for side in sides if side.roots]
    )


def _box(reading: Reading, place: Place, depth: int = 0) -> org_chart.Box:
    seat = place.seat
    names = tuple(_name(one.person, is_acting=one.is_acting) for one in place.sitting)
    # Texts repeat what the title says when the head of a division is named after it.
    division = said(seat["division"]) if seat["division"] else ""
    title = said(seat["title"])
    note = "" if division in title else division
    over = reading.seats.get(seat["reports_to"])
    if over is not None and over["branch"] != seat["branch"]:
        note = _("reports to: %(title)s") % {"title": said(over["title"])}
    tone: org_chart.Tone = "lead" if depth == 0 else "plain"
    return org_chart.Box(
        title=title,
        names=names or (pgettext("position", "vacant"),),
        note=note,
        tone=tone if names else "vacant",
        children=tuple(_box(reading, below, depth + 1) for below in place.below),
    )


def _name(person: Row, *, is_acting: bool) -> str:
    name = said(person["name"])
    return _("%(name)s (acting)") % {"name": name} if is_acting else name


def place_map(reading: Reading) -> Drawing | None:
    """Draw the way to the office; nothing when its coordinates are not known."""
    content = reading.content
    office = _spot(content["office"])
    if office is None:
        return None
    landmarks = [_spot(row) for row in content["landmarks"]]
    return locator.sketch(
        _("Sketch map of the way to the office"),
        office=office,
        landmarks=[spot for spot in landmarks if spot is not None],
        roads=[
            locator.Road(
                name=said(row["name"]),
                points=tuple((float(a), float(b)) for a, b in row["points"]),
            )
            for row in content["roads"]
        ],
    )


def _spot(row: Row) -> locator.Spot | None:
    if not (row["latitude"] and row["longitude"]):
        return None
    return locator.Spot(
        name=said(row["name"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )
