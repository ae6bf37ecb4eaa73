"""Scanned pages become a draft, tables included; without tesseract a sentence."""

from difflib import SequenceMatcher
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.ocr import read_scan, ruling_lines
from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.errors import BrokenFile, OcrUnavailable, TooComplex
from tests.programs import program
from tests.prongsai.ita.documents.reading.pages import samples

pytestmark = pytest.mark.slow

HEAD = ["กิจกรรม", "ทำอย่างไร", "ทำเมื่อใด", "ใครทำ", "ได้ทำอะไร", "เกิดผลอะไร"]
ROW = ["ซ่อมถนนหน้าตลาด", "ประกาศให้ทุกคนทราบ", "ตลอดปี", "กองช่าง", "ถนนเรียบ", "ชาวบ้านยิ้ม"]
OPENING = "สมุดบันทึกของหมู่บ้านทดสอบดี"


@pytest.fixture(scope="module")
def scan() -> bytes:
    """A picture of a heading over a table of two rows and six columns."""
    table = [[[text] for text in row] for row in (HEAD, ROW)]
    page = pypdfium2.PdfDocument(samples.by_typst(table, OPENING))[0]
    return saved(page.render(scale=150 / 72).to_pil().convert("L"))


def saved(page: Image.Image, form: str = "PNG") -> bytes:
    file = BytesIO()
    page.save(file, format=form)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["PNG", "JPEG", "PDF"])
def test_scan_is_read_as_a_draft_with_its_table(scan: bytes, form: str):
    program("tesseract")

    pages = read_scan("a", saved(Image.open(BytesIO(scan)), form))

    assert pages.draft
    heading, table, *_ = pages.blocks
    assert isinstance(heading, Paragraph)
    assert alike(heading.text, OPENING)
    assert heading.source.page == 1
    assert isinstance(table, Table)
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert [len(row) for row in read] == [6, 6]
    assert alike("".join(read[0] + read[1]), "".join(HEAD + ROW))


def alike(read: str, written: str) -> bool:
    """Tesseract drops a tone mark now and then."""
    one, other = read.replace(" ", ""), written.replace(" ", "")
    return SequenceMatcher(None, one, other).ratio() > 0.9


def test_lines_of_a_picture_are_found_where_they_are():
    page = Image.new("L", (400, 300), 255)
    ImageDraw.Draw(page).line((50, 100, 350, 100), fill=0, width=1)

    (line,) = ruling_lines(page)

    assert not line.upright
    assert (line.start, line.end) == pytest.approx((24, 168.5), abs=0.5)


def test_damaged_and_gigantic_pictures_are_refused(scan: bytes):
    program("tesseract")

    with pytest.raises(BrokenFile):
        read_scan("a.png", scan[:200])
    with pytest.raises(TooComplex):
        read_scan("a.png", saved(Image.new("1", (9_000, 9_000))))


def test_too_many_pages_and_too_little_time_are_refused(scan: bytes):
    program("tesseract")

    for limits in (Limits(pages_of_ocr=0), Limits(seconds_of_ocr=0.001)):
        with pytest.raises(TooComplex):
            read_scan("a.png", scan, limits)


def test_without_tesseract_a_sentence_says_so(
    scan: bytes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(OcrUnavailable):
        read_scan("a.png", scan)
