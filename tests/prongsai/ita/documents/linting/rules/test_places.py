from dataclasses import replace

import pytest

from prongsai.ita.documents.model.report import Notice
from tests.prongsai.ita.documents.linting.samples import (
    MEMO,
    OFFICE,
    TOWN,
    items,
    result,
    said_by,
    telling,
    with_measure,
)


def saying(text, office=OFFICE):
    return replace(with_measure(steps=items(text)), organisation=office)


@pytest.mark.parametrize(
    "text",
    [
        "หอกระจายข่าวในเขตตำบลหนองน้ำใสทุกเช้า",
        "เว็บไซต์ของ อบต.บ้านสวนใหม่",
        "แจ้งองค์การบริหารส่วนตำบลโคกทรายได้ทราบ",
        "ประกาศเทศบาลตำบลทุ่งกว้าง เรื่องการยืม",
        "ประชาชน อำเภอปากน้ำใหม่ จังหวัดนครสวรรค์",
        "ศูนย์ดำรงธรรมจังหวัดพะเยา",
        "องค์การบริหารส่วนตำบลตัวอย่าง",
    ],
)
def test_foreign_place_speaks(text):
    (finding,) = said_by("foreign-place", saying(text))

    assert finding.printed.replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "องค์การบริหารส่วนตำบลดาวเหนือจัดประชุม",
        "ประชาชนในตำบล ดาวเหนือ และ อบต. ดาว เหนือ",
        "ที่ว่าการอำเภอแสงทอง จังหวัดนครสวรรค์",
        "องค์การบริหารส่วนตำบลได้จัดประชุม",
        "พนักงานส่วนตำบลทุกคน และคณะกรรมการระดับตำบลและอำเภอ",
        "ผู้นำชุมชนทุกหมู่บ้านในตำบล",
        "สภาองค์การบริหารส่วนตำบลสมัยสามัญ",
        "องค์การบริหารส่วนตำบลเปิดโอกาสให้ประชาชน",
        "หน้าเว็บไซต์ของ อบต. https://www.nongnamsai.go.th/อบต.หนองน้ำใส",
        "ศึกษาดูงาน ณ เทศบาลตำบลทุ่งกว้าง จังหวัดพะเยา",
        "ลงนามความร่วมมือกับ อบต.บ้านสวนใหม่",
        "โรงพยาบาลส่งเสริมสุขภาพตำบลหนองน้ำใส",
        "ประมวลจริยธรรมประจำจังหวัด",
        "ต.ค. ๖๗ - ก.ย. ๖๘",
    ],
)
def test_foreign_place_stays_silent(text):
    assert not said_by("foreign-place", saying(text))


def test_foreign_place_speaks_wherever_text_stands():
    text = "ตามที่องค์การบริหารส่วนตำบลหนองน้ำใส ได้ดำเนินการ"

    for report in (
        result(title=text),
        telling(text),
        result(memo=replace(MEMO, body=(text, text))),
        result(memo=replace(MEMO, to=f"นายก{text[6:]}")),
        result(warnings=(Notice(code="unplaced", text=text),)),
    ):
        assert said_by("foreign-place", report)


def test_foreign_place_stays_silent_on_the_tambons_of_a_town():
    text = "ตั้งอยู่ที่ตำบลหนองน้ำใส อำเภอแสงทอง"

    assert not said_by("foreign-place", saying(text, TOWN))
    assert said_by("foreign-place", saying(text))


@pytest.mark.parametrize("office", [None, replace(OFFICE, name="")])
def test_foreign_place_stays_silent_when_the_office_is_unknown(office):
    assert not said_by("foreign-place", saying("ตำบลหนองน้ำใส", office))


@pytest.mark.parametrize("name", ["ดาวเหนีอ", "ดาวเหมือ"])
def test_office_name_misspelt_speaks(name):
    report = saying(f"อบต.{name} จัดประชุม")

    (finding,) = said_by("office-name-misspelt", report)

    assert finding.expected == OFFICE.name
    assert not said_by("foreign-place", report)


@pytest.mark.parametrize("name", ["ดาวเหนือ", "ดาว เหนือ", "หนองน้ำใส", "จัดประชุม"])
def test_office_name_misspelt_stays_silent(name):
    assert not said_by("office-name-misspelt", saying(f"อบต.{name} วันนี้"))


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (OFFICE, "เมื่อเทศบัญญัติประกาศใช้แล้ว"),
        (OFFICE, "เสนอสภา เทศบาลเห็นชอบ"),
        (TOWN, "เมื่อข้อบัญญัติงบประมาณประกาศใช้"),
        (TOWN, "พนักงานส่วนตำบลทุกคน"),
    ],
)
def test_other_office_kind_speaks(office, text):
    (finding,) = said_by("other-office-kind", replace(saying(text, office), memo=None))

    assert finding.facts["kind"] == office.type


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (OFFICE, "ข้อบัญญัติงบประมาณ พนักงานส่วนตำบล"),
        (TOWN, "เทศบัญญัติงบประมาณ พนักงานเทศบาล"),
        (TOWN, "ข้อบัญญัติท้องถิ่นตามกฎหมาย"),
        (replace(OFFICE, type="องค์การบริหารส่วนจังหวัด"), "ข้อบัญญัติและเทศบัญญัติ"),
        (None, "เทศบัญญัติ"),
    ],
)
def test_other_office_kind_stays_silent(office, text):
    sound = saying(text, office)

    assert not said_by("other-office-kind", replace(sound, memo=None))
