"""A fiscal year as a picture that every policy and every reader can take."""

import re
from datetime import date

from django.utils import translation
from lxml import etree

from prongsai.ui import years
from prongsai.ui.years import Bar, Mark

FIRST = date(2025, 10, 1)
LONG = "จัดทำคู่มือปฏิบัติงานของภารกิจหลักทุกกองและเผยแพร่ให้บุคลากรทราบโดยทั่วกันทุกคน"
WORK = Bar(
    label="ติดป้าย",
    start=date(2025, 10, 1),
    end=date(2026, 3, 31),
    marks=[
        Mark(on=date(2025, 11, 30), state="done"),
        Mark(on=date(2026, 1, 31), state="late"),
        Mark(on=date(2026, 3, 31), state="due"),
        Mark(on=None, state="due"),
    ],
)


def draw(*bars, today=date(2026, 2, 10)):
    return years.year("แผน", first=FIRST, bars=bars, today=today)


def shapes(chart, tag):
    return list(etree.fromstring(chart.svg).iter(f"{{*}}{tag}"))


def test_the_picture_holds_nothing_the_policy_of_the_page_refuses():
    svg = draw(WORK).svg

    assert svg.startswith("<svg")
    assert not re.search(r"<style|<script|style=|\son\w+=|href=|class=", svg)
    assert 'role="img"' in svg


def test_done_due_and_late_have_shapes_of_their_own():
    chart = draw(WORK)

    full, empty = 2, 2  # each with its sign in the legend
    circles = [shape.get("fill") for shape in shapes(chart, "circle")]
    assert (len(circles) - circles.count("#fff"), circles.count("#fff")) == (
        full,
        empty,
    )
    assert len(shapes(chart, "rect")) == 3  # the bar, the late step, the legend


def test_a_half_year_is_half_as_wide():
    [bar] = [s for s in shapes(draw(WORK), "rect") if s.get("rx")]

    assert abs(float(bar.get("width", "0")) - 628 / 2) < 2


def test_today_is_a_line_only_within_the_year():
    inside, outside = draw(WORK), draw(WORK, today=date(2026, 10, 1))

    dashed = [
        [s for s in shapes(chart, "path") if s.get("stroke-dasharray")]
        for chart in (inside, outside)
    ]
    assert [len(found) for found in dashed] == [2, 1]  # the legend always


def test_months_begin_in_october_in_either_language():
    with translation.override("th"):
        thai = [s.text for s in shapes(draw(WORK), "text")][:12]
    with translation.override("en"):
        english = [s.text for s in shapes(draw(WORK), "text")][:12]

    assert (thai[0], thai[-1]) == ("ต.ค.", "ก.ย.")
    assert (english[0], english[-1]) == ("Oct", "Sep")


def test_a_work_outside_the_year_stays_inside_the_picture():
    outside = Bar(label="ก", start=date(2020, 1, 1), end=date(2030, 1, 1))

    [bar] = [s for s in shapes(draw(outside), "rect") if s.get("rx")]

    assert float(bar.get("x", "0")) + float(bar.get("width", "0")) <= 640


def test_a_long_name_is_cut_between_words_and_whole_in_the_table():
    chart = draw(Bar(label=LONG))

    said = [s.text or "" for s in shapes(chart, "text")]
    [short] = [text for text in said if text.endswith("…")]
    assert LONG.startswith(short[:-1])
    assert str(chart.table.rows[0].cells[0]) == LONG


def test_the_table_says_what_the_picture_shows():
    cells = [str(cell) for cell in draw(WORK).table.rows[0].cells]

    assert cells[3:5] == ["1/4", "1"]
    assert cells[0] == "ติดป้าย"


def test_without_works_it_says_so():
    assert "<svg" not in draw().svg
