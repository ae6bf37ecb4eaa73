"""The memo that an office decides: what is printed when, and in which words."""

from dataclasses import replace
from datetime import date

import pytest

from prongsai.ita.documents.rendering.blocks import (
    MemoHead,
    Opinion,
    Paragraph,
    Signature,
    Stamp,
    Style,
)
from prongsai.ita.documents.rendering.contents.chain import (
    CHOICES,
    Answer,
    ChainMemo,
    Check,
    Part,
    Refused,
    Signed,
    build,
)
from prongsai.ita.documents.rendering.wording import Digits, Wording

DAY = date(2025, 11, 20)
PROPOSER = Signed(name="นายก สมมติ", titles=("นักวิเคราะห์",), day=DAY, hour="09:05")
SIGNED = Signed(
    name="นางข สมมติ", titles=("ปลัด", "รักษาราชการแทน นายก"), day=DAY, hour="10:00"
)
ROOM = Signed(name="นางข สมมติ", titles=("ปลัด",))
MEMO = ChainMemo(
    from_="กองทดสอบ",
    number="ทส 1/5",
    day=DAY,
    subject="ขอซื้อสี",
    to="นายก",
    parts=(
        Part(kind="background", text=" "),
        Part(kind="facts", text="มี 3 ถัง\nใช้ 2 ถัง"),
        Part(kind="law", text="ข้อ 1"),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    proposer=PROPOSER,
)


def blocks(memo, wording=None):
    return build(memo, wording or Wording()).blocks


def test_parts_are_numbered_as_they_are_there():
    body = [
        (b.label, b.text)
        for b in blocks(MEMO)
        if isinstance(b, Paragraph) and b.style is Style.BODY
    ]

    assert body == [
        ("๑. ข้อเท็จจริง", "มี ๓ ถัง"),
        ("", "ใช้ ๒ ถัง"),
        ("๒. ข้อกฎหมาย", "ข้อ ๑"),
        ("", "จึงเรียนมาเพื่อโปรดทราบ"),
    ]


def test_the_head_carries_number_day_and_urgency():
    [head] = [
        b for b in blocks(replace(MEMO, urgency="urgent")) if isinstance(b, MemoHead)
    ]

    assert head.urgency == "ด่วน"
    assert [f.value for row in head.rows for f in row] == [
        "กองทดสอบ", "ทส ๑/๕", "๒๐ พฤศจิกายน ๒๕๖๘", "ขอซื้อสี",
    ]  # fmt: skip


def test_a_usual_memo_has_neither_urgency_nor_mark():
    document = build(MEMO, Wording())

    assert document.sections[0].mark == ""
    assert [b.urgency for b in document.blocks if isinstance(b, MemoHead)] == [""]


@pytest.mark.parametrize(
    ("code", "word"),
    [("confidential", "ลับ"), ("secret", "ลับมาก"), ("top_secret", "ลับที่สุด")],
)
def test_secrecy_marks_the_section(code, word):
    assert build(replace(MEMO, secrecy=code), Wording()).sections[0].mark == word


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        (PROPOSER, "ลงนามทางอิเล็กทรอนิกส์ เมื่อ ๒๐ พฤศจิกายน ๒๕๖๘ เวลา ๐๙:๐๕ น."),
        (replace(PROPOSER, hour=""), "ลงนามบนกระดาษ เมื่อ ๒๐ พฤศจิกายน ๒๕๖๘"),
        (replace(PROPOSER, day=None), ""),
    ],
)
def test_a_signature_says_how_and_when(signed, said):
    [signature] = [
        b for b in blocks(replace(MEMO, proposer=signed)) if isinstance(b, Signature)
    ]

    assert signature.signed == said


def opinion(answer):
    [found] = [
        b for b in blocks(replace(MEMO, answers=(answer,))) if isinstance(b, Opinion)
    ]
    return found


def test_an_answer_says_what_was_decided_by_whom_in_whose_place():
    found = opinion(
        Answer(
            position="นายก",
            decides=True,
            signed=SIGNED,
            opinion="ให้รีบ",
            decisions=("agreed", "assigned"),
            assigned="กองช่าง",
        )
    )

    assert found.caption == "คำสั่งนายก"
    assert found.said[:2] == ("เห็นชอบ มอบหมาย กองช่าง", "ให้รีบ")
    assert found.said[2].startswith("ไม่มีส่วนได้เสีย")
    assert found.lines == 0
    assert found.signature.more == ("รักษาราชการแทน นายก",)


def test_an_opinion_is_no_order():
    found = opinion(Answer(position="ปลัด", decides=False, signed=SIGNED))

    assert found.caption == "ความเห็นปลัด"


def test_a_refusal_gives_its_reasons_and_the_way_to_appeal():
    refused = Refused(
        facts="ไม่พอ", law="ข้อ 2", considerations="จำเป็นกว่า", appeal_days=15,
        appeal_to="นายก",
    )  # fmt: skip

    said = opinion(
        Answer(
            position="นายก",
            decides=True,
            signed=SIGNED,
            decisions=("refused",),
            refused=refused,
        )
    ).said

    assert said[:4] == (
        "ไม่อนุมัติ",
        "ข้อเท็จจริง: ไม่พอ",
        "ข้อกฎหมาย: ข้อ ๒",
        "ข้อพิจารณา: จำเป็นกว่า",
    )
    assert "ต่อนายก ภายใน ๑๕ วัน" in said[4]
    assert "มาตรา ๔๔" in said[4]


def test_before_it_is_answered_there_are_boxes_and_lines():
    found = opinion(Answer(position="นายก", decides=True, signed=ROOM))

    assert found.lines == 2
    assert found.said[0].count("(......)") == len(CHOICES)
    assert found.signature.signed == ""


@pytest.mark.parametrize("why", ["vacant", "own_request", "interest"])
def test_a_step_passed_over_says_why_and_leaves_no_room_to_sign(why):
    answer = Answer(
        position="ปลัด", decides=False, signed=None, passed_over=why, opinion="เหตุ 1"
    )

    shown = blocks(replace(MEMO, answers=(answer,)))

    assert not [b for b in shown if isinstance(b, Opinion)]
    [line] = [b for b in shown if isinstance(b, Paragraph) and "เหตุ ๑" in b.text]
    assert line.label == "ความเห็นปลัด"
    assert line.text != "เหตุ ๑"


def test_the_check_keeps_its_address_as_it_is():
    check = Check(
        svg="<svg/>", side=10, address="https://a.example/1/2568", digest="9" * 64
    )

    [stamp] = [b for b in blocks(replace(MEMO, check=check)) if isinstance(b, Stamp)]

    assert stamp.lines[1] == "https://a.example/1/2568"
    assert stamp.side == 10


def test_enclosures_stand_below_the_addressee():
    shown = blocks(replace(MEMO, enclosures=("แผน 1.pdf", "ข.pdf")))

    [line] = [b for b in shown if isinstance(b, Paragraph) and ".pdf" in b.text]
    assert line.text == "สิ่งที่ส่งมาด้วย แผน ๑.pdf, ข.pdf"


def test_in_english_with_arabic_digits():
    shown = blocks(MEMO, Wording(language="en", digits=Digits.ARABIC))

    [signature] = [b for b in shown if isinstance(b, Signature)]
    assert signature.signed == "Signed electronically on 20 พฤศจิกายน 2568 at 09:05"


def test_a_memo_without_subject_is_still_called_something():
    assert build(replace(MEMO, subject=""), Wording()).title == "บันทึกข้อความ"
