"""A chart as a picture of dots, for formats that take no SVG."""

from functools import cache
from pathlib import Path

import fontpkg_sarabun
import typst

from prongsai.ita.documents.rendering.blocks import Chart
from prongsai.ita.documents.rendering.chart import drawable

DOTS_PER_PIXEL = 2

_TEMPLATE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""
_POINTS_PER_INCH = 72


@cache
def _fonts() -> typst.Fonts:
    folder = Path(fontpkg_sarabun.__file__).parent / "files"
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def to_png(chart: Chart) -> bytes:
    """Return the chart as PNG, ``DOTS_PER_PIXEL`` times as wide as it says it is."""
    compiler = typst.Compiler(
        _TEMPLATE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"svg": drawable(chart.svg), "width": str(chart.width)},
    )
    png = compiler.compile(format="png", ppi=_POINTS_PER_INCH * DOTS_PER_PIXEL)
    if not isinstance(png, bytes):
        raise TypeError(type(png))
    return png
