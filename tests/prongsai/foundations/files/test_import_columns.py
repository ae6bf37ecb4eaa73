"""Columns are found in either language; what a row says is read, or told in words."""

import pytest
from django import forms
from django.utils import translation

from prongsai.foundations.files.import_columns import (
    CheckedSheet,
    Heading,
    ImportColumns,
    texts_at,
)
from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.files.sheets import FORMULA

TWICE = "delete one"
FIELDS = {"code": forms.CharField(max_length=3), "count": forms.IntegerField()}


@pytest.fixture
def columns(tmp_path, monkeypatch):
    """Return the columns of a package that only this test has, named after its folder."""
    tmp_path.joinpath("__init__.py").touch()
    tmp_path.joinpath("columns.toml").write_text(
        '[code]\nth = "รหัส"\nen = "Asset code"\n[count]\nth = "จำนวน"\nen = "Count"\n',
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path.parent)
    return ImportColumns(tmp_path.name, required=("code", "count"))


def test_headings_stand_in_the_order_of_the_file(columns):
    assert list(columns.headings()) == ["code", "count"]


@pytest.mark.parametrize(
    ("language", "name"), [("th", "รหัส"), ("en", "Asset code"), ("de", "รหัส")]
)
def test_a_heading_is_said_in_the_language_of_the_page(language, name):
    heading = Heading(key="code", th="รหัส", en="Asset code")

    with translation.override(language):
        assert str(heading) == name


@pytest.mark.parametrize(
    "name", ["รหัส", " รหัส *", "Asset code*", "ASSET  CODE", "code"]
)
def test_a_column_is_known_by_either_language_or_its_key(columns, name):
    assert columns.key_of(name) == "code"


def test_columns_are_found_wherever_they_stand(columns):
    found = CheckedSheet()

    places = columns.places(["Count", "", "Colour", "Code"], found, twice=TWICE)

    assert places == {"count": 0, "code": 3}
    assert (found.ignored, found.problems) == (["Colour"], [])


def test_a_column_that_is_there_twice_is_told_and_the_first_one_counts(columns):
    found = CheckedSheet()

    places = columns.places(["Code", "Count", "รหัส"], found, twice=TWICE)

    assert places == {"code": 0, "count": 1}
    assert found.problems == [Problem(row=0, column="รหัส", text=TWICE)]


def test_a_required_column_that_is_not_there_is_told(columns):
    found = CheckedSheet()

    with translation.override("en"):
        columns.places(["Code"], found, twice=TWICE)
        missing = Problem.missing("Count")

    assert found.problems == [missing]


def test_the_cells_of_a_row_are_read(columns):
    found = columns.values({"code": "A1", "count": "7"}, FIELDS, row=2)

    assert found == ({"code": "A1", "count": 7}, [])


def test_every_cell_that_cannot_be_read_is_told_with_its_row(columns):
    with translation.override("en"):
        values, problems = columns.values(
            {"code": FORMULA, "count": "many"}, FIELDS, row=2
        )
        formula = Problem.formula("Asset code", 2)

    assert values == {}
    assert problems[0] == formula
    assert [(each.row, each.column) for each in problems] == [
        (2, "Asset code"),
        (2, "Count"),
    ]


def test_a_row_may_end_before_its_last_columns():
    assert texts_at({"code": 0, "count": 2}, ["A1"]) == {"code": "A1", "count": ""}


def test_a_row_with_two_problems_is_one_bad_row_and_a_heading_is_none():
    found = CheckedSheet(
        problems=[Problem(row=n, column="Code", text="…") for n in (0, 4, 4, 7)]
    )

    assert found.bad_rows == 2
