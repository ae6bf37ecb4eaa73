"""CSV that opens rightly and runs nothing."""

import csv
import io

import pytest

from prongsai.foundations.publications.contents import Column, Table
from prongsai.foundations.publications.tabular import csv_of


def read(*cells):
    columns = tuple(
        Column(key=str(n), label="หัว", numeric=False) for n in range(len(cells))
    )
    table = Table(key="t", title="", columns=columns, rows=(cells,))
    text = csv_of(table).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@x", "-1+1", "\t=1", " =1", "\uff1d1"])
def test_a_cell_that_would_run_is_text(cell):
    assert read(cell)[0].startswith("'")


@pytest.mark.parametrize("cell", ["-5", "-12.50", "ก", "00012", "1,5", ""])
def test_a_cell_that_is_harmless_stays(cell):
    assert read(cell) == [cell]


def test_the_file_says_that_it_is_utf_8():
    table = Table(key="t", title="", columns=(), rows=())

    assert csv_of(table).startswith(b"\xef\xbb\xbf")
