import pytest

from prongsai.ita.thai.digits import to_arabic
from tests.prongsai.ita.documents.linting.samples import (
    said_by,
    scores,
    telling,
    with_score,
)


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมิน ตัวชี้วัดที่ ๖ ได้ ๙๒.๐๕ คะแนน เพิ่มขึ้นจากปี พ.ศ. ๒๕๖๗ (๙๐.๐๐)",
        "ปี 2567 ได้ 90.00 คะแนน ส่วนปี 2568 ได้ 92.05 คะแนน",
        "คะแนนเพิ่มขึ้นจาก 90.00 เป็น 92.05",
        "คะแนนที่ได้ ๙๒ คะแนน",
    ],
)
def test_narrative_score_differs_speaks(text):
    (finding,) = said_by("narrative-score-differs", telling(text, "6"))

    assert finding.expected == "92.50"
    assert finding.printed in text


SOUND = [
    "ผลการประเมิน ตัวชี้วัดที่ ๖ ได้ ๙๒.๕๐ คะแนน เพิ่มขึ้นจากปี พ.ศ. ๒๕๖๗ (๙๐.๐๐)",
    "ได้ 92.5 คะแนน มากกว่า 90.00 คะแนนของปี 2567",
    "ปี 2567 และ 2568 ได้คะแนน 90.00 และ 92.50 ตามลำดับ",
    "ได้ 92.50 คะแนน เพิ่มขึ้น 2.50 คะแนน คิดเป็นร้อยละ 2.78",
    "ได้ 92.50 คะแนน จากคะแนนเต็ม 100 คะแนน ต้องไม่น้อยกว่า 85 คะแนน",
    "ได้ 92.50 คะแนน เป้าหมายปีถัดไปคือ 95.00 คะแนน",
    "ได้ 92.50 คะแนน โดยข้อคำถามที่ 2 ได้ 81.25 คะแนน",
    "ได้ 92.50 คะแนน ส่วนตัวชี้วัดที่ 7 ได้ 71.00 คะแนน",
    "ได้ 92.50 คะแนน มีผู้ตอบ 123 คน ใช้เวลา 1.50 ชั่วโมง ในปี 2569",
    "ให้บริการ 3 ช่องทาง",
]


@pytest.mark.parametrize("text", SOUND[:-2] + SOUND[-1:])
def test_narrative_score_differs_stays_silent(text):
    for written in (text, to_arabic(text)):
        assert not said_by("narrative-score-differs", telling(written, "6"))


@pytest.mark.parametrize(
    "text",
    [
        "ได้ ๙๒.๕๐ คะแนน เพิ่มขึ้นจากปี พ.ศ. ๒๕๖๗ (๙๒.๕๐ คะแนน)",
        "ได้ 92.50 คะแนน มากกว่า 89.00 คะแนน ของปีงบประมาณ 2567",
    ],
)
@pytest.mark.parametrize("indicator", ["6", None])
def test_previous_score_differs_speaks(text, indicator):
    (finding,) = said_by("previous-score-differs", telling(text, indicator))

    assert (finding.expected, finding.facts["year"]) == ("90.00", "2567")


@pytest.mark.parametrize("text", SOUND)
def test_previous_score_differs_stays_silent(text):
    assert not said_by("previous-score-differs", telling(text, "6"))


@pytest.mark.parametrize("code", ["narrative-score-differs", "previous-score-differs"])
@pytest.mark.parametrize(
    "text",
    [
        "IIT ได้ 99.00 คะแนน เพิ่มขึ้นจากปี 2567 (98.00)",
        "ตัวชี้วัดที่ได้คะแนนสูงสุดคือการใช้อำนาจ 99.99 คะแนน",
        "ภาพรวมได้ 92.50 คะแนน",
    ],
)
def test_narrative_score_differs_stays_silent_on_parts_of_the_whole(code, text):
    assert not said_by(code, telling(text))


@pytest.mark.parametrize(
    "text",
    ["ผลการประเมินลดลงจากปี ๒๕๖๗", "ได้คะแนน 92.50 คะแนน เท่ากันกับปี พ.ศ. 2567"],
)
def test_narrative_change_wrong_speaks(text):
    (finding,) = said_by("narrative-change-wrong", telling(text, "2"))

    assert finding.expected == "เพิ่มขึ้น"


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมินเพิ่มขึ้นจากปี ๒๕๖๗",
        "ผลการประเมินลดลงจากปี ๒๕๖๖",
        "จำนวนเรื่องร้องเรียนลดลงจากปี 2567",
    ],
)
def test_narrative_change_wrong_stays_silent(text):
    assert not said_by("narrative-change-wrong", telling(text, "2"))


