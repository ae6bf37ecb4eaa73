import pytest

from prongsai.ita.documents.model.report import Item
from tests.prongsai.ita.documents.linting.samples import (
    items,
    said_by,
    telling,
    with_measure,
)


@pytest.mark.parametrize(
    "text",
    [
        "เผยแพร่ผ่านเว็บไซต์ของ",
        "จัดอบรมบุคลากรเรื่องคุณธรรมและความ",
        "ประชุมร่วมกับ ",
        "แจ้งแนวทางเกี่ยว กับ",
        "ประเมินความพึงพอใจ (แบบออนไลน์",
        "เตรียมเอกสารเพื่อ",
        "ช่องทางต่าง ๆ ได้แก่",
    ],
)
@pytest.mark.parametrize("part", ["steps", "outputs", "outcomes"])
def test_text_truncated_speaks(text, part):
    (finding,) = said_by("text-truncated", with_measure(**{part: items(text)}))

    assert text.strip().endswith(finding.printed)


@pytest.mark.parametrize(
    "text",
    [
        "จัดเก็บสิ่งของ",
        "ประชาชนใช้บริการ",
        "เสนอหัวหน้าส่วนราชการ",
        "มอบหมายนักวิเคราะห์ชำนาญ การ",
        "ประชุมที่สถานที่ราชการ",
        "เผยแพร่ผ่าน Facebook",
        "ยืมตามแบบ (แบบ ๑)",
        "ดำเนินการต่อไปได้",
        "ส่งภายใน ก.ย.",
        "ใช้ระบบ (E-Service)",
        "",
    ],
)
def test_text_truncated_stays_silent(text):
    assert not said_by("text-truncated", with_measure(steps=items(text)))


def test_text_truncated_stays_silent_where_a_list_follows():
    inside = (Item(marker="", text="ช่องทาง ได้แก่", items=items("เว็บไซต์")),)
    behind = (Item(marker="", text="ช่องทาง ได้แก่"), *items("เว็บไซต์"))

    for steps in (inside, behind):
        assert not said_by("text-truncated", with_measure(steps=steps))


def test_text_truncated_speaks_of_titles_and_analyses():
    cut = "ส่งเสริมคุณธรรมและ"

    assert said_by("text-truncated", with_measure(title=cut))
    assert said_by("text-truncated", with_measure(analysis=cut))
    assert said_by("text-truncated", telling(cut))


@pytest.mark.parametrize(
    "text", ["แจ้งเวียนให้ แจ้งเวียนให้ทุกคนทราบ", "จัดประชุมชี้แจงจัดประชุมชี้แจงบุคลากร"]
)
def test_doubled_words_speaks(text):
    assert len(said_by("doubled-words", with_measure(steps=items(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "เกิดความโปร่งใสในหน่วยงาน หน่วยงานได้รับความเชื่อถือ",
        "ความร่วมมือของบุคลากรทุกคน บุคลากรทุกคนพอใจ",
        "เรื่องต่าง ๆ และเรื่องอื่น ๆ",
        "๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑",
        "แจ้งเวียนให้ทราบ",
    ],
)
def test_doubled_words_stays_silent(text):
    assert not said_by("doubled-words", with_measure(steps=items(text)))


@pytest.mark.parametrize("mark", ["(ร่าง)", "( ร่าง )", "(ฉบับร่าง)"])
def test_draft_left_speaks(mark):
    (finding,) = said_by("draft-left", with_measure(outcomes=items(f"{mark} ลดเวลารอ")))

    assert finding.printed == mark


@pytest.mark.parametrize("text", ["ร่างประกาศ 1 ฉบับ", "(ร่างประกาศฉบับที่ 2)"])
def test_draft_left_stays_silent(text):
    assert not said_by("draft-left", with_measure(outcomes=items(text)))
