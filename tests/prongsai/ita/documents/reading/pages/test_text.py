"""Text and Markdown become blocks that know their lines."""

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.reading.pages.source import Paragraph, Table
from prongsai.ita.documents.reading.pages.text import read_text


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tab_lines_are_a_table():
    [table] = read_text("มาตรการ\tขั้นตอน\n๑. ก\t\n").blocks

    assert isinstance(table, Table)
    assert texts(table) == [["มาตรการ", "ขั้นตอน"], ["๑. ก", ""]]
    assert [row.source.lines for row in table.rows] == [(1,), (2,)]


def test_pipe_lines_are_a_table_without_its_ruler():
    [table] = read_text("| a | b |\n|---|:-:|\n| x \\| y | <b>z</b> |\n").blocks

    assert isinstance(table, Table)
    assert texts(table) == [["a", "b"], ["x | y", "z"]]


def test_html_in_a_cell_makes_paragraphs():
    [table] = read_text("a\tb\n<p>๑. ก</p> <p>๒. Dos & Don't</p>\tx<br>y\n").blocks

    assert isinstance(table, Table)
    assert table.rows[1].cells[0].paragraphs == ("๑. ก", "๒. Dos & Don't")
    assert table.rows[1].cells[1].paragraphs == ("x", "y")


def test_an_html_table_inside_markdown_is_a_table():
    text = "ก่อน\n<table>\n<tr><td>a</td>\n<td>b</td></tr>\n</table>\nหลัง"

    before, table, after = read_text(text).blocks

    assert isinstance(before, Paragraph)
    assert isinstance(table, Table)
    assert texts(table) == [["a", "b"]]
    assert isinstance(after, Paragraph)
    assert after.source.lines == (6,)


def test_markup_goes_and_words_stay():
    heading, line = read_text(
        "## หัวข้อ\n\n**หนา** ~~ขีด~~ <https://example.org/a>"
    ).blocks

    assert isinstance(heading, Paragraph)
    assert isinstance(line, Paragraph)
    assert (heading.text, heading.heading) == ("หัวข้อ", True)
    assert line.text == "หนา ขีด https://example.org/a"


def test_dotted_lines_for_handwriting_are_no_text():
    assert read_text(".....\n……\n____\n").blocks == ()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    for block in read_text(text).blocks:
        assert isinstance(block, Paragraph | Table)
