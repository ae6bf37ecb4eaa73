"""The memo in front of a report: its head, its body, its chain of signers."""

import pytest

from prongsai.ita.documents.model.report import Role, Signer
from prongsai.ita.documents.reading.meaning.memo import read_memo
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text

MEMO = """\
บันทึกข้อความ

ส่วนราชการ สำนักปลัดองค์การบริหารส่วนตำบลทดสอบดี โทร. ๐-๐๐๐๐-๐๐๐๐
ที่ ทด ๐๐๐๐๑/๑๒ วันที่ ๘ ตุลาคม ๒๕๖๘
เรื่อง รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
เรียน นายกองค์การบริหารส่วนตำบลทดสอบดี

ด้วยสำนักปลัดได้จัดทำรายงานแล้วเสร็จ

จึงเรียนมาเพื่อโปรดทราบ

(นางสาวทดลอง ตัวอย่าง)
นักวิเคราะห์นโยบายและแผน

ความเห็นหัวหน้าสำนักปลัด
.....
เห็นควรเสนอ
(นายสมมติ ตัวอย่าง)
หัวหน้าสำนักปลัด

ความเห็นปลัด
(นายทดแทน ตัวอย่าง)
รองปลัด รักษาราชการแทน
ปลัดองค์การบริหารส่วนตำบลทดสอบดี
(นายลองดู ตัวอย่าง)
นายกองค์การบริหารส่วนตำบลทดสอบดี

รายงานผลการดำเนินการ
ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
"""


def test_the_head_is_read_even_from_one_line():
    memo, _, _ = read_memo(read_text(MEMO).blocks)

    assert memo is not None
    assert memo.from_ == "สำนักปลัดองค์การบริหารส่วนตำบลทดสอบดี โทร. ๐-๐๐๐๐-๐๐๐๐"
    assert (memo.number, memo.date) == ("ทด ๐๐๐๐๑/๑๒", "2025-10-08")
    assert memo.to == "นายกองค์การบริหารส่วนตำบลทดสอบดี"
    assert memo.body[-1] == "จึงเรียนมาเพื่อโปรดทราบ"


def test_signers_have_roles():
    memo, _, _ = read_memo(read_text(MEMO).blocks)

    assert memo is not None
    assert [s.role for s in memo.signers] == [
        Role.PROPOSER,
        Role.HEAD,
        Role.CLERK,
        Role.MAYOR,
    ]
    assert memo.signers[1] == Signer(
        name="นายสมมติ ตัวอย่าง", position="หัวหน้าสำนักปลัด", role=Role.HEAD
    )


def test_who_acts_for_somebody_keeps_both_lines():
    memo, _, _ = read_memo(read_text(MEMO).blocks)

    assert memo is not None
    assert memo.signers[2].position == (
        "รองปลัด รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบลทดสอบดี"
    )


def test_an_opinion_has_no_field_and_is_told():
    _, notices, _ = read_memo(read_text(MEMO).blocks)

    assert "เห็นควรเสนอ" in [n.text for n in notices]


def test_the_report_behind_it_is_left_alone():
    _, _, rest = read_memo(read_text(MEMO).blocks)

    assert [b.text for b in rest if hasattr(b, "text")] == [
        "รายงานผลการดำเนินการ",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    ]


def test_a_memo_alone_is_a_document():
    report = read_report(read_text(MEMO.split("รายงานผลการดำเนินการ\n", maxsplit=1)[0]))

    assert report.kind == "memo"
    assert report.fiscal_year == 2568
    assert report.organisation is not None


@pytest.mark.parametrize("date", ["๘ ตุลา", ""])
def test_a_date_that_cannot_be_read_stays_as_printed(date):
    text = MEMO.replace("๘ ตุลาคม ๒๕๖๘", date)

    memo, _, _ = read_memo(read_text(text).blocks)

    assert memo is not None
    assert memo.date == date


def test_no_memo_is_none():
    blocks = read_text("รายงาน\n").blocks

    assert read_memo(blocks) == (None, [], list(blocks))
