"""A memo: its head as the rules want it, who proposes, who gives an opinion."""

from dataclasses import replace

import pytest

from prongsai.ita.documents.rendering.blocks import (
    MemoHead,
    Numbering,
    Opinion,
    Orientation,
    Paragraph,
    Signature,
    Style,
)
from prongsai.ita.documents.rendering.contents.memo import build
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender
from tests.factories import make_memo, make_report


def test_memo_is_portrait_and_its_head_names_its_fields():
    (section,) = build(make_report(), Wording()).sections

    head = section.blocks[0]
    assert isinstance(head, MemoHead)
    assert head.name == "บันทึกข้อความ"
    assert [[field.label for field in row] for row in head.rows] == [
        ["ส่วนราชการ"],
        ["ที่", "วันที่"],
        ["เรื่อง"],
    ]
    assert head.rows[1][1].value == "๘ ตุลาคม ๒๕๖๘"
    assert section.orientation is Orientation.PORTRAIT
    assert section.numbering is Numbering.MEMO


def test_memo_addresses_then_speaks():
    blocks = build(make_report(), Wording()).blocks
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]

    assert [p.style for p in paragraphs] == [Style.LINE, *[Style.BODY] * 3]
    assert paragraphs[0].text == "เรียน นายกองค์การบริหารส่วนตำบลทดสอบดี"


def test_first_signer_signs_and_the_others_give_opinions():
    blocks = build(make_report(), Wording()).blocks

    signed = [b for b in blocks if isinstance(b, Signature | Opinion)]
    assert [type(block) for block in signed] == [Signature, *[Opinion] * 3]
    captions = [b.caption for b in signed if isinstance(b, Opinion)]
    assert captions == [
        "ความเห็นหัวหน้าสำนักปลัด",
        "ความเห็นปลัดองค์การบริหารส่วนตำบลทดสอบดี",
        "ความเห็นนายกองค์การบริหารส่วนตำบลทดสอบดี",
    ]


def test_memo_keeps_a_date_that_is_no_day_as_printed():
    memo = replace(make_memo(), date="ตุลาคม 2568")

    head = build(make_report(memo=memo), Wording(digits=None)).blocks[0]

    assert isinstance(head, MemoHead)
    assert head.rows[1][1].value == "ตุลาคม 2568"


def test_report_without_a_memo_gives_none():
    with pytest.raises(CannotRender) as raised:
        build(make_report(memo=None), Wording())

    assert raised.value.facts == {"document": "memo", "missing": "memo"}
