"""A value is found at the same place every time, or said not to be found."""

import pytest

from prongsai.registers.assessments.queries.lines import Line
from prongsai.registers.assessments.queries.places import (
    LEVEL,
    TOTAL,
    Place,
    Places,
    Wanted,
    place_from,
)


def found(row, year, *texts) -> str:
    lines = [Line(text=text, number=n) for n, text in enumerate(texts, 1)]
    place = Places(lines).of(row, year)
    if place is None:
        return ""
    return f"{place.line + 1}: {texts[place.line][place.start : place.end]}"


QUALITY = Wanted(
    field="6",
    values={"2567": "90.00", "2568": "95.00"},
    name="คุณภาพการดำเนินงาน",
)


def test_a_row_with_both_years_wins_over_a_sentence():
    texts = (
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ได้ 95.00 คะแนน",
        "6\tคุณภาพการดำเนินงาน\t๙๐.๐๐\t๙๕.๐๐",
    )

    assert found(QUALITY, "2568", *texts) == "2: ๙๕.๐๐"


def test_the_heading_tells_two_equal_values_apart():
    same = Wanted(
        field="6", values={"2567": "90.00", "2568": "90.00"}, name=QUALITY.name
    )
    row = "คุณภาพการดำเนินงาน | 90.00 | 90.00"
    rising, falling = "ปี 2567 | ปี 2568", "ปี 2568 | ปี 2567"

    def column(head):
        place = Places([Line(text=head), Line(text=row)]).of(same, "2568")
        assert place is not None
        return row[: place.start].count("|")

    assert (column(rising), column(falling)) == (2, 1)


def test_a_value_on_a_line_of_its_own_is_found_under_its_name():
    assert found(QUALITY, "2568", "คุณภาพการดำเนินงาน", "90.00", "95.00") == "3: 95.00"


@pytest.mark.parametrize(
    "text",
    [
        "คุณภาพการดำเนินงาน 195.00",
        "คุณภาพการดำเนินงาน 95.001",
        "ประสิทธิภาพการสื่อสาร 95.00",
        "คุณภาพการดำเนินงาน",
    ],
)
def test_what_only_resembles_the_value_is_not_taken_for_it(text):
    assert found(QUALITY, "2568", text) == ""


def test_total_and_level_are_found_beside_their_words():
    total = Wanted(field=TOTAL, values={"2568": "94.70"})
    level = Wanted(field=LEVEL, values={"2568": "ผ่านดี"})
    texts = ("หน่วยงานผ่านดี", "คะแนนรวม\t94.70", "ระดับ\tผ่านดี", "94.70")

    assert found(total, "2568", *texts) == "2: 94.70"
    assert found(level, "2568", *texts) == "3: ผ่านดี"


def test_a_place_is_kept_as_text_and_read_back():
    place = Place(line=5, start=2, end=7)

    assert place_from(str(place)) == place
    assert place_from("") is None
