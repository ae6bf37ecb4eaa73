"""Bars on a phone: nothing is cut off, every label and number is readable."""

import re

from lxml import etree

from prongsai.ui import charts
from prongsai.ui.lying_bars import WIDTH

LONG = "การจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"


def tall(**series):
    chart = charts.bars("คะแนน", labels=[LONG, "o2"], series=series)
    return chart, etree.fromstring(chart.tall or "<none/>")


def test_every_bar_leaves_room_for_its_number():
    _, tree = tall(a=[100, 25], b=[0, None])

    bars = list(tree.iter("{*}rect"))[2:]
    assert [float(bar.get("width")) <= WIDTH - 20 for bar in bars] == [True] * 4
    assert {"100", "25", "0", "–", "o2", "a", "b"} <= {
        text.text for text in tree.iter("{*}text")
    }


def test_a_long_label_is_parted_into_lines():
    _, tree = tall(a=[1, 2])

    lines = [text.text for text in tree.iter("{*}text")]
    assert LONG not in lines
    assert LONG in "".join(lines)


def test_the_wide_picture_and_the_tall_one_share_no_id():
    chart, _ = tall(a=[1, 2])

    ids = [re.findall(r' id="([^"]+)"', svg) for svg in (chart.svg, chart.tall)]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])


def test_the_tall_picture_holds_nothing_the_policy_refuses():
    chart, _ = tall(a=[1, 2])

    assert not re.search(r"<style|<script|style=|\son\w+=|href=|class=", chart.tall)


def test_numbers_below_zero_are_drawn_wide_only():
    chart, _ = tall(a=[-1, 2])

    assert chart.tall is None
    assert "<svg" in chart.svg
