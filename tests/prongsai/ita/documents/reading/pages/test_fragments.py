"""Fragments of HTML inside a cell of a text lose their tags and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.fragments import inline


@pytest.mark.parametrize(
    ("fragment", "paragraphs"),
    [
        ("", ()),
        ("plain  text", ("plain text",)),
        ("<p>ก</p> <p> ข</p>", ("ก", "ข")),
        ("ก<br>ข<BR/>ค", ("ก", "ข", "ค")),
        ("x <b>y</b><i style='a'>z</i>", ("x yz",)),
        ('<a href="http://a.test">a.test</a>', ("a.test",)),
        ("see <https://a.test/b?c=d> now", ("see https://a.test/b?c=d now",)),
        (
            "Rock&Roll & Q&amp;A &lt;b&gt; a < b > c <3 <foo>",
            ("Rock&Roll & Q&A <b> a < b > c <3 <foo>",),
        ),
        ("stray </a> tag", ("stray tag",)),
        ("a<!-- hidden -->b<script>x<p>y</script>c", ("abc",)),
        (
            '<p>ช่องทาง</p> <ul style="x"> - เว็บ https://a.test/b-c - ไลน์ - อีเมล ',
            ("ช่องทาง", "- เว็บ https://a.test/b-c", "- ไลน์", "- อีเมล"),
        ),
        ("<ul> -ก ข -ค <p>ง - จ</p>", ("-ก ข", "-ค", "ง - จ")),
        ("<ul> - E - Mail - ม.ค. - มี.ค.</ul>", ("- E - Mail - ม.ค. - มี.ค.",)),
        ("<ul><li>a<li>b</ul> - c", ("- a", "- b", "- c")),
        ("<ol><li>a</li><li>b</li></ol>", ("1. a", "2. b")),
    ],
)
def test_inline_gives_the_paragraphs(fragment: str, paragraphs: tuple[str, ...]):
    assert inline(fragment) == paragraphs


@pytest.mark.parametrize("piece", ["<p ", "<!--", "<ul> - ", "&amp", "</", "<a href='"])
def test_inline_takes_time_in_proportion(piece: str):
    start = time.perf_counter()

    inline(piece * 20_000)

    assert time.perf_counter() - start < 2


@given(st.text(alphabet="<>/&;pulib -กา1\"'= \n", max_size=80))
def test_inline_never_fails_and_leaves_no_paragraph_tag(fragment: str):
    paragraphs = inline(fragment)

    assert all(text == text.strip() != "" for text in paragraphs)
    assert not any("<p>" in text for text in paragraphs)
