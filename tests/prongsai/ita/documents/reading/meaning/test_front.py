"""Title, office and year are found wherever a report puts them."""

import pytest

from prongsai.ita.documents.model.report import Organisation
from prongsai.ita.documents.reading.meaning.front import belongs_to_front, read_front
from prongsai.ita.documents.reading.pages.source import Paragraph


def front(*lines: str, inside: tuple[str, ...] = ()):
    return read_front([Paragraph(text=line) for line in lines], inside)


OFFICE = Organisation(
    type="เทศบาลตำบล", name="สมมติใจ", district="ตัวอย่าง", province="สมมติ"
)


def test_a_title_over_three_lines_is_one():
    found = front(
        "รายงานผลการดำเนินการ",
        "เพื่อส่งเสริมคุณธรรม",
        "ประจำปีงบประมาณ ๒๕๖๘",
        "เทศบาลตำบลสมมติใจ",
        "อำเภอตัวอย่าง จังหวัดสมมติ",
    )

    assert found.title == "รายงานผลการดำเนินการ เพื่อส่งเสริมคุณธรรม ประจำปีงบประมาณ ๒๕๖๘"
    assert found.organisation == OFFICE
    assert found.fiscal_year == 2568


@pytest.mark.parametrize(
    "line",
    [
        "รายงานผล ประจำปีงบประมาณ พ.ศ. 2568 ของเทศบาลตำบลสมมติใจ อำเภอตัวอย่าง จังหวัดสมมติ",
        "**รายงานผล ประจำปีงบประมาณ พ.ศ. 2568** ทต.สมมติใจ อ.ตัวอย่าง จ.สมมติ",
    ],
)
def test_a_title_ends_with_its_year(line):
    found = front(line)

    assert found.title == "รายงานผล ประจำปีงบประมาณ พ.ศ. 2568"
    assert found.organisation == OFFICE


def test_the_office_is_the_one_most_often_named():
    found = front(
        "รายงาน ปีงบประมาณ 2568",
        "เทศบาลตำบลอื่นใด เคยทำ",
        "เทศบาลตำบลสมมติใจ ดำเนินการ",
        "เทศบาลตำบลสมมติใจ รายงาน",
    )

    assert found.organisation is not None
    assert found.organisation.name == "สมมติใจ"


def test_an_office_named_only_in_the_tables_is_found():
    found = front("รายงาน ปีงบประมาณ 2568", inside=("เว็บไซต์ของ อบต.ทดสอบดี",))

    assert found.organisation is not None
    assert found.organisation.type == "องค์การบริหารส่วนตำบล"


def test_nothing_is_invented():
    found = front("สวัสดี")

    assert (found.title, found.organisation, found.fiscal_year) == ("", None, None)


@pytest.mark.parametrize(
    ("line", "belongs"),
    [
        ("เทศบาลตำบลสมมติใจ", True),
        ("ของเทศบาลตำบล สมมติใจ อำเภอตัวอย่าง", True),
        ("ประจำปีงบประมาณ ๒๕๖๘", True),
        ("ขอเชิญประชุม", False),
    ],
)
def test_repeats_of_the_front_are_known(line, belongs):
    known = front(
        "รายงานผล", "ประจำปีงบประมาณ ๒๕๖๘", "เทศบาลตำบลสมมติใจ", "อำเภอตัวอย่าง จังหวัดสมมติ"
    )

    assert belongs_to_front(line, known) is belongs
