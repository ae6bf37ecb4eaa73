"""A year's result is a report of the library: two years, changes, what is said of them."""

import pytest

from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.codec import from_json, to_json
from prongsai.ita.documents.model.report import Changes, Kind
from prongsai.registers.assessments.actions import narratives as actions
from prongsai.registers.assessments.queries.as_report import report_of
from tests.cast import NOW, make_office
from tests.readings import (
    INDICATORS,
    analyst,
    make_analysis,
    make_reading,
    narrative_of,
    take_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office(name_th="เทศบาลตำบลลองดู", amphoe="สมมติ", province="นครตัวอย่าง")


def test_the_report_has_two_years_and_their_changes():
    report = report_of(make_analysis())

    assert (report.kind, report.fiscal_year) == (Kind.SCORES, 2568)
    assert [s.name for s in report.scores] == [name for _, name, _, _ in INDICATORS]
    assert report.scores[5].years == {"2567": "91.20", "2568": "93.45"}
    assert report.scores[5].change == "เพิ่มขึ้น 2.25"
    assert report.scores[2].change == "เท่าเดิม"
    assert report.scores[8].change == "ลดลง 2.50"
    assert report.totals == {"2567": "93.61", "2568": "94.70"}
    assert report.changes == Changes(total="เพิ่มขึ้น 1.09", level="เท่าเดิม")
    assert from_json(to_json(report)) == report


def test_the_office_is_named_as_reports_name_it():
    office = report_of(take_year()).organisation

    assert office is not None
    assert (office.type, office.name) == ("เทศบาลตำบล", "ลองดู")
    assert (office.district, office.province) == ("สมมติ", "นครตัวอย่าง")


def test_a_year_without_an_earlier_one_compares_nothing():
    report = report_of(take_year())

    assert report.scores[5].years == {"2568": "93.45"}
    assert report.scores[5].change == ""
    assert report.changes is None


def test_an_earlier_year_nobody_confirmed_is_not_compared():
    reading = make_reading()
    take_year(2567, reading=reading, confirmed=False)

    assert report_of(take_year(2568, reading=reading)).totals == {"2568": "94.70"}


def test_the_analysis_stands_in_it_and_the_rules_read_it():
    taken = make_analysis()
    wrong = "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน คะแนนที่ได้ 99.00 คะแนน"
    actions.edit(narrative_of(taken), wrong, version=1, by=analyst(), at=NOW)

    report = report_of(taken)

    said = {n.indicator: n.text for n in report.narratives}
    assert set(said) == {None, *map(str, range(1, 11))}
    assert said["6"] == wrong
    found = {f.rule for f in lint(report) if f.where.code == "place.narrative"}
    assert found == {"narrative-score-differs", "draft-left"}
