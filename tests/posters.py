"""Posters to test with: one of each subject, all invented."""

from typing import Any

from prongsai.registers.news.actions import posters
from prongsai.registers.news.actions.posters import PosterDraft
from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from prongsai.registers.news.queries.senders import Sender
from tests.cast import NOW, make_user

SURVEY = "https://survey.example.org/s/abc"
SENDER = Sender(
    name="องค์การบริหารส่วนตำบลตัวอย่าง",
    type="subdistrict",
    colour="#0b5563",
    seal=b"",
    place="ตำบลตัวอย่าง อำเภอสมมติ",
    phones="0 0000 0000",
    email="office@example.org",
    site="https://office.example.org",
)
CONTENTS: dict[Subject, dict[str, Any]] = {
    Subject.SERVICE: {
        "lead": "ยื่นได้ทุกวันทำการ",
        "steps": [["ยื่นคำขอ", "5 นาที"], ["รับใบอนุญาต", "1 วันทำการ"]],
        "documents": ["สำเนาทะเบียนบ้าน"],
        "fee": "ไม่มีค่าธรรมเนียม",
        "channel": "ศูนย์บริการร่วม",
        "address": "https://office.example.org/services/",
    },
    Subject.BUDGET: {
        "amounts": [["ด้านบริหารทั่วไป", "1200000"], ["ด้านบริการชุมชน", "800000.50"]],
        "source": "ข้อบัญญัติ",
    },
    Subject.COMPLAINT: {
        "channels": [["โทรศัพท์", "0 0000 0000"]],
        "promise": ["ข้อมูลของผู้แจ้งเป็นความลับ"],
    },
    Subject.EIT: {"address": SURVEY, "how": ["สแกนคิวอาร์โค้ด"], "until": "สิ้นเดือน"},
    Subject.FREE: {"paragraphs": ["หยุดจ่ายน้ำชั่วคราว"], "points": ["หมู่ 1"]},
}


def draft_of(subject=Subject.FREE, **fields) -> PosterDraft:
    return PosterDraft(
        **{
            "title": "ขอเชิญชวน",
            "subject": subject,
            "kind": PosterKind.POSTER_A4,
            "design": PosterDesign.PLAIN,
            "fiscal_year": 2569,
            "thai_digits": True,
            "data": CONTENTS[subject],
        }
        | fields
    )


def make_poster(subject=Subject.FREE, *, by=None, **fields):
    return posters.make(draft_of(subject, **fields), by=by or make_user(), at=NOW)


def letters(text: str) -> str:
    """The text without spaces, which print parts as it likes."""
    return "".join(text.split())
