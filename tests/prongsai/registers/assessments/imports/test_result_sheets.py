"""Every row of a sheet checked: what is wrong, where, in words; and the way out and in."""

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from prongsai.foundations.files.sheets import FORMULA, read
from prongsai.ita.frameworks.loader import load
from prongsai.registers.assessments.exports.results import template_file, years_file
from prongsai.registers.assessments.imports.result_sheets import LIMITS, check
from prongsai.registers.assessments.models import ResultSheet
from prongsai.registers.assessments.queries import results as queries
from tests.cast import TODAY, make_office
from tests.results import POINTS, make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HEADS = [0, "year", "code", "value"]
TEN = [[n + 1, "2568", str(n), value] for n, value in enumerate(POINTS, 1)]


def checked(*rows, heads=HEADS):
    return check(ResultSheet(table=[heads, *rows]), on=TODAY)


def test_a_whole_year_is_read_with_thai_digits_and_empty_rows_left_out():
    make_office()

    found = checked(
        *TEN[1:],
        [20, "๒๕๖๘", "๑", "๙๒.๑๐"],
        [21, "2568", "O1", "100"],
        [22, "2568", "total", "88.94"],
        [23, "2568", "level", "ผ่านดี"],
        [24, "2568", "announced_on", "8 ส.ค. 2568"],
        [25, "2568", "o2", ""],
    )

    (values,) = found.values
    assert found.is_fine
    assert values.points[1] == Decimal("92.10")
    assert (values.items, values.level) == ({"o1": Decimal(100)}, "ผ่านดี")
    assert values.announced_on.isoformat() == "2025-08-08"


@pytest.mark.parametrize(
    "row",
    [
        ["2570", "o1", "100"],
        ["x", "o1", "100"],
        ["2568", "o99", "100"],
        ["2568", "o1", "100.5"],
        ["2568", "o1", "ก"],
        ["2568", "o1", FORMULA],
        ["2568", "1", "90"],
        ["2568", "announced_on", "ไม่นานนี้"],
        ["2568", "level", "ก" * 101],
    ],
)
def test_a_wrong_row_is_named_by_its_number(row):
    make_office()

    found = checked(*TEN, [99, *row])

    assert [problem.row for problem in found.problems] == [99]
    assert not found.is_fine


@pytest.mark.parametrize(
    ("heads", "rows"),
    [([0, "year", "code"], TEN), (HEADS, [[2, "2568", "1", ""]]), (HEADS, TEN[1:])],
)
def test_a_sheet_that_lacks_something_says_so(heads, rows):
    make_office()

    found = checked(*rows, heads=heads)

    assert [problem.row for problem in found.problems] == [0]


def test_a_confirmed_year_is_refused_and_a_draft_is_named():
    make_office()
    make_result(2568)
    draft = make_result(2567, confirmed=False)
    older = [[n, "2567", *rest] for n, _year, *rest in TEN]

    assert not checked(*TEN).is_fine
    assert checked(*older).standing == {2567: draft}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_what_goes_out_comes_in_again(kind, language):
    make_office()
    made = make_result(
        confirmed=False,
        total=Decimal("88.94"),
        level="ผ่านดี",
        items={"eit1": Decimal(90)},
    )
    with translation.override(language):
        content = years_file([made], kind=kind)

    sheet = read(ContentFile(content), name=f"a.{kind}", limits=LIMITS)
    table = [[0, *sheet.headings], *([n, *cells] for n, cells in sheet.rows)]
    (values,) = check(ResultSheet(table=table), on=TODAY).values

    assert values.points == queries.points_of(made)
    assert (values.total, values.level) == (made.announced_total, "ผ่านดี")
    assert values.items == {"eit1": Decimal(90)}


def test_the_template_names_everything_of_the_year():
    content = template_file(load(2568))

    sheet = read(ContentFile(content), name="a.xlsx", limits=LIMITS)

    assert len(sheet.rows) == 3 + 10 + 2 + 28
