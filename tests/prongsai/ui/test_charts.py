"""Charts that every browser, every policy and every reader can take."""

import re
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from prongsai.ui import charts

MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค."]
KINDS = [charts.bars, charts.lines, charts.radar, charts.dots]
LONG = ["การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "การเปิดเผยข้อมูล"]


def make(kind, **fields):
    return kind(
        "การยืม",
        **{
            "labels": MONTHS,
            "series": {"2568": [1, 2, 3], "2569": [Decimal("1.5"), 4, 5]},
        }
        | fields,
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("labels", [MONTHS, LONG], ids=["short", "long"])
def test_a_picture_holds_nothing_the_policy_of_the_page_refuses(kind, labels):
    svg = make(kind, labels=labels).svg

    assert svg.startswith("<svg")
    assert not re.search(r"<style|<script|style=|\son\w+=|href=|class=", svg)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_a_name_and_a_description(kind):
    tree = etree.fromstring(make(kind, alt="ยืมมากขึ้นทุกเดือน").svg)

    named = tree.get("aria-labelledby", "").split()
    assert tree.get("role") == "img"
    assert [tree.xpath(f"string(//*[@id='{name}'])") for name in named] == [
        "การยืม",
        "ยืมมากขึ้นทุกเดือน",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_drawn_is_painted(kind):
    tree = etree.fromstring(make(kind).svg)

    for element in tree.iter("{*}rect", "{*}circle", "{*}text", "{*}path"):
        assert element.get("fill")
    for element in tree.iter("{*}path"):
        assert element.get("stroke")


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_beside_a_picture_holds_the_same_numbers(kind):
    table = make(kind, unit="ครั้ง").table

    assert [column.label for column in table.columns] == [
        "",
        "2568 (ครั้ง)",
        "2569 (ครั้ง)",
    ]
    assert [[str(cell) for cell in row.cells] for row in table.rows] == [
        ["ต.ค.", "1", "1.5"],
        ["พ.ย.", "2", "4"],
        ["ธ.ค.", "3", "5"],
    ]


def test_a_missing_number_is_a_dash_in_the_table_and_no_bar():
    chart = make(charts.bars, series={"2568": [1, None, 0]})

    drawn = etree.fromstring(chart.svg)
    assert str(chart.table.rows[1].cells[1]) == "–"
    assert len(list(drawn.iter("{*}rect"))) == 2


def test_a_web_with_a_missing_number_becomes_bars():
    chart = make(charts.radar, series={"2568": [1, None, 3]})

    assert list(etree.fromstring(chart.svg).iter("{*}rect"))


def test_lines_are_told_apart_without_colour():
    lines = [
        path.get("stroke-dasharray")
        for path in etree.fromstring(make(charts.lines).svg).iter("{*}path")
        if path.get("stroke-width") == "3"
    ]

    assert len(lines) == len(set(lines)) == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("series", [{}, {"2568": [None] * 3}])
def test_no_numbers_are_said_in_words(kind, series):
    assert "<svg" not in make(kind, series=series).svg


@pytest.mark.parametrize("kind", KINDS)
def test_labels_are_escaped(kind):
    nasty = "</text><script>alert(1)</script>"
    chart = kind(nasty, labels=[nasty] * 3, series={nasty: [1, 2, 3], "b": [1, 2, 3]})

    assert "<script" not in chart.svg


def test_numbers_that_do_not_fit_the_labels_are_a_mistake():
    with pytest.raises(ValueError, match="2568"):
        make(charts.bars, series={"2568": [1]})


def test_a_sparkline_is_a_small_named_picture():
    svg = charts.sparkline("แนวโน้ม", [1, 3, None, 2])

    assert "แนวโน้ม" in svg
    assert "<text" not in svg
    assert charts.sparkline("ว่าง", [None]) == ""


def test_the_figure_shows_picture_and_table():
    page = Template("{% figure chart %}").render(Context({"chart": make(charts.bars)}))

    assert "<svg" in page
    assert "<table" in page


@pytest.mark.slow
@given(
    st.lists(
        st.none()
        | st.integers(-(10**9), 10**9)
        | st.decimals(-(10**6), 10**6, places=2),
        min_size=1,
        max_size=6,
    )
)
def test_any_numbers_can_be_drawn(numbers):
    labels = [str(n) for n in range(len(numbers))]

    for kind in KINDS:
        chart = kind("ทดสอบ", labels=labels, series={"a": numbers})
        assert len(chart.table.rows) == len(numbers)
