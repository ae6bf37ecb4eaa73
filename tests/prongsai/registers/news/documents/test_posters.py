"""Posters as PDF and PNG: every subject, sheet and design, hostile and long texts."""

import io
from datetime import date
from itertools import product

import pypdfium2
import pytest
from PIL import Image

from prongsai.registers.news.documents import posters
from prongsai.registers.news.documents.posters import PosterTooLong, Sheet
from prongsai.registers.news.models.poster_contents import Subject, checked
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from tests.posters import CONTENTS, SENDER, letters

pytestmark = pytest.mark.slow

ON = date(2025, 11, 20)
HOSTILE = ("#let x = 1", "$ x $", "\\u{41} \\", '"', "`raw`", "<script>", "*b* _i_ @l")


def sheet_of(subject=Subject.FREE, **fields) -> Sheet:
    given = {
        "title": "ขอเชิญชวน",
        "subject": subject,
        "kind": PosterKind.POSTER_A4,
        "design": PosterDesign.PLAIN,
        "fiscal_year": 2569,
        "thai_digits": False,
        "data": CONTENTS[subject],
    } | fields
    return Sheet(**given | {"data": checked(subject, given["data"])})


def words_in(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return letters(document[0].get_textpage().get_text_bounded())


def said(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for one in value for text in said(one)]


@pytest.mark.parametrize(
    ("subject", "kind", "design"), list(product(Subject, PosterKind, PosterDesign))
)
def test_every_sheet_is_one_page_that_says_everything(subject, kind, design):
    sheet = sheet_of(subject, kind=kind, design=design)

    found = words_in(posters.pdf(sheet, SENDER, on=ON))

    wanted = [
        text
        for key, part in sheet.data.items()
        if key not in {"address", "amounts"}
        for text in said(part)
    ]
    missing = [
        t for t in (sheet.title, SENDER.name, *wanted) if letters(t) not in found
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("kind", "height"),
    [
        (PosterKind.POSTER_A4, 1527),
        (PosterKind.LEAFLET, 764),
        (PosterKind.INFOGRAPHIC, 1350),
    ],
)
def test_pictures_are_1080_dots_wide(kind, height):
    png = posters.png(sheet_of(kind=kind), SENDER, on=ON)

    across, down = Image.open(io.BytesIO(png)).size
    assert across == 1080
    assert abs(down - height) <= 1


def test_the_document_has_title_language_tags_and_its_fonts():
    pdf = posters.pdf(sheet_of(title="ชื่อเรื่อง"), SENDER, on=ON)

    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "ชื่อเรื่อง"
    assert b"/Lang" in pdf
    assert b"/MarkInfo" in pdf
    assert b"/FontFile" in pdf


def test_markup_of_any_kind_is_printed_as_text():
    data = {"paragraphs": list(HOSTILE), "points": list(HOSTILE)}

    found = words_in(posters.pdf(sheet_of(title=HOSTILE[0], data=data), SENDER, on=ON))

    assert all(found.count(letters(text)) >= 2 for text in HOSTILE)


def test_digits_are_thai_where_asked_for_but_never_in_addresses():
    sheet = sheet_of(Subject.EIT, thai_digits=True, title="ปี 2569")

    found = words_in(posters.pdf(sheet, SENDER, on=ON))

    assert "๒๕๖๙" in found
    assert "https://survey.example.org/s/abc" in found


@pytest.mark.parametrize("kind", PosterKind)
def test_long_texts_are_set_smaller_and_all_there(kind):
    data = {"paragraphs": ["งานที่ประชาชนควรทราบและติดตามได้ " * 6] * 3}

    found = words_in(posters.pdf(sheet_of(kind=kind, data=data), SENDER, on=ON))

    assert found.count("งานที่ประชาชนควรทราบและติดตามได้") == 18


def test_a_word_without_end_is_parted_and_not_lost():
    data = {"paragraphs": ["ก" * 300, "W" * 300]}

    found = words_in(posters.pdf(sheet_of(data=data), SENDER, on=ON))

    assert found.count("W") == 300


def test_what_cannot_be_read_any_more_is_refused_in_every_form():
    data = {"paragraphs": ["งานที่ประชาชนควรทราบและติดตามได้ " * 12] * 10}
    sheet = sheet_of(kind=PosterKind.LEAFLET, data=data)

    for make in (posters.pdf, posters.png):
        with pytest.raises(PosterTooLong):
            make(sheet, SENDER, on=ON)
    with pytest.raises(PosterTooLong):
        posters.fits(sheet, SENDER)


def test_the_picture_is_told_in_words_with_amounts_and_shares():
    words = posters.in_words(sheet_of(Subject.BUDGET))

    assert "งบประมาณรวม ปีงบประมาณ พ.ศ. 2569 2,000,000.50 บาท" in words
    assert "ด้านบริหารทั่วไป 1,200,000 บาท (60.0%)" in words


def test_a_survey_says_whose_it_is_and_where():
    words = posters.in_words(sheet_of(Subject.EIT))

    assert "เป็นของสำนักงาน ป.ป.ช." in words
    assert "https://survey.example.org/s/abc" in words
