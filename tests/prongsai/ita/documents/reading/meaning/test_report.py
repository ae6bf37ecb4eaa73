"""Whole documents: the same report from every format, order, wording and digits."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.codec import from_data, to_data
from prongsai.ita.documents.model.report import (
    Item,
    Kind,
    Measure,
    Organisation,
    Source,
)
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.reading.pages.source import (
    Cell,
    Pages,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.documents.reading.pages.text import read_text
from prongsai.ita.errors import NoReport
from prongsai.ita.thai.digits import to_arabic
from tests import shapes

SEEDS = Path(__file__).parents[7] / "shared" / "seeds"


def arabic(items: tuple[Item, ...]) -> list[object]:
    return [[to_arabic(i.marker), to_arabic(i.text), arabic(i.items)] for i in items]


def said(measure: Measure) -> dict[str, object]:
    return {
        "ref": measure.ref,
        "title": measure.title,
        "steps": arabic(measure.steps),
        "outputs": arabic(measure.outputs),
        "outcomes": arabic(measure.outcomes),
        "responsible": measure.responsible,
        "period": measure.period and (measure.period.start, measure.period.end),
    }


KEY = [
    {
        "ref": "1",
        "title": "จัดทำคู่มือบริการของทุกงาน",
        "steps": [
            ["1.", "สำรวจงานบริการ", []],
            [
                "2.",
                "จัดทำคู่มือ ประกอบด้วย",
                [["-", "ขั้นตอน", []], ["-", "ค่าธรรมเนียม", []]],
            ],
        ],
        "outputs": [
            ["1.", "คู่มือ จำนวน 12 เล่ม", []],
            ["2.", "เผยแพร่บนเว็บไซต์", []],
        ],
        "outcomes": [["", "ผู้รับบริการ 96 ใน 100 คนเข้าใจขั้นตอน", []]],
        "responsible": ("สำนักปลัด", "กองคลัง", "กองช่าง"),
        "period": (date(2024, 10, 1), date(2024, 12, 31)),
    },
    {
        "ref": "2",
        "title": "จัดระบบยืมคืนทรัพย์สิน",
        "steps": [
            [
                "",
                "จัดทำทะเบียนการยืม",
                [["(1)", "ผู้ยืม", []], ["(2)", "กำหนดคืน", []]],
            ]
        ],
        "outputs": [["", "มีการยืม 43 ครั้ง คืนตรงเวลา 41 ครั้ง", []]],
        "outcomes": [["1)", "ทรัพย์สินไม่สูญหาย", []], ["2)", "ตรวจสอบได้", []]],
        "responsible": ("กองคลัง",),
        "period": (date(2024, 10, 1), date(2025, 9, 30)),
    },
    {
        "ref": "3",
        "title": "เปิดช่องทางร้องเรียนออนไลน์",
        "steps": [["•", "ออกแบบ", []], ["•", "ทดลองใช้", []]],
        "outputs": [["", "รับเรื่อง 7 เรื่อง ยุติ 7 เรื่อง", []]],
        "outcomes": [["", "ประชาชนติดตามเรื่องได้เอง", []]],
        "responsible": ("หน่วยตรวจสอบภายใน",),
        "period": (date(2025, 1, 1), date(2025, 3, 31)),
    },
]


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("name", shapes.PAINTERS)
def test_every_shape_says_the_same(name, seed):
    data = shapes.PAINTERS[name](shapes.shape(seed))

    report = read_report(pages_of(name, data), name)

    assert [said(measure) for measure in report.measures] == KEY
    assert report.kind is Kind.MEASURES_RESULT
    assert report.fiscal_year == 2568
    assert report.organisation == Organisation(
        type="องค์การบริหารส่วนตำบล",
        name="ทดสอบดี",
        district="ตัวอย่าง",
        province="สมมติ",
    )


PLAN = """\
แผนการขับเคลื่อนมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๙
เทศบาลตำบลสมมติใจ
อำเภอตัวอย่าง จังหวัดสมมติ

ตัวชี้วัด\tมาตรการ\tผลการวิเคราะห์\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ
๑ การปฏิบัติหน้าที่\t๑.ทำคู่มือ ๒.อบรม\tยังขาดคู่มือ\t<p>๑. ร่าง</p><p>๒. ประกาศ</p><p>๑. เชิญ</p><p>๒. อบรม</p>\t<p>ไตรมาส ๑</p><p>ไตรมาส ๒</p>\t<p>กองช่าง</p><p>สำนักปลัด</p>

ตัวชี้วัด\tมาตรการ\tผลการวิเคราะห์\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ
\t๓.ประชุม\tขาดการพูดคุย\t๑. นัด ๒. บันทึก\tตลอดปีงบประมาณ\tทุกกอง
๒. การใช้งบประมาณ\tเผยแพร่แผน\t\t๑. ทำสรุป\tต.ค.๖๘\tกองคลัง