@pytest.mark.parametrize(
    "text", ["เพิ่มขึ้นร้อยละ ๒.๕๐", "คิดเป็นร้อยละ 2.5", "เพิ่มขึ้น 2.50%", "2.50 เปอร์เซ็นต์"]
)
@pytest.mark.parametrize("indicator", ["4", None])
def test_difference_mislabelled_speaks(text, indicator):
    (finding,) = said_by("difference-mislabelled", telling(text, indicator))

    assert finding.expected == "2.50 คะแนน"


@pytest.mark.parametrize(
    "text",
    ["เพิ่มขึ้น ๒.๕๐ คะแนน", "เพิ่มขึ้นร้อยละ 2.78", "ร้อยละ 85 ของผู้ตอบ", "ร้อยละ ๙๒.๕๐"],
)
def test_difference_mislabelled_stays_silent(text):
    assert not said_by("difference-mislabelled", telling(text, "4"))


def test_difference_mislabelled_speaks_of_the_table():
    report = with_score("4", change="เพิ่มขึ้น 2.50%")

    assert len(said_by("difference-mislabelled", report)) == 1


def test_difference_mislabelled_stays_silent_where_points_are_percent():
    years = {"2567": "100.00", "2568": "97.50"}

    report = with_score("4", years=years, change="ลดลงร้อยละ 2.50")

    assert not said_by("difference-mislabelled", report)


@pytest.mark.parametrize(
    ("indicator", "text"),
    [
        ("9", "ผลการประเมิน ตัวชี้วัดที่ ๙ ประสิทธิภาพการสื่อสาร ได้ ๙๒.๕๐ คะแนน"),
        ("2", "ตัวชี้วัดที่ 2 การใช้งบประมาณ ปฏิบัติหน้าที่ ผลการประเมินดี"),
        ("1", "ตัวชี้วัดที่ ๑ : การใช้อำนาจ มีผล"),
        ("10", "ตัวชี้วัดที่ ๑๐ การป้องกัน การทุจริต\nตัวชี้วัดที่ ๑๐ การเปิดเผยข้อมูล ได้"),
    ],
)
def test_indicator_name_differs_speaks(indicator, text):
    (finding,) = said_by("indicator-name-differs", telling(text, indicator))

    assert finding.printed in " ".join(text.split())


@pytest.mark.parametrize(
    ("indicator", "text"),
    [
        ("3", "ตัวชี้วัดที่ ๓ การใช้อำนาจหน้าที่ ผลการประเมิน"),
        ("4", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ ได้"),
        ("5", "ตัวชี้วัดที่ ๕ การแก้ปัญหาการทุจริต ได้"),
        ("5", "ตัวชี้วัดที่ ๕ การแก้ไข ปัญหาการทุจริต ได้คะแนน เพราะมีการป้องกันการทุจริต"),
        ("8", "ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน ได้"),
        ("3", "ตัวชี้วัดที่ 3 การใช้อำนาจ ผู้บริหารปฏิบัติหน้าที่เป็นธรรม"),
        ("1", "ได้คะแนนดีกว่าตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"),
        ("6", "เจ้าหน้าที่บริการดี"),
    ],
)
def test_indicator_name_differs_stays_silent(indicator, text):
    assert not said_by("indicator-name-differs", telling(text, indicator))


@pytest.mark.parametrize("name", ["การใช้งบประมาณ", "การเหาะเหินเดินอากาศ"])
def test_indicator_name_differs_speaks_of_rows(name):
    assert len(said_by("indicator-name-differs", with_score("1", name=name))) == 1


@pytest.mark.parametrize(
    "name", ["๑. การปฏิบัติหน้าที่", "การปฏิบัติ หน้าที่ (IIT)", "การปฎิบัติหน้าที่", ""]
)
def test_indicator_name_differs_stays_silent_on_rows(name):
    assert not said_by("indicator-name-differs", with_score("1", name=name))


def test_narratives_without_a_table_are_left_alone():
    report = telling("ได้ ๘๐.๐๐ คะแนน ลดลงจากปี ๒๕๖๗ ร้อยละ ๒.๕๐", "6")

    bare = scores(
        narratives=report.narratives, scores=(), totals={}, levels={}, changes=None
    )

    assert not said_by("narrative-score-differs", bare)
