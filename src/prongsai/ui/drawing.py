"""Pictures drawn by ourselves: shapes and texts by plain attributes, with their facts.

No script, no style sheet and no ``style``: the content security policy would drop them.
Colours are the page's own variables, each with the colour that holds without them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from lxml import etree

from prongsai.ui import painting
from prongsai.ui.lettering import LINE

INK, SOFT = "var(--ink, #23211e)", "var(--soft, #5a544c)"
WHITE, SAND, LINES = (
    "var(--white, #fff)",
    "var(--sand, #f1ede7)",
    "var(--line, #ddd6cc)",
)
EDGE, ACCENT = "var(--edge, #857c70)", "var(--accent, #b45309)"
OFFICE, TINT = "var(--office-ink, #0b5563)", "var(--office-tint, #ebf1f2)"


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture ready to be shown: caption, picture, the same facts as a list.

    ``tall`` is the same picture for a narrow screen, where there is one.
    """

    caption: str
    svg: SafeString
    facts: SafeString
    tall: SafeString | None = None


def canvas(width: float, height: float) -> etree._Element:
    """Return an empty picture of a size."""
    tree = etree.fromstring(f'<svg xmlns="{painting.SVG.strip("{}")}"/>')
    tree.set("viewBox", f"0 0 {width:g} {height:g}")
    return tree


def add(
    tree: etree._Element,
    tag: str,
    more: Mapping[str, str] | None = None,
    **painted: float | str,
) -> etree._Element:
    """Add a shape; ``more`` holds attributes whose names are no Python names."""
    plain = {
        name: value if isinstance(value, str) else f"{round(value, 1):g}"
        for name, value in painted.items()
    }
    return etree.SubElement(tree, f"{painting.SVG}{tag}", plain | dict(more or {}))


def write(  # noqa: PLR0913  # where, what, and how it looks
    tree: etree._Element,
    lines: Sequence[str],
    *,
    x: float,
    y: float,
    size: float,
    fill: str = INK,
    bold: bool = False,
    anchor: str = "middle",
    halo: bool = False,
) -> None:
    """Write lines under each other; ``y`` is the upper edge of the first."""
    more = {"text-anchor": anchor, "font-size": f"{size:g}"}
    if bold:
        more["font-weight"] = "700"
    if halo:
        more |= {
            "stroke": WHITE,
            "stroke-width": "4",
            "stroke-linejoin": "round",
            "paint-order": "stroke",
        }
    for number, line in enumerate(lines):
        baseline = y + (number + 0.72) * size * LINE
        text = add(tree, "text", more, x=x, y=baseline, fill=fill)
        text.text = line