ตัวชี้วัด\tมาตรการ\tผลการวิเคราะห์\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ
\tการใช้จ่ายให้ครบ\t\tและแจกจ่าย ๒. ติดประกาศ\t\t
"""


def test_measures_that_share_a_row_get_their_own_points():
    report = read_report(read_text(PLAN))

    first, second, third, _ = report.measures
    assert report.kind is Kind.ANALYSIS_AND_PLAN
    assert [m.ref for m in report.measures] == ["1.1", "1.2", "1.3", "2.1"]
    assert [m.indicator for m in report.measures] == ["1", "1", "1", "2"]
    assert [s.text for s in first.steps] == ["ร่าง", "ประกาศ"]
    assert [s.text for s in second.steps] == ["เชิญ", "อบรม"]
    assert (first.responsible, second.responsible) == (("กองช่าง",), ("สำนักปลัด",))
    assert second.period is not None
    assert second.period.start == date(2026, 1, 1)
    assert third.analysis == "ขาดการพูดคุย"


def test_a_row_goes_on_after_the_page_break():
    fourth = read_report(read_text(PLAN)).measures[3]

    assert fourth.title == "เผยแพร่แผน การใช้จ่ายให้ครบ"
    assert [s.text for s in fourth.steps] == ["ทำสรุป และแจกจ่าย", "ติดประกาศ"]
    assert len(fourth.source.lines) == 2


ASPECTS = """\
รายงานผลการดำเนินการ ประจำปีงบประมาณ ๒๕๖๘
เทศบาลตำบลสมมติใจ อำเภอตัวอย่าง จังหวัดสมมติ

มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลผลิต\tผลลัพธ์
<p>๑. การให้บริการ</p><p>๑.๑ ทำคู่มือ</p>\t๑. ร่าง\tต.ค. ๖๗\tกองช่าง\tคู่มือ ๑ เล่ม\tรู้ขั้นตอน
๑.๒ ปรับปรุงจุดบริการ\t๑. จัดป้าย\tต.ค. ๖๗\tกองช่าง\tป้าย ๒ ป้าย\tสะดวกขึ้น
ด้านที่ ๒ การใช้ทรัพย์สิน\t\t\t\t\t
ทำทะเบียนยืม\t๑. ทำแบบ\tพ.ย. ๖๗\tกองคลัง\tทะเบียน ๑ เล่ม\tคืนครบ
"""


def test_aspects_are_read_from_cells_and_from_rows_of_their_own():
    measures = read_report(read_text(ASPECTS)).measures

    assert [m.ref for m in measures] == ["1.1", "1.2", "2.1"]
    assert [m.title for m in measures] == ["ทำคู่มือ", "ปรับปรุงจุดบริการ", "ทำทะเบียนยืม"]
    assert [m.aspect and (m.aspect.number, m.aspect.title) for m in measures] == [
        ("1", "การให้บริการ"),
        ("1", "การให้บริการ"),
        ("2", "การใช้ทรัพย์สิน"),
    ]


def test_an_unreadable_period_stays_text():
    text = ASPECTS.replace("พ.ย. ๖๗", "หลังน้ำลด")

    period = read_report(read_text(text)).measures[2].period

    assert period is not None
    assert (period.text, period.start, period.end) == ("หลังน้ำลด", None, None)


def test_what_has_no_place_is_told_with_its_line():
    text = ASPECTS.replace("จังหวัดสมมติ\n", "จังหวัดสมมติ\nขอเชิญชวนทุกท่าน\n")

    [notice] = read_report(read_text(text)).warnings

    assert (notice.code, notice.text) == ("unplaced", "ขอเชิญชวนทุกท่าน")
    assert notice.source.lines == (3,)


def test_a_column_nobody_knows_is_told():
    text = ASPECTS.replace("ผลลัพธ์", "หมายเหตุ")

    notices = read_report(read_text(text)).warnings

    assert [n.text for n in notices] == ["รู้ขั้นตอน", "สะดวกขึ้น", "คืนครบ"]


def test_a_letter_to_a_friend_is_no_report():
    with pytest.raises(NoReport):
        read_report(read_text("สวัสดี สบายดีไหม\n"), "letter.txt")


def seeds() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")
def test_the_worked_example_is_met_word_for_word():
    [key] = SEEDS.glob("*.expected.json")
    expected = json.loads(key.read_text(encoding="utf-8"))
    text = key.with_name(key.name.replace(".expected.json", ".txt")).read_text("utf-8")

    found = to_data(read_report(read_text(text)))

    assert {k: found[k] for k in expected} == expected


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")
@pytest.mark.parametrize("path", seeds(), ids=lambda p: p.name[:3])
def test_a_real_report_is_read_whole(path):
    report = read_report(read_text(path.read_text(encoding="utf-8")), path.name)

    office = report.organisation
    assert office is not None
    assert office.district
    assert report.fiscal_year
    assert all(m.title and m.steps and m.responsible for m in report.measures)
    assert len({m.ref for m in report.measures}) == len(report.measures)


MERGED = """\
<h1>แผน ปีงบประมาณ พ.ศ. 2569</h1><p>เทศบาลตำบลสมมติใจ อำเภอตัวอย่าง จังหวัดสมมติ</p>
<table>
<tr><th>ตัวชี้วัด<th>มาตรการ<th>ขั้นตอน<th>ระยะเวลา<th>ผู้รับผิดชอบ</tr>
<tr><td rowspan=3>1. การปฏิบัติหน้าที่<td>ทำคู่มือ<td>1. ร่าง<td rowspan=3>ไตรมาส 1
<td rowspan=2>กองช่าง</tr>
<tr><td rowspan=2>อบรม<td>1. เชิญ</tr>
<tr><td>2. ประเมินผล<td>กองคลัง</tr>
</table>
"""


def test_merged_cells_hold_for_every_row_they_reach():
    report = read_report(pages_of("plan.html", MERGED.encode()))

    first, second = report.measures
    assert [m.ref for m in report.measures] == ["1.1", "1.2"]
    assert first.period == second.period
    assert first.responsible == ("กองช่าง",)
    assert second.responsible == ("กองช่าง", "กองคลัง")
    assert [s.text for s in second.steps] == ["เชิญ", "ประเมินผล"]


def test_the_rest_of_a_row_may_hold_its_last_cell_only():
    text = ASPECTS.replace(
        "ด้านที่ ๒",
        "มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลผลิต\tผลลัพธ์\n\t\t\t\t\tทันที\nด้านที่ ๒",
    ).replace(
        "มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลผลิต\tผลลัพธ์\n\t\t",
        "\nมาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลผลิต\tผลลัพธ์\n\t\t",
    )

    measures = read_report(read_text(text)).measures

    assert [o.text for o in measures[1].outcomes] == ["สะดวกขึ้น ทันที"]
    assert [o.text for o in measures[2].outcomes] == ["คืนครบ"]


CALENDAR = """\
# แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2569

