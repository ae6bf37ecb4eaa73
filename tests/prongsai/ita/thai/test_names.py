"""Offices and seats are told apart from the words around them."""

import pytest

from prongsai.ita.thai.names import (
    OFFICE_TYPES,
    Office,
    Seat,
    find_offices,
    find_seat,
)


@pytest.mark.parametrize(
    ("written", "kind"),
    [(way, kind) for kind, ways in OFFICE_TYPES.items() for way in ways],
)
def test_every_way_of_writing_a_kind_is_spelled_out(written, kind):
    assert find_offices(f"ของ{written}ทดสอบดี อำเภอ") == [
        Office(kind=kind, name="ทดสอบดี")
    ]


def test_a_gap_from_the_layout_does_not_hide_a_name():
    text = "องค์การบริหาร ส่วนตำบล ทดสอบดี ได้จัดทำ"

    assert find_offices(text) == [Office(kind="องค์การบริหารส่วนตำบล", name="ทดสอบดี")]


def test_a_text_without_an_office_has_none():
    assert find_offices("สำนักปลัดได้จัดทำคู่มือ") == []


@pytest.mark.parametrize(
    "text",
    ["อำเภอตัวอย่าง จังหวัดสมมติ", "อำเภอ ตัวอย่าง จังหวัด สมมติ", "อ.ตัวอย่าง จ.สมมติ"],
)
def test_a_seat_is_district_and_province(text):
    assert find_seat(text) == Seat(district="ตัวอย่าง", province="สมมติ")


def test_a_district_alone_is_no_seat():
    assert find_seat("อำเภอตัวอย่าง") is None
