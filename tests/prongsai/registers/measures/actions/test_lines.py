"""Writing what came of a measure: outputs, outcomes, figures nobody types."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.measures.actions import lines
from prongsai.registers.measures.actions.lines import (
    edit_line,
    remove_line,
    state_no_number,
    write_line,
)
from prongsai.registers.measures.models import Kind, Line, Measure
from prongsai.registers.measures.queries import evidence
from tests.cast import NOW, TODAY
from tests.following import FIGURE, closed, fresh, line, make_field, reported

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def test_a_typed_number_is_kept_with_its_unit(field):
    row = line(field, Kind.OUTCOME, " ทราบเวลา ", value=Decimal("86.25"), unit="คะแนน")

    assert (row.text, row.value, row.unit) == ("ทราบเวลา", Decimal("86.25"), "คะแนน")
    assert row.written_by == field.alice


def test_lines_of_a_kind_follow_one_another(field):
    rows = [line(field, Kind.OUTPUT, f"ผลผลิต {n}") for n in (1, 2)]

    assert [row.order for row in rows] == [1, 2]
    assert line(field, Kind.OUTCOME, "ผลลัพธ์").order == 1


def test_a_figure_gives_the_number_of_the_period_up_to_today(field):
    row = line(field, Kind.OUTCOME, "การยืม", figure_key=FIGURE)

    assert row.figure is not None
    assert (row.figure.start, row.figure.end) == (date(2025, 10, 1), TODAY)
    assert (row.value, row.unit) == (row.figure.value, row.figure.unit_th)


def test_a_figure_is_not_typed(field):
    with pytest.raises(lines.FigureIsNotTyped):
        line(field, Kind.OUTCOME, "การยืม", figure_key=FIGURE, value=Decimal(5))


def test_no_figure_before_the_period_begins(field):
    Measure.objects.filter(pk=field.measure.pk).update(starts_on=date(2026, 1, 1))

    with pytest.raises(lines.NotBegun):
        line(field, Kind.OUTCOME, "การยืม", figure_key=FIGURE)


def test_an_empty_line_is_refused(field):
    with pytest.raises(lines.NothingWritten):
        line(field, Kind.OUTPUT, "   ")


def test_lines_are_for_those_who_follow_the_measure(field):
    row = line(field)

    with pytest.raises(PermissionDenied):
        write_line(field.measure, Kind.OUTPUT, "x", by=field.bob, at=NOW)
    with pytest.raises(PermissionDenied):
        edit_line(row, "x", version=1, by=field.bob, at=NOW)
    with pytest.raises(PermissionDenied):
        remove_line(row, by=field.bob, at=NOW)
    with pytest.raises(PermissionDenied):
        state_no_number(field.measure, "x", by=field.bob, at=NOW)


def test_nothing_is_written_once_the_measure_is_closed(field):
    closed(field)
    row = Line.objects.all()[0]

    with pytest.raises(lines.NotFollowed):
        write_line(field.measure, Kind.OUTPUT, "x", by=field.alice, at=NOW)
    with pytest.raises(lines.NotFollowed):
        edit_line(row, "x", version=1, by=field.alice, at=NOW)
    with pytest.raises(lines.NotFollowed):
        remove_line(row, by=field.alice, at=NOW)
    with pytest.raises(lines.NotFollowed):
        state_no_number(field.measure, "x", by=field.alice, at=NOW)


def test_edit_line_corrects_text_and_number(field):
    row = line(field, Kind.OUTCOME, "ผล", value=Decimal(1))

    edited = edit_line(
        row, "ผลจริง", value=Decimal(2), unit="ราย", version=1, by=field.alice, at=NOW
    )

    assert edited.value == 2
    assert (edited.text, edited.unit) == ("ผลจริง", "ราย")
    assert edited.version == 2


def test_edit_line_tells_who_saw_an_older_version(field):
    row = line(field)
    edit_line(row, "หนึ่ง", version=1, by=field.alice, at=NOW)

    with pytest.raises(StalePage):
        edit_line(row, "สอง", version=1, by=field.analyst, at=NOW)


def test_what_is_reported_must_stay_reportable(field):
    reported(field)
    outcome = Line.objects.get(kind=Kind.OUTCOME)
    output = Line.objects.get(kind=Kind.OUTPUT)

    with pytest.raises(evidence.NoNumber):
        edit_line(outcome, "ไม่มีตัวเลข", version=1, by=field.alice, at=NOW)
    with pytest.raises(evidence.NoOutput):
        remove_line(output, by=field.alice, at=NOW)
    edit_line(output, "แก้คำผิด", version=1, by=field.alice, at=NOW)


def test_remove_line_takes_its_points_along(field):
    row = line(field)
    line(field, text="ข้อย่อย", parent=row)

    remove_line(row, by=field.alice, at=NOW)

    assert not Line.objects.exists()


def test_the_statement_is_kept_and_can_be_taken_back(field):
    state_no_number(field.measure, " ยังไม่ได้สำรวจ ", by=field.alice, at=NOW)
    assert fresh(field).no_number_because == "ยังไม่ได้สำรวจ"

    state_no_number(field.measure, "", by=field.alice, at=NOW)

    assert fresh(field).no_number_because == ""
