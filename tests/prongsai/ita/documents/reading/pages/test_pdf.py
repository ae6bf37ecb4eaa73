"""PDFs of three programs give their table back; bad ones are refused in a sentence."""

import re
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.pdf import read_pdf
from prongsai.ita.documents.reading.pages.source import Pages, Paragraph, Row, Table
from prongsai.ita.errors import (
    BrokenFile,
    GarbledText,
    NoTextLayer,
    TooComplex,
    UnusableInput,
)
from tests.prongsai.ita.documents.reading.pages import samples

pytestmark = pytest.mark.slow


def rows_of(pages: Pages) -> list[Row]:
    tables = (block for block in pages.blocks if isinstance(block, Table))
    return [row for table in tables for row in table.rows]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def column(pages: Pages, number: int) -> str:
    """One column as a text without spaces, header rows left out."""
    head = [bare(title) for title in samples.HEAD]
    rows = [
        row for row in rows_of(pages) if [bare(cell.text) for cell in row.cells] != head
    ]
    return "".join(bare(row.cells[number].text) for row in rows)


def written(number: int) -> str:
    return "".join(bare("".join(row[number])) for row in samples.TABLE[1:])


def distance(one: str, other: str) -> int:
    """Levenshtein's: how many letters differ."""
    line = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        line, before = [place], line
        for (left, up), same in zip(pairwise(before), other, strict=True):
            line.append(min(up + 1, line[-1] + 1, left + (letter != same)))
    return line[-1]


def error_rate(pages: Pages) -> float:
    pairs = [(written(n), column(pages, n)) for n in range(len(samples.HEAD))]
    wrong = sum(0 if a == b else distance(a, b) for a, b in pairs)
    return wrong / sum(len(a) for a, _ in pairs)


@pytest.fixture(scope="module")
def typeset() -> bytes:
    return samples.by_typst(samples.TABLE)


@pytest.mark.slow
@pytest.mark.parametrize("make", [samples.by_libreoffice, samples.by_chromium])
def test_table_of_an_office_program_or_a_browser_comes_back(
    make: Callable[[samples.Rows, Path], bytes], tmp_path: Path
):
    pages = read_pdf("a.pdf", make(samples.TABLE, tmp_path))

    assert error_rate(pages) <= 0.002
    assert {len(row.cells) for row in rows_of(pages)} == {6}


def test_table_of_typst_comes_back_whole(typeset: bytes):
    pages = read_pdf("a.pdf", typeset)

    assert error_rate(pages) == 0
    assert {len(row.cells) for row in rows_of(pages)} == {6}
    assert {row.source.page for row in rows_of(pages)} > {1, 2}


def test_lines_of_a_paragraph_are_joined_with_the_spaces_of_the_page(typeset: bytes):
    pages = read_pdf("a.pdf", typeset)

    first = pages.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == samples.OPENING
    assert first.source.page == 1


def test_list_items_and_units_are_paragraphs_of_their_own(typeset: bytes):
    row = rows_of(read_pdf("a.pdf", typeset))[1]

    assert [text[:2] for text in row.cells[1].paragraphs] == ["๑.", "๒.", "๓."]
    assert row.cells[1].paragraphs == tuple(samples.TABLE[1][1])
    assert row.cells[3].paragraphs == ("สำนักปลัด", "กองช่าง")


def test_row_cut_by_a_page_is_whole_again(typeset: bytes):
    rows = rows_of(read_pdf("a.pdf", typeset))
    head = tuple((title,) for title in samples.HEAD)

    body = [row.cells for row in rows if tuple(c.paragraphs for c in row.cells) != head]

    assert [cells[0].text for cells in body] == [row[0][0] for row in samples.TABLE[1:]]
    assert [cells[1].paragraphs for cells in body] == [
        tuple(row[1]) for row in samples.TABLE[1:]
    ]


