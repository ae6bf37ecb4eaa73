"""A file of people and terms: all of it or nothing, and only once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.files.sheets import Sheet
from prongsai.registers.directory.actions import importing, refusals
from prongsai.registers.directory.imports.checking import check
from prongsai.registers.directory.models import Officeholder, Term, TermImport
from tests.cast import NOW, make_user
from tests.chairs import make_keeper, make_person, make_seat, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HEADS = ("ตำแหน่ง", "ชื่อ", "นามสกุล", "ตั้งแต่วันที่", "ถึงวันที่", "รักษาการ", "คำสั่งหรือประกาศ")
GOOD = ("นายกสมมติ", "ทดลอง", "สมมติ", "๒๐ ธ.ค. ๒๕๖๔", "", "", "ประกาศ 1")


def brought(by, *rows, heads=HEADS):
    sheet = Sheet(
        name="people.csv", sha256="0" * 64, headings=heads,
        rows=tuple((n, row) for n, row in enumerate(rows, 2)),
    )  # fmt: skip
    return importing.keep_file(TermImport.holding(sheet), by=by, at=NOW)


def test_every_row_becomes_a_term_and_the_same_name_is_one_person():
    by = make_keeper()
    make_seat(by)
    known = make_person(by)
    row = brought(by, GOOD)

    count = importing.confirm(row, check(row).lines, by=by, at=NOW)

    term = Term.objects.get()
    assert (count, term.holder, term.starts_on) == (1, known, date(2021, 12, 20))
    row.refresh_from_db()
    assert row.table == []
    with pytest.raises(refusals.ImportOver):
        importing.confirm(row, [], by=by, at=NOW)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({0: "ไม่มีตำแหน่งนี้"}, "ตำแหน่ง"),
        ({1: ""}, "ชื่อ"),
        ({3: "31 ก.พ. 2565"}, "ตั้งแต่วันที่"),
        ({3: "20/12/2021"}, "ตั้งแต่วันที่"),
        ({4: "1 ม.ค. 2560"}, "ถึงวันที่"),
        ({5: "อาจจะ"}, "รักษาการ"),
        ({6: ""}, "คำสั่งหรือประกาศ"),
    ],
)
def test_a_bad_cell_is_named_with_row_and_column(change, column):
    by = make_keeper()
    make_seat(by)
    cells = tuple(change.get(n, cell) for n, cell in enumerate(GOOD))

    checked = check(brought(by, cells))

    assert [(one.row, one.column) for one in checked.problems] == [(2, column)]


def test_two_rows_do_not_give_one_position_to_two_people():
    by = make_keeper()
    make_seat(by)

    checked = check(brought(by, GOOD, GOOD))

    assert [one.row for one in checked.problems] == [3]


def test_a_missing_and_an_unknown_column_are_told():
    by = make_keeper()
    make_seat(by)

    checked = check(brought(by, GOOD, heads=(*HEADS[:-1], "หมายเหตุ")))

    assert [one.column for one in checked.problems] == ["คำสั่งหรือประกาศ"]
    assert checked.ignored == ["หมายเหตุ"]


def test_a_directory_that_changed_meanwhile_takes_nothing_over():
    by = make_keeper()
    seat = make_seat(by)
    row = brought(by, ("นายกสมมติ", "คนแรก", *GOOD[2:]))
    lines = check(row).lines
    make_term(by, seat=seat)

    with pytest.raises(refusals.TermsOverlap):
        importing.confirm(row, lines, by=by, at=NOW)
    with pytest.raises(refusals.ImportOutdated):
        importing.confirm(row, [], by=by, at=NOW)
    assert not Officeholder.objects.filter(first_name="คนแรก").exists()


def test_a_file_is_thrown_away():
    by = make_keeper()
    make_seat(by)

    importing.discard(brought(by, GOOD), by=by, at=NOW)

    assert not TermImport.objects.exists()


def test_others_bring_in_nothing():
    by, other = make_keeper(), make_user()
    make_seat(by)
    row = brought(by, GOOD)

    with pytest.raises(PermissionDenied):
        brought(other, GOOD)
    with pytest.raises(PermissionDenied):
        importing.confirm(row, [], by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        importing.discard(row, by=other, at=NOW)
