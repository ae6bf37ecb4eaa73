"""Bars for a narrow screen: each label above its bars, each number beside its bar."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.safestring import SafeString
from lxml import etree

from prongsai.ui import painting
from prongsai.ui.drawing import EDGE, add, canvas, write
from prongsai.ui.lettering import LINE, width_of, wrapped
from prongsai.ui.writing import with_commas

WIDTH = 300
_SIZE, _BAR, _BETWEEN, _BOX = 15.0, 16.0, 12.0, 14.0
_LINE = _SIZE * LINE
_GAP = 6.0

Numbers = Mapping[str, Sequence[float | None]]


def lying(
    labels: Sequence[str], series: Numbers, *, title: str, text: str
) -> SafeString | None:
    """Draw the bars under each other; nothing where a number lies below zero."""
    known = [n for values in series.values() for n in values if n is not None]
    if not known or min(known) < 0:
        return None
    tree = canvas(WIDTH, 0)
    y = _legend(tree, list(series)) if len(series) > 1 else 0.0
    unit = _room(known) / (max(known) or 1)
    for place, label in enumerate(labels):
        lines = wrapped(label, WIDTH, _SIZE)
        write(tree, lines, x=0, y=y, size=_SIZE, anchor="start")
        y += len(lines) * _LINE + 2
        for n, values in enumerate(series.values()):
            _bar(tree, values[place], n=n, y=y, unit=unit)
            y += _BAR + 4
        y += _BETWEEN
    tree.set("viewBox", f"0 0 {WIDTH} {y:g}")
    return painting.named(tree, title=title, text=text, form="lying")


def _room(known: Sequence[float]) -> float:
    """Return how long the longest bar may be, so that its number stands beside it."""
    return WIDTH - _GAP - max(width_of(_said(n), _SIZE) for n in known)


def _bar(
    tree: etree._Element, value: float | None, *, n: int, y: float, unit: float
) -> None:
    long = (value or 0) * unit
    colour = painting.COLOURS[n % len(painting.COLOURS)]
    if long:
        add(tree, "rect", x=0, y=y, width=long, height=_BAR, fill=colour)
    else:
        add(tree, "rect", x=0, y=y, width=1, height=_BAR, fill=EDGE)
    above = y + (_BAR - _LINE) / 2
    write(tree, [_said(value)], x=long + _GAP, y=above, size=_SIZE, anchor="start")


def _legend(tree: etree._Element, names: Sequence[str]) -> float:
    """Name each colour in a line of its own; return where the bars begin."""
    y = 0.0
    for n, name, lines in _folded(names):
        colour = painting.COLOURS[n % len(painting.COLOURS)]
        top = y + (_LINE - _BOX) / 2
        add(tree, "rect", x=0, y=top, width=_BOX, height=_BOX, fill=colour)
        write(tree, lines or [name], x=_BOX + 8, y=y, size=_SIZE, anchor="start")
        y += max(len(lines), 1) * _LINE
    return y + _BETWEEN


def _folded(names: Sequence[str]) -> Iterator[tuple[int, str, list[str]]]:
    for n, name in enumerate(names):
        yield n, name, wrapped(name, WIDTH - _BOX - 8, _SIZE)


def _said(value: float | None) -> str:
    if value is None:
        return "–"
    return with_commas(int(value)) if value == int(value) else f"{value:,.2f}"
