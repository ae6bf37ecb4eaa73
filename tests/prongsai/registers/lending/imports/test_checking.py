"""Every row is checked in words before anything is written."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from prongsai.registers.lending.imports.checking import check
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.states.assets import AssetKind, Condition, Fund
from tests.cast import make_division, make_office, make_user
from tests.prongsai.registers.lending.imports.files import HEADS
from tests.shelf import make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FULL = {
    "รหัสพัสดุ": "๔๑๖-๖๙-๐๐๐๑",
    "ชื่อรายการ": "เต็นท์ผ้าใบ",
    "รหัสหมวด": "416",
    "หน่วยนับ": "หลัง",
    "รหัสส่วนราชการ": "finance",
    "ประเภท": "Durable",
    "จำนวน": "๒๐",
    "วันที่ได้มา": "8 ต.ค. 2568",
    "ราคาต่อหน่วย": "๑๒,๕๐๐.๕๐",
    "แหล่งเงิน": "budget",
    "ผู้รับผิดชอบ (ชื่อผู้ใช้)": "bob",
    "สภาพ": "damaged",
    "ประชาชนและหน่วยงานยืมได้": "ใช่",
}


@pytest.fixture
def office():
    made = make_office()
    make_group(code="416")
    make_division(code="finance", name_th="กองคลัง")
    make_user(username="bob")
    return made


def checked(*rows, heads=HEADS):
    lines = [[n, *row] for n, row in enumerate(rows, 2)]
    return check(AssetImport(table=[[0, *heads], *lines], rows=len(rows)))


def row(**changes):
    texts = dict(zip(HEADS, ["A1", "เต็นท์", "416", "หลัง", "finance"], strict=True))
    return list((texts | changes).values())


def only(found):
    (problem,) = found.problems
    return problem


def test_a_full_row_is_read_with_thai_digits_and_dates(office):
    found = checked(list(FULL.values()), heads=list(FULL))

    (asset,) = found.assets
    assert found.is_fine
    assert (asset.code, asset.quantity) == ("๔๑๖-๖๙-๐๐๐๑", 20)
    assert asset.kind == AssetKind.DURABLE
    assert (asset.acquired_on, asset.unit_price) == (
        date(2025, 10, 8),
        Decimal("12500.50"),
    )
    assert (asset.fund, asset.condition) == (Fund.BUDGET, Condition.DAMAGED)
    assert asset.keeper is not None
    assert asset.keeper.username == "bob"
    assert asset.public_borrowable is True


def test_empty_cells_take_what_a_new_asset_has(office):
    heads = [*HEADS, "จำนวน", "สภาพ", "บุคลากรยืมได้", "ราคาต่อหน่วย"]

    found = checked([*row(), "", "", "", ""], heads=heads)

    (asset,) = found.assets
    assert (asset.quantity, asset.condition, asset.unit_price) == (1, "usable", None)
    assert (asset.internal_borrowable, asset.public_borrowable) == (True, False)


def test_english_headings_and_keys_are_read_too(office):
    heads = ["Asset code", "name_th", "GROUP CODE *", "Unit", "Division code"]

    assert checked(row(), heads=heads).is_fine


def test_the_division_may_be_written_by_its_name(office):
    assert checked(row(รหัสส่วนราชการ="กองคลัง")).is_fine


WRONG = {
    "no code": ({"รหัสพัสดุ": ""}, "Asset code"),
    "no name": ({"ชื่อรายการ": ""}, "Name in Thai"),
    "a long name": ({"ชื่อรายการ": "ก" * 201}, "Name in Thai"),
    "no such group": ({"รหัสหมวด": "999"}, "Group code"),
    "no such division": ({"รหัสส่วนราชการ": "กองเวทมนตร์"}, "Division code"),
    "a formula": ({"หน่วยนับ": "\ue000formula"}, "Unit"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_cell_is_named_with_its_row_and_column(office, what):
    changes, column = WRONG[what]

    with translation.override("en"):
        problem = only(checked(row(รหัสพัสดุ="B7"), row(**changes)))

    assert (problem.row, problem.column) == (3, column)
    assert problem.text


WRONG_MORE = {
    "จำนวน": ["ยี่สิบ", "-1", "1.5", "0"],
    "วันที่ได้มา": ["29 ก.พ. 2568", "8/10/2025", "เมื่อวาน"],
    "ราคาต่อหน่วย": ["แพง", "-5", "1.234"],
    "ประเภท": ["ของเล่น"],
    "สภาพ": ["สวย"],
    "แหล่งเงิน": ["กระเป๋า"],
    "ประชาชนและหน่วยงานยืมได้": ["อาจจะ"],
    "ผู้รับผิดชอบ (ชื่อผู้ใช้)": ["nobody"],
    "อายุการใช้งาน (ปี)": ["0", "101"],
}


@pytest.mark.parametrize(
    ("column", "text"), [(c, t) for c, texts in WRONG_MORE.items() for t in texts]
)
def test_wrong_words_numbers_and_days_are_refused(office, column, text):
    with translation.override("th"):
        problem = only(checked([*row(), text], heads=[*HEADS, column]))

    assert (problem.row, problem.column) == (2, column)


def test_every_problem_of_a_row_is_said(office):
    found = checked(["", "", "999", "", "nowhere"])

    assert len(found.problems) == 5
    assert found.bad_rows == 1


def test_a_code_in_the_register_is_refused(office):
    make_asset(code="A1")

    assert "A1" in only(checked(row())).text


def test_a_code_of_another_office_is_no_matter(office):
    make_asset(code="A1", office=make_office())

    assert checked(row()).is_fine


def test_a_code_twice_in_the_file_names_the_first_row(office):
    with translation.override("en"):
        problem = only(checked(row(), row()))

    assert (problem.row, "row 2" in problem.text) == (3, True)


def test_a_missing_and_a_double_column_are_said_once(office):
    heads = ["รหัสพัสดุ", "Asset code", "รหัสหมวด", "หน่วยนับ", "รหัสส่วนราชการ"]

    found = checked(row(), row(), heads=heads)

    assert [problem.row for problem in found.problems] == [0, 0]
    assert not found.assets


def test_unknown_columns_are_told_and_not_read(office):
    found = checked([*row(), "แดง"], heads=[*HEADS, "สีโปรด"])

    assert (found.is_fine, found.ignored) == (True, ["สีโปรด"])


def test_short_rows_are_rows_with_empty_cells(office):
    found = checked(["A1", "เต็นท์"])

    assert {problem.row for problem in found.problems} == {2}


def test_checking_writes_nothing(office):
    checked(row())

    assert not Asset.objects.exists()
