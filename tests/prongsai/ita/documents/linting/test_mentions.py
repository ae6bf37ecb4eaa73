import pytest

from prongsai.ita.documents.linting.mentions import Context, mentions

OWN = Context(indicator="6", current="2568", previous="2567")
WHOLE = Context(indicator=None, current="2568", previous="2567")


def found(text, of=OWN):
    return [(m.year, m.printed) for m in mentions(text, of)]


def test_a_score_without_a_year_is_of_the_current_year():
    assert found("ได้ ๙๑.๒๕ คะแนน") == [("2568", "๙๑.๒๕")]


def test_a_year_in_front_of_brackets_owns_the_number_inside():
    text = "ปี 2568 ได้ 91.25 คะแนน สูงกว่าปี พ.ศ. 2567 (88.10)"

    assert found(text) == [("2568", "91.25"), ("2567", "88.10")]


def test_a_year_behind_owns_the_number():
    assert found("ได้ 91.25 คะแนน มากกว่า 88 คะแนน ของปี 2567")[1] == ("2567", "88")


def test_two_years_in_front_leave_the_number_unowned():
    assert found("เปรียบเทียบปี 2567 กับปี 2568 ได้คะแนน 91.25 คะแนน") == []


@pytest.mark.parametrize(
    "text",
    [
        "เพิ่มขึ้น 3.15 คะแนน",
        "คิดเป็นร้อยละ 3.58",
        "ลดลงจากปี 2567 เป็นจำนวน 3.15 คะแนน",
        "เป้าหมายไม่น้อยกว่า 95 คะแนน",
        "เท่ากับปี 2567 ยังขาดอีก 2.90 คะแนนจึงจะเต็ม 100 คะแนน",
        "3.58 %",
        "ให้บริการ 3 ช่องทาง",
        "งบ 1,250.50 บาท",
    ],
)
def test_numbers_that_are_no_scores_are_passed_over(text):
    assert found(text) == []


def test_scores_of_others_are_passed_over_until_the_subject_returns():
    text = "ตัวชี้วัดที่ 7 ได้ 80.00 คะแนน ส่วนตัวชี้วัดที่ 6 ได้ 91.25 คะแนน"

    assert found(text) == [("2568", "91.25")]


def test_the_whole_takes_up_again_after_its_parts():
    text = "EIT ได้ 80.00 คะแนน ภาพรวมได้ 91.25 คะแนน"

    assert found(text, WHOLE)[-1][1] == "91.25"
    assert found("EIT ได้ 80.00 คะแนน (79.00 คะแนน)", WHOLE) == []
