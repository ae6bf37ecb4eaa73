"""What pygal draws, painted by attributes alone: no script, no style sheet, no style."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from prongsai.ita.thai.segmenting import segment
from prongsai.ui.writing import with_commas

COLOURS = (
    "var(--office-ink, #0b5563)",
    "#b45309",
    "#5b4b8a",
    "#3f6b2a",
    "#9d174d",
    "#525252",
)
"""One colour a series; each at least 4.5 : 1 on white."""

_DASHES = ("", "8 5", "2 4", "12 4 2 4", "5 3", "1 3")
_INK, _EDGE, _LINE = (
    "var(--ink, #23211e)",
    "var(--edge, #857c70)",
    "var(--line, #ddd6cc)",
)
SVG = "{http://www.w3.org/2000/svg}"
_DROPPED = ("defs", "title", "desc")
_UNSEEN = {"tooltip-overlay", "titles", "background"}
_SIZE = "15"
_DOT = 4.0
_LINE_LENGTH = 16  # letters of a label beside a web

Paint: TypeAlias = dict[str, str]
Numbers: TypeAlias = Mapping[str, Sequence[float | None]]


def draw(
    kind: str,
    *,
    labels: Sequence[str],
    series: Numbers,
    look: Mapping[str, Any],
) -> etree._Element:
    """Return a picture of one of pygal's kinds as a tree."""
    tree = etree.fromstring(_pygal(kind, labels, series, look=look))
    etree.strip_tags(tree, etree.Comment)
    _prune(tree)
    for element in list(tree.iter(f"{SVG}*")):
        for name, value in _paint(element, kind).items():
            element.set(name, value)
    for element in tree.iter(f"{SVG}*"):
        for name in ("class", "id", "style"):
            element.attrib.pop(name, "")
    return tree


def named(tree: etree._Element, *, title: str, text: str, form: str = "") -> SafeString:
    """Return the picture with a name and a description for those who do not see it.

    ``form`` tells apart two pictures of the same on one page: ids stand once.
    """
    key = hashlib.sha256(f"{title}\0{text}{form}".encode()).hexdigest()[:10]
    words = {"title": title, "desc": text}
    ids = [f"chart-{key}-{tag}" for tag, said in words.items() if said]
    for place, (tag, said) in enumerate((t, s) for t, s in words.items() if s):
        element = etree.Element(f"{SVG}{tag}", id=ids[place])
        element.text = said
        tree.insert(place, element)
    tree.attrib.update({"role": "img", "aria-labelledby": " ".join(ids)})
    tree.attrib.pop("width", "")
    tree.attrib.pop("height", "")
    etree.cleanup_namespaces(tree)
    # Every text in it was escaped by lxml when the tree was built.
    return mark_safe(etree.tostring(tree, encoding="unicode"))  # noqa: S308  # see above


def _pygal(
    kind: str, labels: Sequence[str], series: Numbers, *, look: Mapping[str, Any]
) -> bytes:
    # Most pages have no chart and need not wait for its library.
    import pygal  # noqa: PLC0415
    from pygal.style import Style  # noqa: PLC0415

    settings: dict[str, Any] = {
        "js": [],
        "css": [],
        "style": Style(
            label_font_size=15,
            major_label_font_size=15,
            legend_font_size=15,
            value_font_size=14,
        ),
        "legend_at_bottom": True,
        "legend_at_bottom_columns": min(len(series), 3),
        "legend_box_size": 14,
        "truncate_label": -1,
        "truncate_legend": -1,
        "spacing": 8,
        "margin": 12,
        "no_prefix": True,
        "print_values_position": "top",
        "value_formatter": _number,
        "dots_size": _DOT,
        "max_scale": 8,
        "allow_interruptions": True,
    }
    chart = getattr(pygal, kind)(**(settings | dict(look)))
    chart.x_labels = list(labels)
    for name, values in series.items():
        chart.add(name, list(values))
    return bytes(chart.render())


def _number(value: float) -> str:
    return with_commas(int(value)) if value == int(value) else f"{value:,.2f}"


def _prune(tree: etree._Element) -> None:
    for element in list(tree.iter(f"{SVG}*")):
        parent = element.getparent()
        if parent is not None and (
            etree.QName(element).localname in _DROPPED or _classes(element) & _UNSEEN
        ):
            parent.remove(element)


def _classes(element: etree._Element) -> set[str]:
    return set(element.get("class", "").split())


def _paint(element: etree._Element, kind: str) -> Paint:
    around = set[str]().union(
        *(_classes(e) for e in (element, *element.iterancestors()))
    )
    painter = _PAINTERS.get(etree.QName(element).localname)
    return painter(element, around, kind) if painter else {}


def _nth(around: set[str]) -> int:
    """Return which series something belongs to."""
    found = [name for name in around if name.startswith("color-")]
    return int(found[0].removeprefix("color-")) if found else 0


def _paint_text(element: etree._Element, around: set[str], kind: str) -> Paint:
    painted = {"fill": _INK, "font-size": _SIZE, "text-anchor": "start"}
    if "axis" in around:
        painted["text-anchor"] = "end" if "y" in around else "middle"
    if "text-overlay" in around:
        painted["font-size"] = "14"
        painted["text-anchor"] = "start" if kind == "HorizontalBar" else "middle"
    if kind == "Radar" and {"axis", "x"} <= around:
        painted["text-anchor"] = _side(element)
        element.attrib.pop("transform", "")
        _fold(element)
    return painted


def _fold(label: etree._Element) -> None:
    """Write a long label in two lines, parted between words."""
    text = label.text or ""
    words = segment(text)
    if len(text) <= _LINE_LENGTH or len(words) == 1:
        return
    parts = [("".join(words[:n]), "".join(words[n:])) for n in range(1, len(words))]
    first, rest = min(parts, key=lambda pair: max(map(len, pair)))
    label.text = None
    for place, part in enumerate((first, rest)):
        line = etree.SubElement(label, f"{SVG}tspan", x=label.get("x", "0"))
        line.set("dy", ("-0.4em", "1.4em")[place])
        line.text = part.strip()


def _side(label: etree._Element) -> str:
    """Return how a corner of a web is labelled: away from the middle."""
    corners = [
        float(t.get("x", "0"))
        for t in label.getparent().getparent().iter(f"{SVG}text")  # type: ignore[union-attr]  # pygal groups them
    ]
    middle, x = (min(corners) + max(corners)) / 2, float(label.get("x", "0"))
    if abs(x - middle) < 20:  # noqa: PLR2004  # right above or below
        return "middle"
    return "end" if x < middle else "start"


def _paint_path(element: etree._Element, around: set[str], kind: str) -> Paint:
    if "series" not in around:
        is_guide = "guide" in _classes(element)
        return {"fill": "none", "stroke": _LINE if is_guide else _EDGE}
    n = _nth(around) % len(COLOURS)
    painted = {"fill": "none", "stroke": COLOURS[n], "stroke-width": "3"}
    if _DASHES[n]:
        painted["stroke-dasharray"] = _DASHES[n]
    if kind == "Radar":
        painted |= {"fill": COLOURS[n], "fill-opacity": "0.08"}
    return painted


def _paint_solid(_element: etree._Element, around: set[str], kind: str) -> Paint:
    painted = {"fill": COLOURS[_nth(around) % len(COLOURS)]}
    return painted | ({"fill-opacity": "0.85"} if kind == "Dot" else {})


_PAINTERS: dict[str, Callable[[etree._Element, set[str], str], Paint]] = {
    "text": _paint_text,
    "path": _paint_path,
    "rect": _paint_solid,
    "circle": _paint_solid,
}
