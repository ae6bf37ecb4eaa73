"""The structure of an office as a picture: boxes from the top down, and the same as a list.

Wide levels stand in rows of a few columns; what has no further levels stands in a column
beneath the box it belongs to. A narrow screen gets the boxes one under the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from lxml import etree

from prongsai.ui import drawing, painting
from prongsai.ui.drawing import Drawing
from prongsai.ui.lettering import LINE, balanced, wrapped

Tone: TypeAlias = Literal["plain", "lead", "tint", "vacant"]

WIDE, NARROW = 960, 330
"""Units across the two pictures."""

_COLUMN = 204  # a column is never narrower, unless it is the only one
_WIDEST = 320
_GAP, _DROP, _STACK, _INDENT, _LANE = 18, 40, 10, 18, 14
_PAD, _EDGE = 12, 6
_TITLE, _NAME, _NOTE = 16, 15, 14
_SIDE, _UNDER_SIDE, _BETWEEN = 15, 14, 34


@dataclass(frozen=True, kw_only=True)
class Box:
    """One post or division: title, who holds it, a remark, what stands under it."""

    title: str
    names: tuple[str, ...] = ()
    note: str = ""
    children: tuple["Box", ...] = ()
    tone: Tone = "plain"


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of the office, political or permanent: what it is called, its heads."""

    label: str
    roots: tuple[Box, ...]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A box with its place, and its texts in lines that fit."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float, bool], ...]

    @property
    def middle(self) -> float:
        """How far right its middle stands."""
        return self.x + self.width / 2


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Boxes and lines that fill a width to some depth."""

    height: float
    boxes: tuple[Placed, ...] = ()
    lines: tuple[str, ...] = ()
    labels: tuple[tuple[str, float], ...] = ()

    def __add__(self, other: "Layout") -> "Layout":
        """Return both in one; the lower end is that of the lower."""
        return Layout(
            height=max(self.height, other.height),
            boxes=self.boxes + other.boxes,
            lines=self.lines + other.lines,
            labels=self.labels + other.labels,
        )


def structure(caption: str, *, sides: Sequence[Side], alt: str = "") -> Drawing:
    """Draw the sides of an office under each other, with the same as nested lists."""
    facts = _lists(sides)
    if not any(side.roots for side in sides):
        empty = format_html(
            '<p class="nothing">{}</p>', _("There is nothing to draw yet.")
        )
        return Drawing(caption=caption, svg=empty, facts=facts)
    said = alt or _("The posts and divisions stand in the list under the picture.")
    narrow = " ".join((said, _("Drawn for a narrow screen.")))
    return Drawing(
        caption=caption,
        svg=_picture(laid_out(sides, WIDE), WIDE, title=caption, text=said),
        tall=_picture(laid_out(sides, NARROW), NARROW, title=caption, text=narrow),
        facts=facts,
    )


def laid_out(sides: Sequence[Side], width: float) -> Layout:
    """Return where everything stands on a picture of a width."""
    whole, y = Layout(height=_EDGE), float(_EDGE)
    for side in sides:
        if not side.roots:
            continue
        lines = wrapped(side.label, width - 2 * _EDGE, _SIDE, bold=True)
        labels = tuple((line, y + n * _SIDE * LINE) for n, line in enumerate(lines))
        y += len(lines) * _SIDE * LINE + (_UNDER_SIDE if lines else 0)
        whole += Layout(height=y, labels=labels)
        for root in side.roots:
            part = _tree(root, x=_EDGE, y=y, width=width - 2 * _EDGE)
            whole += part
            y = part.height + _BETWEEN
    return replace(whole, height=whole.height + _EDGE)


def _tree(box: Box, *, x: float, y: float, width: float) -> Layout:
    """Lay out a box in the middle of a width and everything under it."""
    wide = min(width, _WIDEST)
    if not _spreads(box, width):
        return _stack(box, x=x + (width - wide) / 2, y=y, width=wide)
    head = _placed(box, x=x + (width - wide) / 2, y=y, width=wide)
    own = Layout(height=y + head.height, boxes=(head,))
    return own + _rows(head, x=x, width=width)


def _spreads(box: Box, width: float) -> bool:
    """Whether what is under a box stands side by side."""
    if len(box.children) == 1 and width >= 2 * _COLUMN:
        return True
    return len(box.children) > 1 and width >= 2 * _COLUMN + _GAP


def _rows(head: Placed, *, x: float, width: float) -> Layout:
    """Lay out the children of a box in rows of equal columns."""
    children = head.box.children
    fit = max(int((width + _GAP) // (_COLUMN + _GAP)), 1)
    rows = -(-len(children) // fit)
    columns = -(-len(children) // rows)
    if rows > 1:  # the line to later rows runs down here
        x, width = x + _LANE, width - _LANE
    column = (width - (columns - 1) * _GAP) / columns
    whole, y = Layout(height=0), head.y + head.height
    for first in range(0, len(children), columns):
        row = children[first : first + columns]
        # A shorter last row stands in the middle.
        left = x + (columns - len(row)) * (column + _GAP) / 2
        part = [
            _tree(child, x=left + n * (column + _GAP), y=y + _DROP, width=column)
            for n, child in enumerate(row)
        ]
        bus = y + _DROP / 2
        whole += _bus(head, [one.boxes[0] for one in part], bus, first=first, x=x)
        for one in part:
            whole += one
        y = whole.height
    return whole


def _bus(
    head: Placed, tops: Sequence[Placed], bus: float, *, first: int, x: float
) -> Layout:
    """Draw the line that joins a box with a row of its children.

    Later rows are reached round the left edge, where no box stands in the way.
    """
    start = f"M{head.middle:g} {head.y + head.height:g}V{bus:g}"
    if first:
        trunk = head.y + head.height + _DROP / 2
        edge = x - _LANE
        start = f"M{head.middle:g} {trunk:g}H{edge:g}V{bus:g}"
    ends = [start, *(f"M{top.middle:g} {bus:g}V{top.y:g}" for top in tops)]
    stops = [top.middle for top in tops]
    stops += [edge] if first else [head.middle]
    ends.append(f"M{min(stops):g} {bus:g}H{max(stops):g}")
    return Layout(height=bus, lines=tuple(ends))


def _stack(box: Box, *, x: float, y: float, width: float) -> Layout:
    """Lay out a box over the whole width and what is under it beneath each other."""
    head = _placed(box, x=x, y=y, width=width)
    whole = Layout(height=y + head.height, boxes=(head,))
    trunk, last = x + _INDENT / 2, 0.0
    for child in box.children:
        top = whole.height + _STACK
        part = _stack(child, x=x + _INDENT, y=top, width=width - _INDENT)
        last = part.boxes[0].y + part.boxes[0].height / 2
        elbow = f"M{trunk:g} {last:g}H{x + _INDENT:g}"
        whole += part + Layout(height=0, lines=(elbow,))
    if last:
        line = f"M{trunk:g} {y + head.height:g}V{last:g}"
        whole += Layout(height=0, lines=(line,))
    return whole


def _placed(box: Box, *, x: float, y: float, width: float) -> Placed:
    lines = tuple(_lines(box, width - 2 * _PAD))
    inside = sum(size * LINE for _line, size, _bold in lines)
    return Placed(
        box=box, x=x, y=y, width=width, height=inside + 1.2 * _PAD, lines=lines
    )


def _lines(box: Box, room: float) -> Iterator[tuple[str, float, bool]]:
    """Return the lines of a box, each with its size and whether it is bold."""
    is_bold = box.tone != "plain" or bool(box.names or box.children)
    for line in balanced(box.title, room, _TITLE, bold=is_bold):
        yield line, _TITLE, is_bold
    for name in box.names:
        for line in balanced(name, room, _NAME):
            yield line, _NAME, False
    for line in balanced(box.note, room, _NOTE):
        yield line, _NOTE, False


def _picture(layout: Layout, width: float, *, title: str, text: str) -> SafeString:
    tree = drawing.canvas(width, layout.height)
    more = {"stroke-width": "1.5", "stroke-linejoin": "round"}
    for line in layout.lines:
        drawing.add(tree, "path", more, d=line, fill="none", stroke=drawing.EDGE)
    for label, y in layout.labels:
        drawing.write(
            tree, [label], x=_EDGE, y=y, size=_SIDE, fill=drawing.SOFT, bold=True,
            anchor="start",
        )  # fmt: skip
    for placed in layout.boxes:
        _draw(tree, placed)
    return painting.named(tree, title=title, text=text)


_LOOKS: dict[Tone, tuple[str, str, str]] = {
    "plain": (drawing.WHITE, drawing.EDGE, drawing.INK),
    "lead": (drawing.OFFICE, drawing.OFFICE, drawing.WHITE),
    "tint": (drawing.TINT, drawing.OFFICE, drawing.INK),
    "vacant": (drawing.WHITE, drawing.EDGE, drawing.SOFT),
}
"""Ground, border and ink of each tone; a vacant post has a broken border too."""


def _draw(tree: etree._Element, placed: Placed) -> None:
    ground, border, ink = _LOOKS[placed.box.tone]
    more = {"stroke-dasharray": "5 4"} if placed.box.tone == "vacant" else {}
    drawing.add(
        tree, "rect", more, x=placed.x, y=placed.y, width=placed.width,
        height=placed.height, rx=7, fill=ground, stroke=border,
    )  # fmt: skip
    y = placed.y + 0.6 * _PAD
    for line, size, bold in placed.lines:
        drawing.write(
            tree, [line], x=placed.middle, y=y, size=size, fill=ink, bold=bold
        )
        y += size * LINE


def _lists(sides: Sequence[Side]) -> SafeString:
    """Return the sides as nested lists, each under its name."""
    parts = (
        format_html("<p><strong>{}</strong></p>{}", side.label, _list(side.roots))
        for side in sides
        if side.roots
    )
    return format_html_join("", "{}", ((part,) for part in parts))


def _list(boxes: Sequence[Box]) -> SafeString:
    if not boxes:
        return SafeString("")
    items = format_html_join(
        "", "<li>{}{}</li>", ((_said(b), _list(b.children)) for b in boxes)
    )
    return format_html("<ul>{}</ul>", items)


def _said(box: Box) -> SafeString:
    more = " · ".join((*box.names, *filter(None, (box.note,))))
    return format_html("<strong>{}</strong>{}", box.title, f" {more}" if more else "")
