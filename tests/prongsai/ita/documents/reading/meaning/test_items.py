"""Points are split at their markers and nowhere else, and nested as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.model.report import Item
from prongsai.ita.documents.reading.meaning.items import points_of, split_items
from prongsai.ita.thai.digits import to_thai

words = st.text(alphabet="กขคงจดนมรลวส ", min_size=2, max_size=20).map(
    lambda text: f"จัด{text.strip()}"
)


def shape(items: tuple[Item, ...]) -> list[object]:
    return [
        (i.marker, i.text, shape(i.items)) if i.items else (i.marker, i.text)
        for i in items
    ]


@pytest.mark.parametrize("marker", ["{}.", "{})", "({})"])
@given(texts=st.lists(words, min_size=2, max_size=9))
def test_a_list_in_one_line_is_split_in_every_numbering(marker, texts):
    markers = [to_thai(marker.format(n)) for n in range(1, len(texts) + 1)]
    line = " ".join(f"{m} {t}" for m, t in zip(markers, texts, strict=True))

    items = split_items([line])

    assert [i.marker for i in items] == markers
    assert [i.text for i in items] == [" ".join(t.split()) for t in texts]


@given(st.lists(words, min_size=1, max_size=6))
def test_paragraphs_and_one_line_say_the_same(texts):
    numbered = [f"{n}. {t}" for n, t in enumerate(texts, start=1)]

    assert split_items(numbered) == split_items([" ".join(numbered)])


@given(st.lists(st.text(max_size=40), max_size=6))
def test_no_letter_is_lost(paragraphs):
    def letters(item):
        return item.marker + item.text + "".join(map(letters, item.items))

    found = "".join(map(letters, split_items(paragraphs)))

    kept = "".join(point.flat() for point in points_of(paragraphs))
    assert "".join(found.split()) == "".join(kept.split())


def test_a_marker_needs_no_space_after_it():
    assert shape(split_items(["๑.จัดทำ", "๒.แจ้งเวียน"])) == [
        ("๑.", "จัดทำ"),
        ("๒.", "แจ้งเวียน"),
    ]


def test_dashes_under_a_number_are_its_points():
    items = split_items(["1. เผยแพร่ผ่าน", "- เว็บไซต์", "- ไลน์", "2. รายงาน"])

    assert shape(items) == [
        ("1.", "เผยแพร่ผ่าน", [("-", "เว็บไซต์"), ("-", "ไลน์")]),
        ("2.", "รายงาน"),
    ]


def test_numbers_in_brackets_under_a_number_are_its_points():
    items = split_items(["๑. ประกอบด้วย (๑) ชื่อ (๒) ขั้นตอน", "๒. เผยแพร่"])

    assert shape(items) == [
        ("๑.", "ประกอบด้วย", [("(๑)", "ชื่อ"), ("(๒)", "ขั้นตอน")]),
        ("๒.", "เผยแพร่"),
    ]


def test_decimals_belong_to_their_number():
    items = split_items(["๓. ช่องทาง", "๓.๑ คำร้อง", "๓.๒ สถานที่", "๔. อื่น"])

    assert shape(items) == [
        ("๓.", "ช่องทาง", [("๓.๑", "คำร้อง"), ("๓.๒", "สถานที่")]),
        ("๔.", "อื่น"),
    ]


def test_doubled_and_restarted_numbers_are_kept_as_printed():
    items = split_items(["๑. ก่อน", "๒. แล้ว", "๒. ซ้ำ", "๑. ใหม่", "๒. จบ"])

    assert [i.marker for i in items] == ["๑.", "๒.", "๒.", "๑.", "๒."]


def test_a_list_after_a_lead_in_belongs_to_it():
    items = split_items(["กองทดสอบดำเนินการ", "1. เผยแพร่", "2. ประกาศ"])

    assert shape(items) == [
        ("", "กองทดสอบดำเนินการ", [("1.", "เผยแพร่"), ("2.", "ประกาศ")])
    ]


def test_a_list_that_starts_at_two_follows_its_broken_first_point():
    items = split_items(["-เจ้าหน้าที่จัดทำอย่างน้อย ๑ งาน ๒. เผยแพร่ ๓. จัดทำ"])

    assert [i.marker for i in items] == ["-", "๒.", "๓."]


@pytest.mark.parametrize(
    "text",
    [
        "มีคู่มือ จำนวน ๔ กอง",
        "มีคู่มือ จำนวน 4. กอง",
        "รายงาน พ.ศ. ๒๕๖๘ แล้วเสร็จ",
        "อบรมเมื่อวันที่ ๑ ต.ค. ๖๗ - ๓ ต.ค. ๖๗",
        "เปิดวันจันทร์ - วันศุกร์ เวลา 08.30 - 16.30 น.",
        "ระบบ E - Service ของหน่วยงาน",
        "ขอน้ำอุปโภค-บริโภค",
        "ตามหนังสือข้อ ๒. ของระเบียบ",
        "ร้อยละ 96.33 ของผู้รับบริการ",
        "ปีงบประมาณ ๒๕๖๕- ภายในเดือนมกราคม",
        "ตามเอกสารแนบ (๒)",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text):
    assert shape(split_items([text])) == [("", text)]


@pytest.mark.parametrize("bullet", ["-", "•", "–", "*", "▪", "✓"])
def test_every_bullet_is_a_marker_at_the_start(bullet):
    items = split_items([f"{bullet} หนึ่ง", f"{bullet}สอง"])

    assert shape(items) == [(bullet, "หนึ่ง"), (bullet, "สอง")]


def test_dashes_inside_a_line_are_points_when_there_are_several():
    items = split_items(["จำนวน ๒ กอง - กองหนึ่ง - กองสอง"])

    assert shape(items) == [("", "จำนวน ๒ กอง", [("-", "กองหนึ่ง"), ("-", "กองสอง")])]


def test_a_word_before_a_number_that_ends_in_thi_is_no_ordinal():
    items = split_items(["๑.แจ้งเจ้าหน้าที่ ๒.จัดทำคู่มือ"])

    assert [i.marker for i in items] == ["๑.", "๒."]


def test_text_without_a_marker_goes_on_with_the_point_before():
    items = split_items(["๑. เผยแพร่ทาง", "เว็บไซต์"])

    assert shape(items) == [("๑.", "เผยแพร่ทาง เว็บไซต์")]


def test_flat_keeps_the_points_as_they_were_printed():
    [point] = points_of(["๑.ข้อมูล", "-ผู้บริหาร", "- พนักงาน"])

    assert point.flat() == "๑.ข้อมูล -ผู้บริหาร - พนักงาน"
    assert point.flat(marker=False) == "ข้อมูล -ผู้บริหาร - พนักงาน"


def test_thai_letters_number_a_list_only_in_order():
    assert [i.marker for i in split_items(["(ก) หนึ่ง (ข) สอง"])] == ["(ก)", "(ข)"]
    assert shape(split_items(["(ข) เท่านั้น"])) == [("", "(ข) เท่านั้น")]
