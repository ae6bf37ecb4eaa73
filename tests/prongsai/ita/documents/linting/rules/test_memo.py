from dataclasses import replace

import pytest

from prongsai.ita.documents.model.report import Kind
from tests.prongsai.ita.documents.linting.samples import MEMO, result, said_by


def with_memo(**changes):
    return result(memo=replace(MEMO, **changes))


@pytest.mark.parametrize(
    "subject", ["รายงานผล ประจำปีงบประมาณ พ.ศ.๒๕๖๔", "รายงานผล ปีงบประมาณ 2567"]
)
def test_memo_year_differs_speaks(subject):
    (finding,) = said_by("memo-year-differs", with_memo(subject=subject))

    assert finding.expected == "2568"


def test_memo_year_differs_speaks_of_the_body_when_the_subject_names_no_year():
    report = with_memo(subject="ขอส่งรายงานผล", body=("ผลของปีงบประมาณ ๒๕๖๕",))

    assert said_by("memo-year-differs", report)[0].where.code == "place.memo-body"


@pytest.mark.parametrize(
    "subject",
    [
        "รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "รายงานผล ปี งบประมาณ 2568",
        "รายงานผลปีงบประมาณ 2568 และแผนปีงบประมาณ 2569",
        "รายงานผล",
        "รายงานตามระเบียบ พ.ศ. ๒๕๖๐",
    ],
)
def test_memo_year_differs_stays_silent(subject):
    assert not said_by("memo-year-differs", with_memo(subject=subject, body=()))


def test_memo_year_differs_stays_silent_when_a_plan_looks_ahead():
    memo = replace(MEMO, subject="แผนปรับปรุง ประจำปีงบประมาณ ๒๕๖๙")

    assert not said_by(
        "memo-year-differs", result(memo=memo, kind=Kind.ANALYSIS_AND_PLAN)
    )


@pytest.mark.parametrize("date", ["2021-05-21", "2024-09-30", "2027-01-01"])
def test_memo_date_implausible_speaks(date):
    assert len(said_by("memo-date-implausible", with_memo(date=date))) == 1


@pytest.mark.parametrize("date", ["2024-10-01", "2025-04-01", "2025-10-08", "วันนี้", ""])
def test_memo_date_implausible_stays_silent(date):
    assert not said_by("memo-date-implausible", with_memo(date=date))


@pytest.mark.parametrize(
    "number", ["นว ๙๙๙๐๑/", "นว 99901 / ", "นว ๙๙๙๐๑/......", "", "-", "นว 99901"]
)
def test_memo_number_missing_speaks(number):
    assert len(said_by("memo-number-missing", with_memo(number=number))) == 1


@pytest.mark.parametrize(
    "number", ["นว ๙๙๙๐๑/๑", "นว 99901/ว 12", "๑๒๓/๒๕๖๘", "45", "นว ๙๙๙๐๑ / ๒๕๖๘"]
)
def test_memo_number_missing_stays_silent(number):
    assert not said_by("memo-number-missing", with_memo(number=number))


@pytest.mark.parametrize("number", ["นว ๙๙๙๐๑ / ๒๕๖๘", "นว 99901/2567"])
def test_memo_number_is_year_speaks(number):
    assert len(said_by("memo-number-is-year", with_memo(number=number))) == 1


@pytest.mark.parametrize(
    "number", ["นว ๙๙๙๐๑/๑๒๓", "๑๒/๒๕๖๘", "นว 99901/256", "นว 99901/"]
)
def test_memo_number_is_year_stays_silent(number):
    assert not said_by("memo-number-is-year", with_memo(number=number))


@pytest.mark.parametrize("date", ["", " ", "......"])
def test_memo_date_missing_speaks(date):
    assert len(said_by("memo-date-missing", with_memo(date=date))) == 1


@pytest.mark.parametrize("date", ["2025-10-08", "๘ ตุลาคม"])
def test_memo_date_missing_stays_silent(date):
    assert not said_by("memo-date-missing", with_memo(date=date))


def test_memo_signer_missing_speaks():
    assert len(said_by("memo-signer-missing", with_memo(signers=()))) == 1


@pytest.mark.parametrize("memo", [MEMO, None])
def test_memo_signer_missing_stays_silent(memo):
    assert not said_by("memo-signer-missing", result(memo=memo))


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("นายองค์การบริหารส่วนตำบลดาวเหนือ", "นายกองค์การบริหารส่วนตำบลดาวเหนือ"),
        ("นายก องค์การบริหารส่วตำบลดาวเหนือ", "นายกองค์การบริหารส่วนตำบลดาวเหนือ"),
        ("นายเทศมนตรีตำบลดาวเหนือ", "นายกเทศมนตรีตำบลดาวเหนือ"),
        ("ปลัดองค์การบริหารส่วนตำบบดาวเหนือ", "ปลัดองค์การบริหารส่วนตำบลดาวเหนือ"),
    ],
)
def test_addressee_misspelt_speaks(to, expected):
    (finding,) = said_by("addressee-misspelt", with_memo(to=to))

    assert finding.expected == expected


@pytest.mark.parametrize(
    "to",
    [
        "นายกองค์การบริหารส่วนตำบลดาวเหนือ",
        "นายก องค์การบริหาร ส่วนตำบล ดาวเหนือ",
        "นายกเทศมนตรีเมืองดาวเหนือ",
        "นายอำเภอแสงทอง",
        "ปลัด อบต.ดาวเหนือ",
        "นายก อบต.",
        "คณะกรรมการบริหาร",
        "",
    ],
)
def test_addressee_misspelt_stays_silent(to):
    assert not said_by("addressee-misspelt", with_memo(to=to))
