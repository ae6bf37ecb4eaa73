"""What is wrong with a sheet, in words, and no more of it than helps."""

from django.core.exceptions import ValidationError
from django.utils import translation

from prongsai.foundations.files.sheet_problems import SHOWN, Problem, problems_table


def test_a_cell_is_told_with_its_row_and_every_word_of_its_field():
    error = ValidationError([ValidationError("too long"), ValidationError("not a day")])

    found = Problem.invalid("Day", 7, error)

    assert found == Problem(row=7, column="Day", text="too long not a day")


def test_what_concerns_the_whole_sheet_has_no_row_in_the_table():
    with translation.override("en"):
        whole, cell = Problem.missing("Code"), Problem.formula("Code", 4)
        table = problems_table([whole, cell], column="Column")

    assert [row.cells[:2] for row in table.rows] == [["–", "Code"], ["4", "Code"]]
    assert [column.label for column in table.columns][1] == "Column"


def test_a_page_shows_so_many_problems_and_no_more():
    many = [Problem(row=n, column="Code", text="…") for n in range(1, SHOWN + 2)]

    table = problems_table(many, column="Column")

    assert len(table.rows) == SHOWN
