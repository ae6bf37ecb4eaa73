"""A chart becomes a PNG of its own size, the same one every time."""

import struct

from prongsai.ita.documents.rendering.blocks import Chart
from prongsai.ita.documents.rendering.picture import DOTS_PER_PIXEL, to_png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" '
    'height="40"><text y="20" font-family="Sarabun">{}</text></svg>'
)


def make_chart(text: str) -> Chart:
    return Chart(title="", alt="", svg=SVG.format(text), width=60, height=40)


def test_to_png_is_as_large_as_the_chart_says():
    png = to_png(make_chart("กข"))

    assert png.startswith(b"\x89PNG")
    size = struct.unpack(">II", png[16:24])
    assert size == (60 * DOTS_PER_PIXEL, 40 * DOTS_PER_PIXEL)


def test_to_png_draws_thai_and_is_deterministic():
    assert to_png(make_chart("กข")) == to_png(make_chart("กข"))
    assert to_png(make_chart("กข")) != to_png(make_chart("คง"))
