"""What stands in the papers: names in order, Thai digits, agenda, resolutions."""

import pytest

from prongsai.ita.documents.rendering.blocks import (
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from prongsai.ita.thai.digits import to_thai
from prongsai.registers.meetings.actions import circulars
from prongsai.registers.meetings.documents import calling, committees
from prongsai.registers.meetings.documents.circulars import acknowledgements
from prongsai.registers.meetings.documents.minutes import minutes
from prongsai.registers.meetings.documents.papers import painted
from prongsai.registers.meetings.queries import circulars as queries
from tests.cast import NOW, TODAY
from tests.gathering import (
    adopted,
    held,
    make_circle,
    make_committee,
    planned,
    sent,
    written,
)

pytestmark = pytest.mark.django_db


def printed(text: object) -> str:
    return to_thai(str(text))


def text_of(document: Document) -> str:
    found = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Paragraph):
            found.append(f"{block.label} {block.text}")
        elif isinstance(block, Signature):
            found.append(block.name)
        elif isinstance(block, Table):
            found += [
                line.text for row in block.rows for cell in row.cells for line in cell
            ]
    return "\n".join(found)


def test_the_annex_lists_members_in_their_order():
    circle = make_circle()

    text = text_of(committees.annex(circle.committee, office=circle.office))

    assert "คำสั่งที่ ๑๐๑/๒๕๖๘" in text
    assert text.index(printed(circle.chair)) < text.index(printed(circle.secretary))
    assert "กรรมการและเลขานุการ" in text


def test_the_annex_of_an_empty_order_can_be_printed():
    circle = make_circle()
    empty = make_committee(circle.analyst, title="ว่าง")

    assert painted(
        committees.annex(empty, office=circle.office), ending="docx", on=TODAY
    )


def test_the_invitation_holds_day_place_and_agenda():
    circle = make_circle()

    text = text_of(calling.invitation(planned(circle), office=circle.office))

    assert "๒๗ พฤศจิกายน ๒๕๖๘ เวลา ๐๙.๓๐ น. ณ ห้องประชุมทดสอบ" in text
    assert "ระเบียบวาระที่ ๖ เรื่องอื่น ๆ" in text


def test_the_sheet_has_a_line_for_everybody():
    circle = make_circle()

    text = text_of(calling.sheet(planned(circle), office=circle.office))

    assert printed(circle.member) in text


def test_minutes_say_who_came_what_was_said_and_resolved():
    circle = make_circle()

    text = text_of(minutes(adopted(circle), office=circle.office))

    assert "ผู้มาประชุม" in text
    assert "ครบองค์ประชุม" in text
    assert "มติที่ประชุม ให้จัดทำแผน" in text
    owner = f"{circle.division.name_th} / {circle.member}"
    assert f"ผู้รับผิดชอบ: {printed(owner)}" in text
    assert "รับรองรายงานการประชุมนี้แล้ว" in text


def test_minutes_say_that_there_was_no_quorum():
    circle = make_circle()
    alone = held(circle, absent=(circle.member, circle.secretary))

    text = text_of(minutes(alone, office=circle.office))

    assert "ไม่ครบองค์ประชุม" in text
    assert "ขาดประชุม" in text
    assert "ยังไม่ได้รับรอง" in text


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_minutes_are_painted(ending):
    circle = make_circle()
    meeting = written(circle, text="บรรทัดแรก\n\nบรรทัดสอง <b>ไม่ใช่โค้ด</b>")

    content, _kind = painted(
        minutes(meeting, office=circle.office), ending=ending, on=TODAY
    )

    assert len(content) > 1000


def test_the_list_of_acknowledgements_counts():
    circle = make_circle()
    circular = sent(circle)
    circulars.acknowledge(circular, by=circle.head, at=NOW)
    rows = list(queries.addressees(circular))

    text = text_of(acknowledgements(circular, rows, office=circle.office, on=TODAY))

    assert "รับทราบแล้ว ๑ คน" in text
    assert "ยังไม่รับทราบ" in text
