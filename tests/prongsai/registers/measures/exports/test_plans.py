"""The plan as a file: a row for each step, and a document the library reads back."""

import csv
import io

import openpyxl
import pytest

from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.registers.measures.actions import taking
from prongsai.registers.measures.exports.plans import plan_file
from prongsai.registers.measures.models import Plan
from tests.cast import NOW
from tests.planning import make_measure, make_plan, make_team
from tests.sourcing import make_reading

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def table_of(plan):
    text = plan_file(plan, kind="csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_has_a_row_for_each_step():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team)
    make_measure(plan, team=team, title="ไม่มีขั้นตอน", steps=())

    rows = table_of(plan)

    heads = list(rows[0])
    assert len(rows) == 3
    assert [next(iter(row.values())) for row in rows] == ["1", "1", "2"]
    assert rows[0][heads[4]] == measure.title
    assert rows[1][heads[-5]] == "ขั้นตอนที่ 2"
    assert rows[0][heads[-2]] == "2026-01-28"
    assert rows[2][heads[-5]] == ""


def test_a_workbook_has_the_same_rows():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)

    sheet = openpyxl.load_workbook(io.BytesIO(plan_file(plan, kind="xlsx"))).active

    assert sheet is not None
    assert sheet.max_row == 3
    assert sheet.max_column == len(table_of(plan)[0])


def test_outputs_and_outcomes_stand_with_their_numbers():
    team = make_team()
    plan = make_plan(team, year=2568)
    reading = make_reading(by=team.analyst)
    taking.from_reading(plan, reading, by=team.analyst, at=NOW)

    row = list(table_of(plan)[0].values())

    assert "๑. ได้สมุด 5 เล่ม" in row
    assert "๑. รอสั้นลง 10 นาที" in row


@pytest.mark.slow
def test_the_document_is_read_back_as_it_was_stored():
    team = make_team()
    reading = make_reading(by=team.analyst)
    [first, *_] = taking.take_reading(reading, into=2568, by=team.analyst, at=NOW)
    plan = Plan.objects.get(pk=first.plan_id)

    content = plan_file(plan, kind="docx")

    back = read_report(pages_of("plan.docx", content), "plan.docx")
    assert [m.title for m in back.measures] == [
        "จดเวลาให้บริการทุกเคาน์เตอร์", "ติดป้ายขั้นตอน",
    ]  # fmt: skip
    assert plan_file(plan, kind="pdf").startswith(b"%PDF")
