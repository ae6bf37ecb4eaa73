from dataclasses import replace

import pytest

from prongsai.ita.documents.model.report import Item, Kind, Source
from tests.prongsai.ita.documents.linting.samples import (
    NEXT_YEAR,
    items,
    marked,
    measure,
    plan,
    result,
    said_by,
    with_measure,
)

NOTHING = [(), items(""), items(" - "), items("......")]


@pytest.mark.parametrize("empty", NOTHING)
def test_empty_output_speaks(empty):
    assert len(said_by("empty-output", with_measure(outputs=empty))) == 1


def test_empty_output_stays_silent():
    inside = (Item(marker="", text="", items=items("มีคู่มือ ๑ เล่ม")),)

    assert not said_by("empty-output", with_measure(outputs=inside))
    assert not said_by("empty-output", plan(NEXT_YEAR))


@pytest.mark.parametrize("empty", NOTHING)
def test_empty_outcome_speaks(empty):
    assert len(said_by("empty-outcome", with_measure(outcomes=empty))) == 1


def test_empty_outcome_stays_silent():
    assert not said_by("empty-outcome", result())
    assert not said_by("empty-outcome", plan(NEXT_YEAR))


@pytest.mark.parametrize("empty", NOTHING)
def test_missing_steps_speaks(empty):
    assert len(said_by("missing-steps", with_measure(steps=empty))) == 1


def test_missing_steps_stays_silent():
    assert not said_by("missing-steps", with_measure(steps=items("ประชุม")))


def test_missing_period_speaks():
    for period in (None, replace(NEXT_YEAR, text=" - ")):
        assert len(said_by("missing-period", with_measure(period=period))) == 1


def test_missing_period_stays_silent():
    unreadable = replace(NEXT_YEAR, text="เร็ว ๆ นี้", start=None, end=None)

    assert not said_by("missing-period", with_measure(period=unreadable))


@pytest.mark.parametrize("units", [(), ("",), ("-",)])
def test_missing_responsible_speaks(units):
    assert len(said_by("missing-responsible", with_measure(responsible=units))) == 1


def test_missing_responsible_stays_silent():
    assert not said_by("missing-responsible", with_measure(responsible=("กองช่าง",)))


@pytest.mark.parametrize(
    "units",
    [("ทุกสำนัก/กอง",), ("ทุก กอง",), ("เจ้าหน้าที่ ทุกคน",), ("กองคลัง", "- บุคลากรทุกระดับ")],
)
def test_everybody_responsible_speaks(units):
    assert len(said_by("everybody-responsible", with_measure(responsible=units))) == 1


@pytest.mark.parametrize(
    "units",
    [
        ("สำนักปลัด",),
        ("กองคลัง", "กองช่าง", "กองการศึกษา"),
        ("งานพัสดุของทุกกอง",),
        ("คณะทำงาน",),
    ],
)
def test_everybody_responsible_stays_silent(units):
    assert not said_by("everybody-responsible", with_measure(responsible=units))


@pytest.mark.parametrize(
    "text",
    [
        "ประชาชนได้รับความสะดวก",
        "งบประมาณประจำปี พ.ศ. ๒๕๖๘ โปร่งใส",
        "ใช้ E-Service ได้ที่ https://example.go.th/2 สะดวก",
        "เป็นไปตามมาตรา 128",
    ],
)
def test_unquantified_outcome_speaks(text):
    assert len(said_by("unquantified-outcome", with_measure(outcomes=items(text)))) == 1


@pytest.mark.parametrize(
    "text", ["ผู้ใช้ ๔๑ ราย", "พอใจร้อยละเก้าสิบ", "ลดเหลือ 3 วัน", "ไม่มีข้อร้องเรียน", ""]
)
def test_unquantified_outcome_stays_silent(text):
    assert not said_by("unquantified-outcome", with_measure(outcomes=items(text)))


def test_unquantified_outcome_stays_silent_on_plans():
    report = replace(with_measure(outcomes=items("ดีขึ้น")), kind=Kind.ANALYSIS_AND_PLAN)

    assert not said_by("unquantified-outcome", report)


SAID = "บุคลากรยืมของหลวงถูกต้องตามแบบและคืนตรงเวลาทุกครั้ง"


def two(one, other, **changes):
    first = measure(1, outcomes=items(one))
    return result(measures=(first, measure(4, outcomes=items(other), **changes)))


@pytest.mark.parametrize(
    "copy", [SAID, SAID.replace("และ", " และ  "), f"{SAID} {SAID} และยั่งยืน"]
)
def test_copied_outcome_speaks(copy):
    original = SAID if copy != f"{SAID} {SAID} และยั่งยืน" else f"{SAID} {SAID}"

    (finding,) = said_by("copied-outcome", two(original, copy))

    assert finding.facts == {"first": "1.1"}


