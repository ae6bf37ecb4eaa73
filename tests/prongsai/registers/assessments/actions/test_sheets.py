"""Sheets of results: kept, entered as drafts, thrown away; refused where they must be."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.registers.assessments.actions import sheets
from prongsai.registers.assessments.actions.results import AlreadyConfirmed
from prongsai.registers.assessments.models import Assessment, ResultSheet
from prongsai.registers.assessments.states import Origin
from tests.cast import NOW, make_office, make_user
from tests.results import make_result, make_values, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def keep(by=None):
    draft = ResultSheet(file_name="a.csv", sha256="0" * 64, table=[[0, "x"]], rows=1)
    return sheets.keep_file(draft, by=by or the_analyst(), at=NOW)


def test_years_are_entered_and_drafts_are_written_over():
    make_office()
    standing = make_result(2567, confirmed=False)
    values = [make_values(year, origin=Origin.SHEET) for year in (2567, 2568)]
    values[0] = make_values(2567, points=["80"] * 10, origin=Origin.SHEET)

    entered = sheets.take(keep(), values, by=the_analyst(), at=NOW)

    assert entered[0] == standing
    assert {one.origin for one in entered} == {Origin.SHEET}
    kept = ResultSheet.objects.get()
    assert (kept.table, kept.taken_by) == ([], the_analyst())


def test_a_confirmed_year_stops_the_whole_sheet():
    make_office()
    make_result(2568)
    values = [make_values(2567), make_values(2568)]

    with pytest.raises(AlreadyConfirmed):
        sheets.take(keep(), values, by=the_analyst(), at=NOW)

    assert Assessment.objects.count() == 1


def test_a_sheet_is_entered_once_and_then_stays():
    make_office()
    sheet = keep()
    sheets.take(sheet, [make_values()], by=the_analyst(), at=NOW)

    with pytest.raises(sheets.SheetOver):
        sheets.take(sheet, [make_values()], by=the_analyst(), at=NOW)
    with pytest.raises(sheets.SheetOver):
        sheets.discard(sheet, by=the_analyst(), at=NOW)


def test_a_sheet_that_was_only_looked_at_is_thrown_away():
    make_office()

    sheets.discard(keep(), by=the_analyst(), at=NOW)

    assert not ResultSheet.objects.exists()


def test_sheets_are_the_analysts():
    make_office()
    sheet, head = keep(), make_user(role=Role.HEAD)

    with pytest.raises(PermissionDenied):
        keep(by=head)
    with pytest.raises(PermissionDenied):
        sheets.take(sheet, [make_values()], by=head, at=NOW)
    with pytest.raises(PermissionDenied):
        sheets.discard(sheet, by=head, at=NOW)
