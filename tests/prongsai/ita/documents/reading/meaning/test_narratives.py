"""What is said of each indicator is gathered, and nothing else with it."""

from prongsai.ita.documents.reading.meaning.narratives import (
    heading_notices,
    read_narratives,
)
from prongsai.ita.documents.reading.pages.text import read_text

LONG = "แสดงให้เห็นว่าบุคลากรปฏิบัติงานตามขั้นตอนและเผยแพร่คู่มือให้ประชาชนทราบอย่างทั่วถึง"

TEXT = f"""\
๑) เทศบาลได้รับผลการประเมินอยู่ในระดับ ผ่านดี (๙๗.๒๐ คะแนน) เพิ่มขึ้นจากปี พ.ศ. ๒๕๖๗ {LONG}

### ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่

ผลการประเมินคะแนนที่ได้ ๑๐๐ คะแนน {LONG}

๑. จัดทำคู่มือ
๒. แจ้งเวียน

### ตัวชี้วัดที่ ๒ การใช้เงิน

คะแนนที่ได้ ๙๘.๕๐ คะแนน {LONG}

๓. การนำผลไปปรับปรุง

ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้คะแนน ๙๙ {LONG}
"""


def test_each_indicator_has_its_paragraphs():
    told = read_narratives(read_text(TEXT).blocks)

    assert [n.indicator for n in told.narratives] == [None, "1", "2", "3"]
    assert told.narratives[1].text.split("\n")[1:] == ["๑. จัดทำคู่มือ", "๒. แจ้งเวียน"]
    assert told.narratives[2].text == f"คะแนนที่ได้ ๙๘.๕๐ คะแนน {LONG}"


def test_a_numbered_heading_that_continues_no_list_ends_a_narrative():
    told = read_narratives(read_text(TEXT).blocks)

    assert [b.text for b in told.rest if hasattr(b, "text")] == ["๓. การนำผลไปปรับปรุง"]


def test_a_heading_with_another_name_is_told():
    told = read_narratives(read_text(TEXT).blocks)
    names = {"1": "การปฏิบัติหน้าที่", "2": "การใช้งบประมาณ"}

    [notice] = heading_notices(told.headings, names)

    assert notice.text == "ตัวชี้วัดที่ ๒ การใช้เงิน"
    assert notice.source.lines == (10,)
