"""A file is looked at once: it opens, a machine can read it, nothing personal is in it."""

import io
import zipfile

import pypdfium2
import pytest
from openpyxl import Workbook

from prongsai.ita.disclosure.files import look
from prongsai.ita.disclosure.model import Blank, Seen, Trouble
from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.thai.personal import Kind

CITIZEN = "1-2345-67890-12-1"


def book(*rows, merged=()) -> bytes:
    out, workbook = io.BytesIO(), Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    workbook.save(out)
    return out.getvalue()


def test_a_workbook_is_read_through_numbers_included():
    found = look("xlsx", book(("ชื่อ", "เลข"), ("ก", CITIZEN), ("ข", 1234567890121)))

    assert (found.opens, found.has_text) == (True, True)
    assert found.seen == (Seen(kind=Kind.CITIZEN_ID, page=1),)


def test_blank_cells_under_headings_are_told_and_what_is_no_row_is_passed_over():
    content = book(
        ("โครงการ", "งบประมาณ", "ผู้รับผิดชอบ"),
        ("ก", 100, "กองช่าง"),
        ("ข", None, "กองช่าง"),
        (None, None, None),
        ("ค", None, "กองคลัง"),
        ("ง", "-", " "),
        ("รวม", 100, None),
        ("หมายเหตุ ข้อมูลถึงเดือนมีนาคม", None, None),
    )

    assert look("xlsx", content).blanks == (
        Blank(sheet=1, column="งบประมาณ", row=3, count=2),
        Blank(sheet=1, column="ผู้รับผิดชอบ", row=6, count=1),
    )


def test_a_sheet_without_headings_in_its_first_row_is_not_judged():
    titled = book(("แผนปี 2569",), ("โครงการ", "งบประมาณ"), ("ก", None))
    gappy = book(("โครงการ", None, "งบประมาณ"), ("ก", None, 1))

    assert look("xlsx", titled).blanks == look("xlsx", gappy).blanks == ()


def test_what_merged_cells_cover_is_not_blank():
    content = book(
        ("กอง", "โครงการ", "บาท"), ("ช่าง", "ก", 1), (None, "ข", 2), merged=("A2:A3",)
    )

    assert look("xlsx", content).blanks == ()


def test_the_offices_own_telephone_is_not_seen():
    content = book(("โทร", "081-234-5678"))

    assert [one.kind for one in look("xlsx", content).seen] == [Kind.TELEPHONE]
    assert look("xlsx", content, official=frozenset({"0812345678"})).seen == ()


def test_a_list_of_values_tells_the_line():
    found = look("csv", f"ชื่อ,เลข\nก,{CITIZEN}\n".encode())

    assert found.seen == (Seen(kind=Kind.CITIZEN_ID, line=2),)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("xlsx", b"PK\x03\x04 broken"),
        ("docx", b"PK\x03\x04 broken"),
        ("pdf", b""),
        ("xlsx", b""),
    ],
)
def test_what_is_damaged_does_not_open(kind, content):
    assert look(kind, content).opens is False


@pytest.mark.slow
def test_a_bomb_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/worksheets/sheet1.xml", b"0" * 210_000_000)

    found = look("xlsx", out.getvalue())

    assert (found.opens, found.trouble) == (None, Trouble.TOO_LARGE)


def test_pictures_and_unknown_kinds_are_not_read():
    assert look("jpg", b"picture").has_text is None
    assert look("zip", b"PK").opens is None


@pytest.mark.slow
def test_a_scan_is_told_from_a_document():
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(200, 200)
    scan = io.BytesIO()
    blank.save(scan)

    found = look("pdf", scan.getvalue())

    assert (found.opens, found.has_text) == (True, False)


@pytest.mark.slow
def test_personal_data_in_a_document_is_found_with_its_page():
    page = (
        f'#set document(title: "x")\n#set text(lang: "th", font: "Sarabun")\n{CITIZEN}'
    )
    content = typeset(page.encode(), {})

    found = look("pdf", content)

    assert found.seen == (Seen(kind=Kind.CITIZEN_ID, page=1),)
