"""The files of an item: an official paper, a workbook with every row."""

import io

import openpyxl
import pikepdf
import pypdfium2
import pytest

from prongsai.foundations.publications import contents
from prongsai.registers.disclosure.documents import tables, writing
from tests.cast import NOW, make_office
from tests.prongsai.registers.disclosure.publishing import content

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def files_of(**words):
    office = make_office(name_th="เทศบาลสมมุติ")
    return writing.files_of(content(**words), office=office, at=NOW)


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf.content)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def test_an_item_gets_a_paper_in_thai_digits_and_a_workbook():
    paper, workbook = files_of()

    text = text_of(paper)
    assert (paper.name, workbook.name) == ("o12.pdf", "o12.xlsx")
    assert "๒๕๖๙" in text
    assert "O12" in text
    assert "Text of the part" in text
    assert pikepdf.open(io.BytesIO(paper.content)).Root.MarkInfo.Marked
    book = openpyxl.load_workbook(io.BytesIO(workbook.content))
    assert [sheet.title for sheet in book] == ["รายการ", "ตาราง"]
    assert [row[0].value for row in book["ตาราง"].rows] == ["ก", "=row 0", "=row 1"]


def test_the_paper_calls_files_as_people_do_and_by_their_published_names():
    office, frozen = make_office(), content()
    words = {"o12-1.pdf": {"label": "Plan", "alt_th": "", "alt_en": ""}}
    frozen["parts"][0] |= {"files": ["o12-1.pdf", "x.csv"], "file_words": words}

    paper, _workbook = writing.files_of(frozen, office=office, at=NOW)

    assert "Plan(o12-1.pdf),x.csv" in text_of(paper).replace(" ", "")


def test_the_same_content_on_the_same_day_gives_the_same_bytes():
    office = make_office()

    first = writing.files_of(content(), office=office, at=NOW)
    again = writing.files_of(content(), office=office, at=NOW)

    assert [file.sha256 for file in first] == [file.sha256 for file in again]


def test_a_long_table_is_cut_on_paper_and_says_where_the_rest_is(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 30)

    paper, workbook = files_of(rows=40)

    text = text_of(paper)
    assert "๔๐" in text
    assert "row ๒๙" in text
    assert "row ๓๐" not in text
    assert "o12.xlsx" in text
    book = openpyxl.load_workbook(io.BytesIO(workbook.content))
    assert book["ตาราง"].max_row == 41


def test_an_item_with_nothing_in_it_still_gets_its_files():
    office = make_office()

    found = writing.files_of({"code": "O3", "year": 2569}, office=office, at=NOW)

    assert [file.name for file in found] == ["o3.pdf", "o3.xlsx"]


def test_a_very_wide_table_is_printed_as_far_as_it_can_be_read():
    office = make_office()
    wide = content()
    columns = [{"key": f"c{n}", "label_th": f"ช่อง{n}"} for n in range(40)]
    wide["tables"][0] |= {"columns": columns, "rows": [["x"] * 40]}

    paper = writing.files_of(wide, office=office, at=NOW)[0]

    assert "๔๐" in text_of(paper)


def test_rows_are_shared_between_long_tables():
    long = [
        contents.Table(key=f"t{n}", title="", columns=(), rows=((),) * 900)
        for n in range(3)
    ]

    assert tables.printed_rows(long) == {"t0": 900, "t1": 100, "t2": 20}
