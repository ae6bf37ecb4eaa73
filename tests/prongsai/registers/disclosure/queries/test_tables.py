"""A spreadsheet becomes the table of a part, or says what is wrong with it."""

from prongsai.foundations.files.sheets import FORMULA
from prongsai.registers.disclosure.models import TableUpload
from prongsai.registers.disclosure.queries.tables import read


def upload(*rows):
    table = [[n, *row] for n, row in enumerate(rows)]
    return TableUpload(file_name="ก.csv", rows=len(rows) - 1, table=table)


def test_short_rows_are_filled_and_empty_cells_counted():
    found = read(upload(["รายการ", "จำนวน"], ["ก", "1"], ["ข"]))

    assert found.table["rows"] == [["ก", "1"], ["ข", ""]]
    assert found.blanks == [("จำนวน", 1)]
    assert found.problems == []


def test_missing_and_double_headings_long_rows_and_formulas_are_told():
    found = read(upload(["ก", "", "ก"], ["1", "2", "3", "4"], [FORMULA]))

    assert [problem.row for problem in found.problems] == [1, 1, 1, 2]


def test_an_empty_upload_is_no_table():
    assert read(TableUpload(table=[])).table == {}
