"""The cells of a sheet in the row that keeps them until somebody says yes."""

from prongsai.foundations.files.sheets import Sheet
from prongsai.registers.assessments.models import ResultSheet


def test_a_row_holds_the_headings_and_the_cells_with_their_numbers():
    sheet = Sheet(
        name="ผ" * 300,
        sha256="0f",
        headings=("ปี", "คะแนน"),
        rows=((3, ("2568", "90")),),
    )

    found = ResultSheet.holding(sheet)

    assert found.table == [[0, "ปี", "คะแนน"], [3, "2568", "90"]]
    assert (found.rows, found.sha256, str(found)) == (1, "0f", "ผ" * 255)
    assert found.pk is None
