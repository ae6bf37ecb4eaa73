from dataclasses import replace
from datetime import date

import pytest

from prongsai.ita.documents.model.report import Kind, Notice, Period
from prongsai.ita.thai.periods import parse_period
from tests.prongsai.ita.documents.linting.samples import (
    MEMO,
    NEXT_YEAR,
    YEAR,
    items,
    plan,
    result,
    said_by,
    telling,
    with_measure,
)


def printed(text):
    span = parse_period(text, 2568)
    return Period(
        text=text, start=span.start if span else None, end=span.end if span else None
    )


@pytest.mark.parametrize("text", ["1 ๓ว.๑๙ – 3O ก.ย.๑B", "ตามความเหมาะสม"])
def test_period_unreadable_speaks(text):
    (finding,) = said_by("period-unreadable", with_measure(period=printed(text)))

    assert finding.printed == text


@pytest.mark.parametrize(
    "text",
    ["ต.ค.๖๗-ก.ย.๖๘", "1 ตุลาคม 67 – 31 ธันวาคม 67", "ตลอดปีงบประมาณ", "ไตรมาส 2", ""],
)
def test_period_unreadable_stays_silent(text):
    assert not said_by("period-unreadable", with_measure(period=printed(text)))


@pytest.mark.parametrize("text", ["ม.ค.-มิย.๖๘", "ม.ค. - มี.ย. 68"])
def test_period_malformed_speaks(text):
    (finding,) = said_by("period-malformed", with_measure(period=printed(text)))

    assert finding.expected == "๑ มกราคม ๒๕๖๘ - ๓๐ มิถุนายน ๒๕๖๘"


@pytest.mark.parametrize("text", ["ม.ค.-มิ.ย.๖๘", "มกราคม - มิถุนายน 2568", "เมื่อพร้อม"])
def test_period_malformed_stays_silent(text):
    assert not said_by("period-malformed", with_measure(period=printed(text)))


@pytest.mark.parametrize(
    "text",
    ["ต.ค. ๖๖ - ก.ย. ๖๗", "ก.ย. 67 - ม.ค. 68", "ต.ค. 67 - ธ.ค. 68", "ในปีงบประมาณ ๒๕๖๙"],
)
def test_period_outside_year_speaks(text):
    assert len(said_by("period-outside-year", with_measure(period=printed(text)))) == 1


@pytest.mark.parametrize("text", ["ต.ค. ๖๗ - ก.ย. ๖๘", "ม.ค. 68", "อ่านไม่ออก"])
def test_period_outside_year_stays_silent(text):
    assert not said_by("period-outside-year", with_measure(period=printed(text)))


def test_period_outside_year_stays_silent_on_a_plan_for_the_next_year():
    assert not said_by("period-outside-year", plan(NEXT_YEAR, NEXT_YEAR))


def test_period_outside_year_stays_silent_when_the_year_is_unknown():
    early = printed("ต.ค. ๖๐ - ก.ย. ๖๑")

    assert not said_by(
        "period-outside-year", replace(with_measure(period=early), fiscal_year=None)
    )


@pytest.mark.parametrize("text", ["ในปีงบประมาณ ๒๕๖๗", "ในปีงบประมาณ ๒๕๗๐"])
def test_plan_year_differs_speaks(text):
    found = said_by("plan-year-differs", plan(NEXT_YEAR, NEXT_YEAR, printed(text)))

    assert [finding.printed for finding in found] == [text]


def test_plan_year_differs_speaks_of_the_one_measure_of_another_year():
    assert len(said_by("plan-year-differs", plan(*[NEXT_YEAR] * 5, YEAR))) == 1


@pytest.mark.parametrize("periods", [[NEXT_YEAR] * 4, [YEAR] * 4, [YEAR, NEXT_YEAR]])
def test_plan_year_differs_stays_silent(periods):
    assert not said_by("plan-year-differs", plan(*periods))


def test_plan_year_differs_stays_silent_on_results():
    report = with_measure(period=printed("ในปีงบประมาณ ๒๕๖๕"))

    assert not said_by("plan-year-differs", report)


@pytest.mark.parametrize(
    "text",
    [
        "จัดทำแผนแล้วเสร็จภายในเดือนกันยายน ๒๕๖๗",
        "ประชุมเมื่อวันที่ 5 ส.ค. 67",
        "ประกาศใช้ ลงวันที่ ๑ กันยายน พ.ศ. ๒๕๖๗",
    ],
)
def test_output_before_period_speaks(text):
    (finding,) = said_by("output-before-period", with_measure(outputs=items(text)))

    assert finding.printed in text


@pytest.mark.parametrize(
    "text",
    [
        "แล้วเสร็จเมื่อวันที่ ๑ ตุลาคม ๒๕๖๗",
        "รายงานผลประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
        "ดำเนินการตามคำสั่งที่ 12/2566 ลงวันที่ 3 มกราคม 2566",
        "ตามหนังสือที่อ้างถึง ลงวันที่ ๓ มกราคม ๒๕๖๖",
        "ใช้ระบบตั้งแต่ กันยายน 2567 - มีนาคม 2568",
        "เก็บสถิติ ๓๑ วัน",
    ],
)
def test_output_before_period_stays_silent(text):
    assert not said_by("output-before-period", with_measure(outputs=items(text)))


def test_output_before_period_stays_silent_without_a_readable_period():
    report = with_measure(
        period=printed("เร็ว ๆ นี้"), outputs=items("ภายในเดือนกันยายน ๒๕๕๐")
    )

    assert not said_by("output-before-period", report)


BROKEN = [
    "เมื่อวันที่ มีนาคม ๒๕๖๘",
    "ณ วันที่ ........ ตุลาคม 2567",
    "วันที่ ๘ ๒๕๖๘",
    "วันที่..... ๒๕๖๘",
]
WHOLE = [
    "เมื่อวันที่ ๕ มีนาคม ๒๕๖๘",
    "ระหว่างวันที่ 1 - 3 มีนาคม 2568",
    "ในวันและเวลาราชการ",
    "ภายในเดือนมีนาคม ๒๕๖๘",
    "วันที่ 1 มกราคม ของทุกปี",
    "ทุกวันที่ 5 ของเดือน",
]


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("part", ["steps", "outputs", "outcomes"])
def test_incomplete_date_speaks(text, part):
    assert len(said_by("incomplete-date", with_measure(**{part: items(text)}))) == 1


@pytest.mark.parametrize("text", WHOLE)
def test_incomplete_date_stays_silent(text):
    assert not said_by("incomplete-date", with_measure(outputs=items(text)))


def test_incomplete_date_speaks_wherever_text_stands():
    broken = BROKEN[0]

    for report in (
        telling(broken, "1"),
        result(memo=replace(MEMO, body=(broken,))),
        result(memo=replace(MEMO, date="ตุลาคม ๒๕๖๘")),
        result(warnings=(Notice(code="unplaced", text=broken),)),
    ):
        assert len(said_by("incomplete-date", report)) == 1


def test_periods_of_a_plan_are_read_by_its_kind():
    start = date(2023, 10, 1)
    early = Period(text="ปี ๒๕๖๗", start=start, end=date(2024, 9, 30))
    report = plan(early)

    assert report.kind is Kind.ANALYSIS_AND_PLAN
    assert [f.rule for f in said_by("plan-year-differs", report)] == [
        "plan-year-differs"
    ]
