"""Any spreadsheet program's sheet becomes rows of texts; hostile files a clear refusal."""

import io
import zipfile
from datetime import date, datetime

import pytest

from prongsai.foundations.files import sheets
from prongsai.foundations.files.errors import (
    DamagedUpload,
    EmptyUpload,
    FileRefused,
    NameDisagrees,
    UnpacksTooLarge,
    UploadTooLarge,
    WrongKind,
)
from tests.prongsai.foundations.files.sheet_files import csv_file, xlsx_file

HEADS = ["รหัสพัสดุ", "ชื่อรายการ", "รหัสหมวด", "หน่วยนับ", "รหัสส่วนราชการ"]
ROW = ["416-69-0001", "เต็นท์", "416", "หลัง", "คลัง"]
TEXT = ",".join(HEADS) + "\n" + ",".join(ROW) + "\n"
LIMITS = sheets.Limits(megabytes=2, rows=30, columns=10)


def read(upload):
    return sheets.read(upload, name=upload.name, limits=LIMITS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620"])
def test_csv_is_read_in_every_encoding_offices_write(encoding):
    table = read(csv_file(TEXT, encoding=encoding))

    assert table.headings == tuple(HEADS)
    assert table.rows == ((2, tuple(ROW)),)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_with_other_separators_is_read(separator):
    table = read(csv_file(TEXT.replace(",", separator)))

    assert table.rows == ((2, tuple(ROW)),)


def test_empty_lines_are_passed_over_and_the_numbers_stay():
    table = read(csv_file(f"\n{TEXT}\n,,,\n{','.join(ROW)}\n"))

    assert [number for number, _cells in table.rows] == [3, 6]


def test_xlsx_cells_become_texts():
    rows = [HEADS, [4166900011, "เต็นท์", 416.0, 12.5, True]]

    table = read(xlsx_file(rows))

    assert table.rows == ((2, ("4166900011", "เต็นท์", "416", "12.5", "1")),)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (datetime(2025, 10, 8, 0, 0), "8/10/2568"),  # noqa: DTZ001  # as a sheet has it
        (date(2025, 10, 8), "8/10/2568"),
        (date(2568, 10, 8), "8/10/2568"),
    ],
)
def test_real_dates_are_read_whatever_era_was_typed(day, text):
    table = read(xlsx_file([HEADS, [*ROW, day]]))

    assert table.rows[0][1][-1] == text


def test_formulas_are_seen_and_never_computed():
    from_xlsx = read(xlsx_file([HEADS, ['=HYPERLINK("http://x")', *ROW[1:]]]))
    from_csv = read(csv_file(TEXT.replace(ROW[0], "=1+1")))

    assert from_xlsx.rows[0][1][0] == sheets.FORMULA
    assert from_csv.rows[0][1][0] == sheets.FORMULA


def test_a_text_quoted_against_running_is_a_text():
    table = read(csv_file(TEXT.replace(ROW[0], "'=1+1")))

    assert table.rows[0][1][0] == "=1+1"


REFUSED = {
    "nothing": (csv_file(""), EmptyUpload),
    "a lying name": (xlsx_file([HEADS, ROW], name="sheet.csv"), NameDisagrees),
    "a picture": (csv_file("\x89PNG\r\n\x1a\n", encoding="latin-1"), WrongKind),
    "bytes of no text": (csv_file("a\x00b", encoding="latin-1"), FileRefused),
    "no rows": (csv_file(",".join(HEADS)), sheets.EmptySheet),
    "too wide": (csv_file(",".join(["ก"] * 11)), sheets.TooManyColumns),
    "a broken quote": (csv_file('ก,"' + "x" * 200_000), DamagedUpload),
    "a cut workbook": (
        csv_file("PK\x03\x04 and no more", encoding="latin-1", name="a.xlsx"),
        FileRefused,
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_list_is_refused(what):
    upload, refusal = REFUSED[what]

    with pytest.raises(refusal):
        read(upload)


def test_more_rows_than_the_limit_allows_are_refused():
    with pytest.raises(sheets.TooManyRows) as refusal:
        read(csv_file("ก\n" + "1\n" * 31))

    assert refusal.value.facts == {"name": "sheet.csv", "limit": 30}


def test_exactly_as_many_rows_as_the_limit_allows_are_read():
    table = read(csv_file("ก\n" + "1\n" * 30))

    assert len(table.rows) == 30


def test_a_file_larger_than_the_limit_allows_is_refused():
    with pytest.raises(UploadTooLarge):
        read(csv_file("ก\n" + "x" * 2 * 1024 * 1024))


def test_a_bomb_is_refused():
    with zipfile.ZipFile(io.BytesIO(xlsx_file([HEADS, ROW]).read())) as fine:
        parts = {name: fine.read(name) for name in fine.namelist()}
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        package.writestr("xl/media/big.bin", b"0" * 40_000_000)

    with pytest.raises(UnpacksTooLarge):
        read(
            csv_file(
                bomb.getvalue().decode("latin-1"), encoding="latin-1", name="a.xlsx"
            )
        )


def test_a_workbook_with_nonsense_inside_is_damaged():
    broken = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_file([HEADS, ROW]).read())) as fine,
        zipfile.ZipFile(broken, "w") as package,
    ):
        for name in fine.namelist():
            content = b"<not xml" if name.endswith("sheet1.xml") else fine.read(name)
            package.writestr(name, content)

    with pytest.raises(DamagedUpload):
        read(
            csv_file(
                broken.getvalue().decode("latin-1"), encoding="latin-1", name="a.xlsx"
            )
        )


def test_a_workbook_that_claims_a_million_columns_is_read_in_time():
    file = xlsx_file([HEADS, ROW])
    claimed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file.read())) as fine,
        zipfile.ZipFile(claimed, "w") as package,
    ):
        for name in fine.namelist():
            content = fine.read(name)
            package.writestr(
                name, content.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')
            )

    table = read(
        csv_file(
            claimed.getvalue().decode("latin-1"), encoding="latin-1", name="a.xlsx"
        )
    )

    assert table.rows == ((2, tuple(ROW)),)
