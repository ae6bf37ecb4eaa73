"""HTML is read as a browser without scripts would show it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.html import html_text, read_html
from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.errors import TooComplex, UnusableInput
from tests.prongsai.ita.documents.reading.pages import samples


def texts(page: str) -> list[str]:
    blocks = read_html(page).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def cells(page: str) -> list[list[tuple[str, ...]]]:
    (table,) = (b for b in read_html(page).blocks if isinstance(b, Table))
    return [[cell.paragraphs for cell in row.cells] for row in table.rows]


def test_paragraphs_breaks_and_headings_are_blocks_with_their_lines():
    blocks = read_html("<h1>ก&amp;ข</h1>\n<p>ค<br>ง\n จ</p>").blocks

    assert [
        (b.text, b.heading, b.source.lines) for b in blocks if isinstance(b, Paragraph)
    ] == [
        ("ก&ข", True, (1,)),
        ("ค", False, (2,)),
        ("ง จ", False, (2,)),
    ]


def test_what_a_browser_hides_is_left_out():
    page = """<head><title>t</title><style>x</style></head><body><!-- c --><script>s</script>
    <p hidden>h</p><p style="display : none">d</p><template>t</template><del>old</del><p>seen"""

    assert texts(page) == ["seen"]


def test_lists_carry_the_marker_that_is_drawn():
    page = """<ul><li>a<ol><li>b<li>c</ol><li>- d</ul><ol start="3" type="a"><li><p>e</p><p>f</p>
    <li value="7">g</ol><ol style="list-style-type: thai"><li>h</ol>
    <ul style="list-style: none"><li>i</ul>"""

    assert texts(page) == [
        *("- a", "1. b", "2. c", "- d"),
        *("c. e", "f", "g. g", "๑. h", "i"),
    ]


def test_spans_give_a_cell_once_and_leave_its_places_empty():
    page = """<table><tr><th colspan=2>A<th rowspan=2>B<tr><td>1<td>2
    <tr><td>3<td>4<td>5</table>"""

    assert cells(page) == [
        [("A",), (), ("B",)],
        [("1",), ("2",), ()],
        [("3",), ("4",), ("5",)],
    ]


def test_cells_hold_paragraphs_lists_and_inner_tables_in_order():
    page = """<table><tr><td>a<p>b</p><ul><li>c</ul><table><tr><td>d<td>e</table>f
    <td>g<td>h</table>"""

    assert cells(page) == [[("a", "b", "- c", "d", "e", "f"), ("g",), ("h",)]]


def test_table_that_only_places_tables_is_seen_through():
    page = """<table><tr><td>menu<td>
    <table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table></table>"""

    assert cells(page) == [[("a",), ("b",), ("c",)], [("1",), ("2",), ("3",)]]
    assert texts(page) == ["menu"]


def test_rows_of_head_body_and_foot_and_the_caption_are_kept():
    page = """<table><caption>cap</caption><thead><tr><td>h<td>i</thead>
    <tbody><tr><td>b<td>c</tbody><tfoot><tr><td>f<td>g</tfoot></table>"""

    assert texts(page) == ["cap"]
    assert [row[0] for row in cells(page)] == [("h",), ("b",), ("f",)]


def test_a_whole_table_comes_back():
    assert cells(samples.as_html(samples.TABLE)) == [
        [tuple(cell) for cell in row] for row in samples.TABLE
    ]


@pytest.mark.parametrize(
    "page", ["<div>" * 200_000, "<table><tr><td>" * 50_000, "<b>" * 9_999]
)
def test_endless_nesting_is_refused_at_once(page: str):
    start = time.perf_counter()

    with pytest.raises(TooComplex):
        read_html(page)

    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "page",
    [
        "<table>" + "<tr><td colspan=1000 rowspan=1000>x" * 3_000,
        "<table><tr>" + "<td>x" * 200,
        "<p>x" * 3_000,
    ],
)
def test_endless_tables_and_paragraphs_are_refused(page: str):
    with pytest.raises(TooComplex):
        read_html(page, "a.html", Limits(blocks=2_000))


@pytest.mark.parametrize("charset", ["utf-8", "windows-874", "tis-620"])
def test_declared_charsets_are_read(charset: str):
    page = f'<meta charset="{charset}"><p>ทดสอบดี'

    assert texts(
        html_text("a.html", page.encode(charset.replace("windows-", "cp")))
    ) == ["ทดสอบดี"]


def test_western_page_with_thai_entities_is_read():
    page = b'<meta charset="windows-1252"><p>\x93&#3585;\x94'

    assert texts(html_text("a.html", page)) == ["“ก”"]


_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "</table>",
        "<tr>",
        "<td colspan='-1'>",
        "<td rowspan=0>",
        "<li>",
        "<ol start=x>",
        "</ol>",
        "<br>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "<",
        ">",
        "<h1>",
        "กา",
        "ำ",
    ]
)


@given(st.lists(_TAGS | st.text(max_size=5), max_size=60))
def test_any_soup_of_tags_is_read_or_refused(soup: list[str]):
    try:
        pages = read_html("".join(soup))
    except UnusableInput:
        return

    for block in pages.blocks:
        if isinstance(block, Table):
            assert len({len(row.cells) for row in block.rows}) == 1
        else:
            assert block.text == block.text.strip() != ""
