"""Notices and squares of articles: paragraphs, lists and tables become print, over pages."""

import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from prongsai.registers.news.documents import squares
from prongsai.registers.news.documents.notices import (
    Notice,
    NoticeEmpty,
    notice_of,
    paragraphs,
)
from tests.posters import SENDER, letters

DAY = date(2025, 11, 20)


def notice(html) -> Notice:
    address = "https://office.example.org/news/2569/a/"
    return Notice(
        heading="ประกาศ", title="เรื่อง #1", html=html, day=DAY, address=address
    )


def test_prose_becomes_paragraphs_in_order():
    html = (
        "ต้น<h3>หัวข้อ</h3><p>หนึ่ง<br>สอง</p><ol><li><p>ก</p></li><li>ข</li></ol>"
        "<ul><li>ค<ol><li>ฅ</li></ol></li></ul><table><tr><td>ง</td><td>จ</td></tr></table>ท้าย"
    )

    found = list(paragraphs(html))

    assert found == [
        ("body", "", "ต้น"),
        ("heading", "", "หัวข้อ"),
        ("body", "", "หนึ่ง สอง"),
        ("item", "1.", "ก"),
        ("item", "2.", "ข"),
        ("item", "–", "ค"),
        ("item", "1.", "ฅ"),
        ("item", "–", "ง · จ"),
        ("body", "", "ท้าย"),
    ]


@pytest.mark.slow
def test_a_long_notice_goes_on_to_further_pages_and_loses_nothing():
    html = "".join(f"<p>ย่อหน้าที่ {n} $x$ &lt;b&gt; #</p>" * 2 for n in range(60))

    document = pypdfium2.PdfDocument(notice_of(notice(html), SENDER, on=DAY))

    text = letters("".join(p.get_textpage().get_text_bounded() for p in document))
    assert len(document) > 2
    assert text.count("ย่อหน้าที่") == 120
    assert text.count("$x$<b>#") == 120


def test_an_article_without_text_is_refused():
    with pytest.raises(NoticeEmpty):
        notice_of(notice("<p> </p>"), SENDER, on=DAY)


@pytest.mark.slow
@pytest.mark.parametrize("title", ["สั้น", "ก" * 300, "คำยาว " * 50])
def test_a_square_of_any_title_has_the_size_line_wants(title):
    made = replace(notice(""), title=title)

    png = squares.square_of(made, SENDER, kind="ข่าว")

    assert Image.open(io.BytesIO(png)).size == (squares.SIDE, squares.SIDE)
