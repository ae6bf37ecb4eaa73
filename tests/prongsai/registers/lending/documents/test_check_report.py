"""The report says what was found, by condition, what differs, and who signs."""

import pypdfium2
import pytest

from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.registers.lending.actions import counting
from prongsai.registers.lending.documents.check_memo import memo_parts, memo_title
from prongsai.registers.lending.documents.check_report import check_report
from prongsai.registers.lending.models.checks import CheckItem, Surplus
from prongsai.registers.lending.states.assets import Condition
from tests.cast import NOW, TODAY, make_office
from tests.shelf import make_asset, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def text_of(document):
    with pypdfium2.PdfDocument(to_pdf(document, made_on=TODAY)) as pdf:
        return "".join(
            "".join(page.get_textpage().get_text_bounded().split()) for page in pdf
        )


@pytest.fixture
def counted():
    make_office()
    make_asset(code="A1", name_th="พัดลม", quantity=20)
    make_asset(code="B2", name_th="เก้าอี้")
    opened, member = start_check()
    seen = counting.Sighting(found=18, condition=Condition.WORN_OUT)
    item = CheckItem.objects.get(asset__code="A1")
    counting.count(item, seen, version=1, by=member, at=NOW)
    counting.mark_rest_missing(opened, by=member, at=NOW)
    found = Surplus(
        stock_check=opened,
        description="ตู้ไม่มีรหัส",
        place="ห้อง 3",
        condition=Condition.USABLE,
    )
    counting.add_surplus(found, by=member, at=NOW)
    return opened


def test_the_report_holds_figures_differences_and_surplus(counted):
    text = text_of(check_report(counted, office=counted.organisation))

    assert "พัสดุตามทะเบียน๒รายการจำนวน๒๑หน่วยตรวจพบ๑๘หน่วยไม่พบ๓หน่วย" in text
    assert "เสื่อมสภาพ๑๑๘" in text
    assert "A1" in text
    assert "B2" in text
    assert "ตู้ไม่มีรหัส" in text
    assert "ข้อ๒๑๔" in text


def test_a_check_without_differences_says_so():
    office = make_office()
    make_asset()
    opened, member = start_check()
    item = CheckItem.objects.get()
    counting.count(item, counting.Sighting(found=1), version=1, by=member, at=NOW)

    text = text_of(check_report(opened, office=office))

    assert "ไม่มีรายการที่แตกต่างจากทะเบียน" in text
    assert "ไม่พบพัสดุนอกทะเบียน" in text
    assert "ไม่มีกรณีต้องสอบหาข้อเท็จจริง" in text


def test_the_report_can_be_edited_as_docx(counted):
    assert to_docx(check_report(counted, office=counted.organisation))[:2] == b"PK"


def test_the_memo_is_filled_in(counted):
    parts = memo_parts(counted)

    assert memo_title(counted).endswith("๒๕๖๘")
    assert "๑๙๙/๒๕๖๘" in parts.background
    assert "ไม่พบ ๓ หน่วย" in parts.facts
    assert "ข้อ ๒๑๓" in parts.law
    assert "ข้อ ๒๑๔" in parts.considerations
    assert parts.closing.startswith("จึงเรียนมาเพื่อโปรดพิจารณา")
