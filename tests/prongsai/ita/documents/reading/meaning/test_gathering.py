"""Rows come back whole, however pages cut them."""

import pytest

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.meaning.columns import Column
from prongsai.ita.documents.reading.meaning.gathering import gather
from prongsai.ita.documents.reading.pages.source import Cell, Paragraph, Row, Table

HEAD = ("มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลผลิต")
FIRST = ("1. ทำคู่มือ", "1. ร่าง", "ต.ค. 67 - ก.ย. 68", "กองช่าง", "คู่มือ 1 เล่ม")
SECOND = ("2. อบรม", "1. เชิญ", "ม.ค. 68", "สำนักปลัด", "อบรม 1 ครั้ง")


def table(*rows: tuple[str, ...], page: int) -> Table:
    return Table(
        rows=tuple(
            Row(
                cells=tuple(Cell(paragraphs=(t,) if t else ()) for t in row),
                source=Source(page=page),
            )
            for row in rows
        )
    )


def texts(*tables: Table | Paragraph) -> list[list[str]]:
    columns = (
        Column.MEASURE,
        Column.STEPS,
        Column.PERIOD,
        Column.RESPONSIBLE,
        Column.OUTPUT,
    )
    return [[row.text(c) for c in columns] for row in gather(tables).rows]


WHOLE = [list(FIRST), list(SECOND)]


def test_rows_of_several_pages_follow_each_other():
    assert texts(table(HEAD, FIRST, page=1), table(HEAD, SECOND, page=2)) == WHOLE


def test_a_page_without_a_head_goes_on():
    assert texts(table(HEAD, FIRST, page=1), table(SECOND, page=2)) == WHOLE


def test_a_head_alone_at_the_end_of_a_page_heads_the_next():
    assert texts(table(HEAD, page=1), table(FIRST, SECOND, page=2)) == WHOLE


@pytest.mark.parametrize("repeated", [True, False])
def test_a_cell_cut_in_the_middle_is_joined(repeated):
    upper = ("1. ทำ", "1. ร่าง", "ต.ค. 67 -", "กองช่าง", "คู่มือ 1")
    lower = ("คู่มือ", "", "ก.ย. 68", "", "เล่ม")
    second = [HEAD, lower, SECOND] if repeated else [lower, SECOND]

    found = texts(table(HEAD, upper, page=1), table(*second, page=2))

    assert found[0] == [
        "1. ทำ คู่มือ",
        "1. ร่าง",
        "ต.ค. 67 - ก.ย. 68",
        "กองช่าง",
        "คู่มือ 1 เล่ม",
    ]
    assert found[1] == list(SECOND)


def test_a_head_cut_by_a_page_is_not_taken_for_a_row():
    upper = ("มาตรการ", "ขั้นตอนหรือ", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินการ")
    lower = ("", "วิธีการ", "ดำเนินการ", "", "(output)")

    found = texts(
        table(HEAD, FIRST, upper, page=1),
        table(lower, SECOND, page=2),
    )

    assert found == WHOLE


def test_a_repeated_period_is_printed_once():
    rest = ("", "2. แจก", "ต.ค. 67 - ก.ย. 68", "กองช่าง", "")

    [row] = texts(table(HEAD, FIRST, page=1), table(HEAD, rest, page=2))

    assert row[1:4] == ["1. ร่าง 2. แจก", "ต.ค. 67 - ก.ย. 68", "กองช่าง"]


def test_a_sentence_between_tables_stays_a_paragraph():
    line = Paragraph(text="ดังนี้", source=Source(page=1))

    gathered = gather([line, table(HEAD, FIRST, page=1)])

    assert gathered.rest == (line,)


def test_a_table_of_something_else_is_left_alone():
    other = table(("เรื่อง", "หน้า"), ("คำนำ", "1"), page=1)

    gathered = gather([other, table(HEAD, FIRST, page=2)])

    assert gathered.rest == (other,)
    assert len(gathered.rows) == 1
