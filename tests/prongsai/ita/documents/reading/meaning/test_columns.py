"""Columns are known by what their heads mean, in any order and wording."""

import pytest

from prongsai.ita.documents.reading.meaning.columns import (
    Column,
    meaning_of,
    measure_heads,
    year_in,
)
from prongsai.ita.documents.reading.pages.source import Cell, Row

HEADS = {
    Column.NUMBER: ["ลำดับ", "ลำดับ ที่", "ที่", "No."],
    Column.INDICATOR: ["ตัวชี้วัด", "ตัวชี้วัดที่"],
    Column.MEASURE: [
        "มาตรการ",
        "มาตรการ/แนวทาง",
        "มาตรการ โครงการ หรือกิจกรรม",
        "มาตรการ/ กิจกรรมที่ดำเนินการ",
        "กิจกรรม/โครงการ",
        "แนวทาง/มาตรการ",
        "Measure",
    ],
    Column.ANALYSIS: [
        "ผลการวิเคราะห์",
        "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ",
        "ข้อบกพร่อง",
    ],
    Column.STEPS: [
        "ขั้นตอน",
        "ขั้นตอนหรือวิธีการปฏิบัติ",
        "วิธีดำเนินการ",
        "แนวทางการปฏิบัติ",
        "Steps",
    ],
    Column.PERIOD: [
        "ระยะเวลา",
        "ช่วงระยะเวลาในการ ดำเนินการ",
        "ห้วงเวลา",
        "กำหนดแล้วเสร็จ",
    ],
    Column.RESPONSIBLE: [
        "ผู้รับผิดชอบ",
        "หน่วยงาน ผู้รับผิดชอบ",
        "ส่วนราชการที่รับผิดชอบ",
        "สำนัก/กอง",
    ],
    Column.OUTPUT: [
        "ผลดำเนินการ (output)",
        "ผลการดำเนินการ",
        "สรุปผลการดำเนินการตามมาตรการ",
        "ผลผลิต",
        "Output",
    ],
    Column.OUTCOME: [
        "ผลลัพธ์",
        "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
        "ผลสัมฤทธิ์",
        "ผลลัพธ์/ความสำเร็จ",
        "ความสำเร็จของการดำเนินการ",
    ],
}


def row(*texts: str) -> Row:
    return Row(cells=tuple(Cell(paragraphs=(t,) if t else ()) for t in texts))


@pytest.mark.parametrize(
    ("column", "head"), [(c, h) for c, heads in HEADS.items() for h in heads]
)
def test_a_head_means_its_column(column, head):
    assert meaning_of(head) is column


@pytest.mark.parametrize("head", ["", "ทดสอบ", "กข" * 100])
def test_other_words_mean_nothing(head):
    assert meaning_of(head) is None


def test_a_row_of_heads_is_the_head_of_a_table():
    heads = measure_heads(row("ผลลัพธ์", "ระยะเวลา", "", "มาตรการ", "วิธีการ"))

    assert heads == {
        0: Column.OUTCOME,
        1: Column.PERIOD,
        3: Column.MEASURE,
        4: Column.STEPS,
    }


def test_a_row_of_content_is_no_head():
    content = row("1. มาตรการทดสอบ", "1. ขั้นตอนแรก", "ต.ค. 67", "กองคลัง", "ผลผลิต")

    assert measure_heads(content) is None


def test_an_aspect_column_is_the_measure_where_nothing_else_is():
    heads = measure_heads(row("ประเด็น", "วิธีการ", "ระยะเวลา"))

    assert heads is not None
    assert heads[0] is Column.MEASURE


def test_activities_beside_measures_are_their_steps():
    heads = measure_heads(row("มาตรการ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"))

    assert heads is not None
    assert heads[1] is Column.STEPS


@pytest.mark.parametrize(
    ("text", "year"),
    [("คะแนนปี ๒๕๖๘", "2568"), ("ปี 2567 และ 2568", None), ("คะแนน", None)],
)
def test_year_in_names_one_year(text, year):
    assert year_in(text) == year