def test_chart_is_no_table():
    lines = b"".join(b"%d 100 m %d 500 l S " % (x, x) for x in range(50, 500, 50))
    levels = b"".join(b"50 %d m 450 %d l S " % (y, y) for y in (100, 300, 500))
    words = b"BT /F 12 Tf 1 0 0 1 80 400 Tm (words that run across the lines) Tj ET"

    (block,) = read_pdf("a.pdf", samples.bare_pdf(lines + levels + words)).blocks

    assert isinstance(block, Paragraph)


def test_page_numbers_are_no_text(typeset: bytes):
    blocks = read_pdf("a.pdf", typeset).blocks

    assert [block for block in blocks if isinstance(block, Paragraph)] == [blocks[0]]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_reads_as_it_is_seen(turn: int):
    upright = b"BT /F 12 Tf 1 0 0 1 100 700 Tm (first) Tj 0 -40 Td (second) Tj ET"
    matrix = {
        90: b"0 1 -1 0 800 0 cm ",
        180: b"-1 0 0 -1 600 800 cm ",
        270: b"0 -1 1 0 -200 800 cm ",
    }[turn]

    pages = read_pdf(
        "a.pdf", samples.bare_pdf(matrix + upright, more=b"/Rotate %d" % turn)
    )

    assert [b.text for b in pages.blocks if isinstance(b, Paragraph)] == [
        "first",
        "second",
    ]


def test_text_drawn_twice_for_boldness_is_read_once():
    content = (
        b"BT /F 12 Tf 1 0 0 1 50 700 Tm (Total) Tj 1 0 0 1 50.3 700 Tm (Total) Tj ET"
    )

    (block,) = read_pdf("a.pdf", samples.bare_pdf(content)).blocks

    assert isinstance(block, Paragraph)
    assert block.text == "Total"


def test_frame_around_a_page_is_no_table():
    content = b"20 20 560 760 re S BT /F 12 Tf 1 0 0 1 50 700 Tm (Hello) Tj ET"

    (block,) = read_pdf("a.pdf", samples.bare_pdf(content)).blocks

    assert isinstance(block, Paragraph)


def test_pdf_with_a_password_is_refused(typeset: bytes, tmp_path: Path):
    with pikepdf.open(BytesIO(typeset)) as document:
        document.save(
            tmp_path / "a.pdf", encryption=pikepdf.Encryption(user="s", owner="s")
        )

    with pytest.raises(BrokenFile):
        read_pdf("a.pdf", (tmp_path / "a.pdf").read_bytes())


def test_pdf_without_text_is_refused():
    with pytest.raises(NoTextLayer):
        read_pdf("a.pdf", samples.bare_pdf(b"20 20 50 50 re f"))


def test_thai_bytes_taken_for_latin_are_refused():
    # How old Thai fonts without a table of letters come out: TIS-620 as Latin.
    text = "รายงานผลการดำเนินงานของกองช่าง ".encode("cp874") * 4
    content = b"BT /F 9 Tf 1 0 0 1 20 700 Tm (" + text + b") Tj ET"

    with pytest.raises(GarbledText) as refused:
        read_pdf("a.pdf", samples.bare_pdf(content))

    assert refused.value.facts == {"name": "a.pdf", "page": 1}


def test_too_many_pages_letters_or_lines_are_refused():
    few = Limits(pages=3, letters_on_page=10, lines_on_page=10)
    letters = b"BT /F 9 Tf 1 0 0 1 20 700 Tm (more than ten letters) Tj ET"
    lines = b"".join(b"%d 0 m %d 800 l S " % (x, x) for x in range(0, 600, 20))

    for content, pages in ((b"", 4), (letters, 1), (lines, 1)):
        with pytest.raises(TooComplex):
            read_pdf("a.pdf", samples.bare_pdf(content, pages=pages), few)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_pdf_is_read_or_refused(data: st.DataObject):
    whole = samples.bare_pdf(b"BT /F 9 Tf 1 0 0 1 20 700 Tm (text) Tj ET 0 0 9 9 re S")
    place = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.binary(max_size=40))
    gap = data.draw(st.integers(0, 40))

    with suppress(UnusableInput):
        read_pdf("a.pdf", whole[:place] + junk + whole[place + gap :])
