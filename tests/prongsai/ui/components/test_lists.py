"""Tables, pages, files and figures."""

from dataclasses import dataclass

import pytest
from django.core.paginator import Paginator

from prongsai.ui import charts
from prongsai.ui.tables import Cell, Column, Row, Table
from tests.drawing import HOSTILE, draw, text_of, tree_of

COLUMNS = [
    Column("number", "Number", sort_url="?sort=number", direction="descending"),
    Column("what", HOSTILE, sort_url="?sort=what", direction="none"),
    Column("value", "Value", numeric=True),
]


@dataclass
class File:
    name: str = HOSTILE
    size: int = 2_400_000
    content_type: str = "image/jpeg"

    def get_absolute_url(self) -> str:
        return "/files/1/x.jpg"


def make_table(**fields) -> Table:
    row = Row(cells=["12/2569", Cell(HOSTILE, tone="bad"), "1,200"], href="/loan/12/")
    return Table(HOSTILE, columns=COLUMNS, **{"rows": [row], **fields})


def test_table_has_a_caption_heads_and_a_head_for_each_row():
    tree = tree_of(draw("{% data_table t %}", t=make_table()))

    assert tree.find(".//caption").text_content() == HOSTILE
    assert {th.get("scope") for th in tree.findall(".//thead//th")} == {"col"}
    assert tree.find(".//tbody//th").get("scope") == "row"


def test_table_keeps_its_meaning_when_it_is_stacked():
    tree = tree_of(draw("{% data_table t %}", t=make_table()))

    cells = tree.findall(".//tbody/tr/*")
    roles = [cell.get("role") for cell in cells]
    assert [cell.get("data-label") for cell in cells] == ["Number", HOSTILE, "Value"]
    assert roles == ["rowheader", "cell", "cell"]
    assert tree.find(".//table").get("role") == "table"


def test_the_first_cell_leads_to_the_thing_and_the_others_do_not():
    tree = tree_of(draw("{% data_table t %}", t=make_table()))

    assert [a.get("href") for a in tree.findall(".//tbody//a")] == ["/loan/12/"]
    assert tree.find(".//tbody//a").text_content() == "12/2569"


def test_a_state_in_a_table_is_a_badge():
    tree = tree_of(draw("{% data_table t %}", t=make_table()))

    badge = tree.find(".//tbody//span[@class='badge bad']")
    assert badge.text_content() == HOSTILE
    assert badge.find("svg") is not None


def test_heads_say_how_the_rows_are_sorted():
    tree = tree_of(draw("{% data_table t %}", t=make_table()))

    sorts = [th.get("aria-sort") for th in tree.findall(".//thead//th")]
    assert sorts == ["descending", "none", None]


@pytest.mark.parametrize(
    ("language", "words"), [("th", "ยังไม่มีรายการ"), ("en", "Nothing here yet")]
)
def test_table_without_rows_says_so(language, words):
    drawn = draw("{% data_table t %}", language=language, t=make_table(rows=[]))

    assert text_of(drawn).endswith(words)


def test_table_without_rows_says_its_own_words_when_it_has_some():
    drawn = draw("{% data_table t %}", t=make_table(rows=[], empty=HOSTILE))

    assert HOSTILE in tree_of(drawn).text_content()


def test_a_row_of_another_length_is_a_mistake_that_is_heard():
    wrong = make_table(rows=[Row(cells=["alone"])])

    with pytest.raises(ValueError, match="zip"):
        draw("{% data_table t %}", t=wrong)


def test_pages_keep_the_rest_of_the_address():
    page = Paginator(range(100), 10).page(3)
    drawn = draw("{% pagination page %}", page=page, path="/loans/?q=a%26b&page=3")
    tree = tree_of(drawn)

    hrefs = {a.get("href") for a in tree.iter("a")}
    current = tree.findall(".//a[@aria-current='page']")
    assert "?q=a%26b&page=4" in hrefs
    assert all("q=a%26b" in href for href in hrefs)
    assert [a.text_content().split()[-1] for a in current] == ["3"]


def test_one_page_needs_no_way_to_others():
    page = Paginator(range(3), 10).page(1)

    assert text_of(draw("{% pagination page %}", page=page)) == ""


def test_files_say_name_and_size():
    tree = tree_of(draw("{% file_list files %}", files=[File()]))

    link = tree.find(".//a")
    assert link.get("href") == "/files/1/x.jpg"
    assert HOSTILE in link.text_content()
    assert "2.4 MB" in link.text_content()


@pytest.mark.parametrize(("language", "words"), [("th", "ไม่มีแฟ้ม"), ("en", "No files")])
def test_no_files_are_said_to_be_none(language, words):
    assert text_of(draw("{% file_list files %}", language=language, files=[])) == words


def test_a_figure_stands_beside_its_table():
    chart = charts.bars(HOSTILE, labels=["2567", "2568"], series={"a": [1, 2]})
    tree = tree_of(draw("{% figure chart %}", chart=chart))

    assert tree.find(".//figcaption").text_content() == HOSTILE
    assert tree.find(".//svg") is not None
    assert len(tree.findall(".//details//tbody/tr")) == 2
