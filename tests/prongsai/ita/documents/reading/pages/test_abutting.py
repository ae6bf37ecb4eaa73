"""Tables under each other without a gap are told apart; one table stays one."""

from itertools import pairwise

from prongsai.ita.documents.reading.pages.abutting import Place, apart


def row(top: float, *lines: float) -> list[Place]:
    return [(left, top, right, top + 10) for left, right in pairwise(lines)]


def test_rows_with_the_same_columns_are_one_table():
    cells = row(0, 0, 50, 100) + row(10, 0, 50.5, 100)

    assert [sorted(table) for table in apart(cells)] == [sorted(cells)]


def test_other_columns_begin_another_table():
    first, second = row(0, 0, 50, 100), row(10, 0, 30, 100) + row(20, 0, 30, 100)

    assert list(apart(first + second)) == [first, second]


def test_merged_cells_do_not_cut_a_table():
    cells = row(0, 0, 100) + row(10, 0, 30, 60, 100) + row(20, 0, 60, 100)

    assert len(list(apart(cells))) == 1


def test_a_cell_that_reaches_down_keeps_its_table_together():
    cells = [*row(0, 0, 50, 100), (100, 0, 120, 20), *row(10, 0, 30, 100)]

    assert len(list(apart(cells))) == 1
