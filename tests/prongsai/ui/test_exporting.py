"""Files that a spreadsheet opens without running anything."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from prongsai.ui import exporting

RUNS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1", "\u200b=1"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content):
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [list(row) for row in sheet.iter_rows()]


def test_csv_begins_with_the_mark_of_utf_8_and_its_heads():
    content = exporting.as_csv(["เลขที่", "ชื่อ"], [[1, "เต็นท์"]])

    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [["เลขที่", "ชื่อ"], ["1", "เต็นท์"]]


@pytest.mark.parametrize("text", RUNS)
def test_csv_quotes_what_a_spreadsheet_would_run(text):
    rows = read_csv(exporting.as_csv([text], [[text]]))

    assert all(cell.startswith("'") for row in rows for cell in row)


@pytest.mark.parametrize("text", RUNS)
def test_xlsx_holds_what_looks_like_a_formula_as_text(text):
    [[head], [cell]] = read_xlsx(exporting.as_xlsx("list", [text], [[text]]))

    assert (head.data_type, cell.data_type) == ("s", "s")


def test_csv_leaves_negative_numbers_alone():
    rows = read_csv(exporting.as_csv(["n"], [[-1], [Decimal("-1.50")], [None], [True]]))

    assert [row[0] if row else "" for row in rows[1:]] == ["-1", "-1.50", "", "True"]


def test_csv_writes_days_and_moments_as_machines_read_them():
    moment = datetime(2025, 10, 8, 2, 5, tzinfo=UTC)

    [_, row] = read_csv(exporting.as_csv(["a", "b"], [[date(2025, 10, 8), moment]]))

    assert row == ["2025-10-08", "2025-10-08 09:05"]


def test_xlsx_keeps_days_and_numbers_and_shows_buddhist_years():
    moment = datetime(2025, 10, 8, 2, 5, tzinfo=UTC)
    row = [date(2025, 10, 8), moment, 7, Decimal("1200.50"), 0.5, None]

    [_, cells] = read_xlsx(exporting.as_xlsx("a/b:c", ["h"] * 6, [row]))

    day, at, whole, amount, part, nothing = cells
    assert day.value == datetime(2025, 10, 8)  # noqa: DTZ001  # openpyxl's
    assert day.number_format == exporting.THAI_DAY
    assert at.value == datetime(2025, 10, 8, 9, 5)  # noqa: DTZ001
    assert (whole.value, amount.value, part.value) == (7, 1200.5, 0.5)
    assert nothing.value is None
    assert amount.number_format == "#,##0.00"


@pytest.mark.slow
@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=4))
def test_any_text_can_be_exported(rows):
    in_csv = read_csv(exporting.as_csv(["a", "b"], rows))
    in_xlsx = read_xlsx(exporting.as_xlsx("x", ["a", "b"], rows))

    assert len(in_xlsx) == len(rows) + 1
    assert len(in_csv) == len(rows) + 1
    for row in in_csv[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_a_file_is_kept_and_never_shown_in_the_page():
    found = exporting.answer(b"x", content_type=exporting.CSV_TYPE, name="loans.csv")

    assert found["Content-Disposition"] == 'attachment; filename="loans.csv"'
    assert "no-store" in found["Cache-Control"]
