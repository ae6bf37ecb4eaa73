"""The texts of a chart, taken out of its SVG so that the page can set them itself.

An SVG's own texts are painted right but copied wrong: their Thai marks come back
doubled. Set by the page they come back letter by letter.
"""

import re
from dataclasses import dataclass

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)")
_COLOUR = re.compile("#(?:[0-9a-fA-F]{3}){1,2}")


@dataclass(frozen=True, kw_only=True)
class Label:
    """A text of a chart: where its baseline begins, ends or has its middle.

    ``x``, ``y`` and ``size`` are in the chart's own pixels; ``anchor`` is ``start``,
    ``middle`` or ``end``.
    """

    text: str
    x: float
    y: float
    size: float
    anchor: str
    colour: str


def take_labels(svg: str) -> tuple[str, tuple[Label, ...]]:
    """Return the SVG without its plain texts, and those texts.

    A text is plain when nothing but ``translate`` moves it; any other stays in the
    SVG.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(svg.encode(), parser)
    labels = []
    for element in list(tree.iter(f"{_SVG}text")):
        label = _label(element)
        parent = element.getparent()
        if label is not None and parent is not None:
            labels.append(label)
            parent.remove(element)
    return etree.tostring(tree, encoding="unicode"), tuple(labels)


def _label(element: etree._Element) -> Label | None:
    origin = _origin(element)
    if origin is None or len(element) or (element.tail or "").strip():
        return None
    colour = element.get("fill", "#000")
    return Label(
        text=" ".join((element.text or "").split()),
        x=origin[0] + float(element.get("x", 0)),
        y=origin[1] + float(element.get("y", 0)),
        size=float(element.get("font-size", 16)),
        anchor=element.get("text-anchor", "start"),
        colour=colour if _COLOUR.fullmatch(colour) else "#000",
    )


def _origin(element: etree._Element) -> tuple[float, float] | None:
    """Where the text's own zero lies, if nothing turns or scales it."""
    x = y = 0.0
    for around in (element, *element.iterancestors()):
        transform = around.get("transform")
        if transform is None:
            continue
        move = _MOVE.fullmatch(transform.strip())
        if move is None:
            return None
        x += float(move[1])
        y += float(move[2] or 0)
    return x, y