@pytest.mark.parametrize(
    "related",
    [
        {"aspect": measure(1).aspect},
        {"ref": "1.2"},
        {"title": f"{measure(1).title}ใหม่"},
        {"source": Source(lines=(1,))},
    ],
)
def test_copied_outcome_stays_silent_under_related_measures(related):
    assert not said_by("copied-outcome", two(SAID, SAID, **related))


def test_copied_outcome_stays_silent_on_other_and_on_short_texts():
    assert not said_by("copied-outcome", two(SAID, SAID.replace("บุคลากร", "ประชาชน")))
    assert not said_by("copied-outcome", two("ประชาชนพอใจ", "ประชาชนพอใจ"))
    assert not said_by("copied-outcome", with_measure(outcomes=items(SAID, SAID)))


@pytest.mark.parametrize("part", ["steps", "outputs", "outcomes"])
def test_duplicate_item_speaks(part):
    twice = items("ประชุมชี้แจงบุคลากร ๒ ครั้ง", "ติดประกาศ", "ประชุมชี้แจง บุคลากร 2 ครั้ง")

    (finding,) = said_by("duplicate-item", with_measure(**{part: twice}))

    assert finding.facts == {"first": "1"}
    assert finding.where.facts["number"] == "3"


@pytest.mark.parametrize(
    "texts",
    [
        ("ประชุมชี้แจงบุคลากร", "ประชุมชี้แจงประชาชน"),
        ("เว็บไซต์", "เว็บไซต์"),
        ("",),
    ],
)
def test_duplicate_item_stays_silent(texts):
    assert not said_by("duplicate-item", with_measure(steps=items(*texts)))


def test_output_copies_step_speaks():
    text = "แจ้งเวียนแนวทางการยืมทรัพย์สินให้ทุกคนทราบ"

    report = with_measure(steps=items(text), outputs=items(f" {text} "))

    assert len(said_by("output-copies-step", report)) == 1


def test_output_copies_step_stays_silent():
    text = "แจ้งเวียนแนวทางการยืมทรัพย์สินให้ทุกคนทราบ"
    told = items(f"{text} ๒ ครั้ง")
    heading = (Item(marker="", text="เผยแพร่", items=items(text)),)

    assert not said_by(
        "output-copies-step", with_measure(steps=items(text), outputs=told)
    )
    assert not said_by(
        "output-copies-step", with_measure(steps=heading, outputs=heading)
    )


@pytest.mark.parametrize(
    ("markers", "faulty"),
    [
        (("๑.", "๒.", "๒."), ["๒."]),
        (("1.", "2.", "4."), ["4."]),
        (("๑)", "๒)", "๑)", "๒)"), ["๑)"]),
        (("-", "๒.", "๓."), ["-"]),
        (("๒.", "๓."), ["๒."]),
        (("๑.", "๒.", "๓.", "๓.", "๓.", "๔."), ["๓.", "๓."]),
    ],
)
@pytest.mark.parametrize("part", ["steps", "outputs", "outcomes"])
def test_step_numbering_speaks(markers, faulty, part):
    found = said_by("step-numbering", with_measure(**{part: marked(*markers)}))

    assert [finding.printed for finding in found] == faulty


@pytest.mark.parametrize(
    "markers",
    [
        ("๑.", "๒.", "๓."),
        ("๑.", "2.", "๓."),
        ("(๑)", "(๒)"),
        ("๑.", "(๑)", "(๒)", "๒.", "(๑)"),
        ("๑.", "๑.๑", "๑.๒", "๒.", "๒.๑"),
        ("-", "-", "-"),
        ("", "๑.", "๒.", "", "๑.", "๒."),
        ("•",),
        ("๑.",),
        (),
    ],
)
def test_step_numbering_stays_silent(markers):
    assert not said_by("step-numbering", with_measure(steps=marked(*markers)))


def test_step_numbering_stays_silent_where_a_text_introduces_a_new_list():
    steps = (*items("ทำก", "ทำข ประกอบด้วยข้อมูล"), *items("ชื่อ", "ตำแหน่ง"))

    assert not said_by("step-numbering", with_measure(steps=steps))


def test_step_numbering_stays_silent_where_measures_share_a_row():
    steps = (*items("ทำก", "ทำข"), *items("ทำค", "ทำง"))
    row = Source(lines=(9,))
    shared = tuple(measure(n, steps=steps, source=row) for n in (1, 2))

    assert not said_by("step-numbering", result(measures=shared))
