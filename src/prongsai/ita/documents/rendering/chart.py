"""The two-year chart: bars of every indicator, as one self-contained SVG."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from prongsai.ita.documents.rendering.drafts import FULL, points

WIDTH = 1000
FONT = "Sarabun"
COLOURS = ("#b06000", "#0b5563", "#5b4b8a", "#3f6b2a")
"""One colour a year, the latest last of two; each at least 4.5:1 on white."""

_INK, _LINE, _GUIDE = "#1f2328", "#767676", "#d0d7de"
_SVG = "{http://www.w3.org/2000/svg}"
_ROW, _FRAME = 46, 100
_COLOUR = {f"color-{n}": colour for n, colour in enumerate(COLOURS)}
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
_DROPPED = ("defs", "title", "desc")
_UNSEEN = ("plot tooltip-overlay", "plot overlay", "titles")


@dataclass(frozen=True, kw_only=True)
class Bars:
    """What to draw: a label for each row, and each year's printed points by row.

    ``number`` writes the figures along the axis.
    """

    title: str
    alt: str
    labels: Sequence[str]
    years: Mapping[str, Sequence[str]]
    number: Callable[[object], str] = str


def height(bars: Bars) -> int:
    """Return how many pixels high the picture of ``bars`` is."""
    return _FRAME + _ROW * len(bars.labels)


def draw(bars: Bars) -> str:
    """Return an SVG document without script, style sheet or anything outside it."""
    tree = etree.fromstring(_pygal(bars))
    _plain(tree)
    _name(tree, bars)
    return etree.tostring(tree, encoding="unicode")


def drawable(svg: str) -> str:
    """Return the SVG so that typst draws its Thai right.

    Its SVG reader gives ``ำ`` no room of its own and draws the next letter over it;
    with the two signs ``ำ`` is made of, in the order they are written, it does not.
    """
    return _SARA_AM.sub("\u0e4d\\1\u0e32", svg)


def _pygal(bars: Bars) -> bytes:
    # Most documents have no chart and need not wait for its library.
    import pygal  # noqa: PLC0415
    from pygal.style import Style  # noqa: PLC0415

    chart = pygal.HorizontalBar(
        js=[],
        css=[],
        style=Style(
            font_family=FONT,
            colors=COLOURS,
            label_font_size=17,
            major_label_font_size=17,
            legend_font_size=18,
            value_font_size=15,
        ),
        explicit_size=True,
        width=WIDTH,
        height=height(bars),
        range=(0, int(FULL)),
        margin=12,
        margin_right=64,
        spacing=6,
        legend_at_bottom=True,
        legend_at_bottom_columns=len(bars.years),
        legend_box_size=16,
        print_values=True,
        print_values_position="top",
        show_x_guides=False,
        truncate_label=-1,
        truncate_legend=-1,
        no_prefix=True,
    )
    ticks = range(0, int(FULL) + 1, 10)
    chart.y_labels = [{"value": n, "label": bars.number(n)} for n in ticks]
    # Horizontal bars grow from the bottom: turn the rows round to read from the top.
    chart.x_labels = list(reversed(bars.labels))
    for year, values in bars.years.items():
        chart.add(year, [_value(text) for text in reversed(values)])
    return bytes(chart.render())


def _value(text: str) -> dict[str, object] | None:
    value = points(text)
    if value is None:
        return None
    return {"value": float(value), "formatter": lambda _: text}


def _plain(tree: etree._Element) -> None:
    """Leave what is seen, painted by attributes every SVG reader knows."""
    etree.strip_tags(tree, etree.Comment)
    for element in list(tree.iter()):
        unseen = element.get("class", "") in _UNSEEN or (
            etree.QName(element).localname in _DROPPED
        )
        if unseen and (parent := element.getparent()) is not None:
            parent.remove(element)
    for element in tree.iter():
        for attribute, value in _paint(element).items():
            element.set(attribute, value)
    for element in tree.iter():
        for attribute in ("class", "id"):
            element.attrib.pop(attribute, "")


def _paint(element: etree._Element) -> dict[str, str]:
    around = [e.get("class", "").split() for e in (element, *element.iterancestors())]
    classes = {name for names in around for name in names}
    match etree.QName(element).localname:
        case "text":
            return _paint_text(classes)
        case "rect":
            return {
                "fill": next((_COLOUR[c] for c in classes & _COLOUR.keys()), "#fff")
            }
        case "path" if {"axis", "x"} <= classes:
            return {"fill": "none", "stroke": _GUIDE if "guide" in classes else _LINE}
    return {}


def _paint_text(classes: set[str]) -> dict[str, str]:
    size = "15" if "text-overlay" in classes else "17"
    painted = {"fill": _INK, "font-family": FONT, "font-size": size}
    if "axis" in classes:
        painted["text-anchor"] = "end" if "y" in classes else "middle"
    if "text-overlay" in classes:
        painted["text-anchor"] = "start"
    return painted


def _name(tree: etree._Element, bars: Bars) -> None:
    """Give the picture a name and a description for those who do not see it."""
    tree.attrib.update({"role": "img", "aria-labelledby": "chart-title chart-text"})
    for place, (tag, words) in enumerate((("title", bars.title), ("desc", bars.alt))):
        element = etree.Element(f"{_SVG}{tag}", id=("chart-title", "chart-text")[place])
        element.text = words
        tree.insert(place, element)