อบต.ทดสอบดี อ.ตัวอย่าง จ.สมมติ

| ตัวชี้วัด | มาตรการ | ขั้นตอน | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ผู้รับผิดชอบ |
|---|---|---|---|---|---|---|---|
| ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | ทำคู่มือ | 1) ร่าง | / | / | | | กองช่าง |
| ตัวชี้วัดที่ 6 คุณภาพ | ลดขั้นตอน | 1) ทบทวน | | | ✓ | | กองคลัง |
"""


def test_a_calendar_of_months_is_a_period():
    report = read_report(read_text(CALENDAR))

    first, second = (measure.period for measure in report.measures)
    assert report.warnings == ()
    assert first is not None
    assert second is not None
    assert (first.text, first.start, first.end) == (
        "ต.ค. - พ.ย.",
        date(2025, 10, 1),
        date(2025, 11, 30),
    )
    assert (second.start, second.end) == (date(2025, 12, 1), date(2025, 12, 31))


WORDS = st.sampled_from(
    [
        "",
        "มาตรการ",
        "ขั้นตอน",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
        "ผลผลิต",
        "ตัวชี้วัด",
        "คะแนน",
        "ปี 2567",
        "2568",
        "ต.ค.",
        "1",
        "๑. ก ๒. ข",
        "- ก",
        "๑.๑ ค",
        "96.33",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "ด้านที่ ๒",
        "IIT",
        "คะแนนเฉลี่ย",
        "ระดับ",
        "ต.ค.๖๗-ก.ย.๖๘",
        "กองคลัง /งาน",
        "บันทึกข้อความ",
        "ที่ 1 วันที่ 2",
        "(นายทดสอบ ตัวอย่าง)",
        "เทศบาลตำบลสมมติใจ อำเภอตัวอย่าง จังหวัดสมมติ",
        "รายงานผล ปีงบประมาณ 2568",
    ]
)
CELLS = st.builds(
    Cell,
    paragraphs=st.lists(WORDS | st.text(max_size=8), max_size=3).map(tuple),
    covered=st.booleans(),
)
ROWS = st.builds(
    Row,
    cells=st.lists(CELLS, max_size=7).map(tuple),
    source=st.builds(Source, page=st.none() | st.integers(1, 3)),
)
BLOCKS = st.builds(Paragraph, text=WORDS, heading=st.booleans()) | st.builds(
    Table, rows=st.lists(ROWS, max_size=5).map(tuple)
)


@pytest.mark.slow
@given(st.lists(BLOCKS, max_size=12))
@settings(max_examples=200)
def test_any_blocks_are_a_report_or_none(blocks):
    try:
        report = read_report(Pages(blocks=tuple(blocks)))
    except NoReport:
        return

    assert from_data(to_data(report)) == report
    lint(report)
