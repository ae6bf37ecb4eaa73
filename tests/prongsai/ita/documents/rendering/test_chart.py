"""The chart stands alone, is named, and draws what it was given."""

import pytest
from lxml import etree

from prongsai.ita.documents.rendering.chart import (
    COLOURS,
    WIDTH,
    Bars,
    draw,
    drawable,
    height,
)
from prongsai.ita.thai.digits import to_thai

SVG = "{http://www.w3.org/2000/svg}"


def make_bars(**years: list[str]) -> Bars:
    return Bars(
        title="คะแนนสองปี",
        alt="ตัวเลขอยู่ในตาราง",
        labels=["๑ งานแรก", "๒ งานที่สอง"],
        years=years or {"ปี ๒๕๖๗": ["80.00", "0.00"], "ปี ๒๕๖๘": ["90.50", "100.00"]},
        number=lambda value: to_thai(str(value)),
    )


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(svg).iter(f"{SVG}text")]


def test_draw_needs_no_script_style_sheet_or_address():
    svg = draw(make_bars())

    tags = {etree.QName(e).localname for e in etree.fromstring(svg).iter()}
    assert tags == {"svg", "title", "desc", "g", "rect", "path", "text"}
    for outside in ("href", "url(", "@import", "http://pygal", "<!--"):
        assert outside not in svg


def test_draw_prints_labels_years_points_and_axis():
    found = texts(draw(make_bars()))

    assert {"๑ งานแรก", "๒ งานที่สอง", "ปี ๒๕๖๗", "ปี ๒๕๖๘"} <= set(found)
    assert {"80.00", "0.00", "90.50", "100.00"} <= set(found)
    assert {"๐", "๕๐", "๑๐๐"} <= set(found)


def test_draw_names_and_describes_the_picture():
    root = etree.fromstring(draw(make_bars()))

    named = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert root.get("role") == "img"
    assert [e.text for e in named if e is not None] == [
        "คะแนนสองปี",
        "ตัวเลขอยู่ในตาราง",
    ]
    assert root.get("aria-labelledby") == " ".join(
        e.get("id", "") for e in named if e is not None
    )


def test_draw_leaves_out_a_bar_that_has_no_points():
    svg = draw(make_bars(ปี=["ไม่ประเมิน", "50.00"]))

    bars = [e for e in etree.fromstring(svg).iter() if e.get("fill") == COLOURS[0]]
    assert len(bars) == 2  # one bar, one square of the legend
    assert "ไม่ประเมิน" not in texts(svg)


def test_draw_makes_longer_bars_of_more_points():
    svg = draw(make_bars(ปี=["20.00", "80.00"]))

    fills = etree.fromstring(svg).iter(f"{SVG}rect")
    widths = [float(e.get("width", 0)) for e in fills if e.get("fill") == COLOURS[0]]
    assert max(widths) == pytest.approx(4 * sorted(widths)[-2])


def test_draw_is_deterministic_and_as_large_as_it_says():
    svg = draw(make_bars())
    root = etree.fromstring(svg)

    assert svg == draw(make_bars())
    assert (root.get("width"), root.get("height")) == (
        str(WIDTH),
        str(height(make_bars())),
    )


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_stands_out_from_white(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_drawable_takes_sara_am_apart_in_writing_order():
    assert drawable("อำ น้ำ") == "อ\u0e4d\u0e32 น\u0e4d\u0e49\u0e32"
