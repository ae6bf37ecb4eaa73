"""Units become a list, whatever the layout did to their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.reading.meaning.units import split_units

UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา",
    "กองสวัสดิการสังคม",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "หน่วยตรวจสอบภายใน",
    "งานประชาสัมพันธ์",
    "ฝ่ายบริหารงานทั่วไป",
)
some_units = st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True)


@given(some_units, st.sampled_from(["{} ", "1.{} ", "- {} ", "{}, "]))
def test_a_line_of_units_is_their_list(units, pattern):
    line = "".join(
        pattern.replace("1", str(n)).format(unit) for n, unit in enumerate(units, 1)
    )

    assert split_units([line.strip(" ,")]) == tuple(units)


@given(some_units)
def test_a_paragraph_each_is_their_list(units):
    assert split_units(units) == tuple(units)


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        (["กองส่งเสริม การเกษตร"], ("กองส่งเสริมการเกษตร",)),
        (["สำนักปลัด งาน ธุรการ"], ("สำนักปลัด", "งานธุรการ")),
        (["สำนักปลัด งานการ เจ้าหน้าที่"], ("สำนักปลัด", "งานการเจ้าหน้าที่")),
        (["กองคลัง และกองช่าง"], ("กองคลัง", "กองช่าง")),
        (["งานพัสดุ/งานบัญชี"], ("งานพัสดุ", "งานบัญชี")),
        (["-งานพัสดุ กองคลัง -ตรวจสอบ ภายใน"], ("งานพัสดุ กองคลัง", "ตรวจสอบภายใน")),
        (["ทุกสำนัก/กอง"], ("ทุกสำนัก/กอง",)),
        (["คณะกรรมการประเมิน ITA"], ("คณะกรรมการประเมิน ITA",)),
        ([], ()),
        ([" "], ()),
    ],
)
def test_names_are_whole(texts, units):
    assert split_units(texts) == units


def test_a_sentence_stays_one_text():
    sentence = "- ทุกส่วนราชการ จัดทำข้อมูลของตน และส่งมอบให้สำนักปลัด"

    assert split_units([sentence]) == (sentence.removeprefix("- "),)
