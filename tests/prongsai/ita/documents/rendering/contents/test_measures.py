"""Which columns a table of measures has, and what stands in its cells."""

from dataclasses import replace

from prongsai.ita.documents.model.report import Aspect, Item, Report
from prongsai.ita.documents.rendering.blocks import Cell, Table
from prongsai.ita.documents.rendering.contents.measures import shows_results, tables
from prongsai.ita.documents.rendering.wording import Wording
from tests.factories import make_measure, make_plan, make_report, make_scores

AS_IS = Wording(digits=None)


def whole(cell: Cell) -> list[str]:
    return [line.whole for line in cell]


def table_of(report: Report, *, results: bool = True) -> Table:
    (table,) = tables(report, AS_IS, results=results)
    return table


def test_measures_under_aspects_have_six_columns():
    titles = [column.title for column in table_of(make_report()).columns]

    assert titles == [
        "มาตรการ/กิจกรรม",
        "ขั้นตอน/วิธีการปฏิบัติ",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
        "ผลการดำเนินการ (output)",
        "ผลลัพธ์/ความสำเร็จ (outcome)",
    ]


def test_measures_without_aspects_have_a_seventh_for_their_number():
    measures = tuple(make_measure(n, aspect=None, ref=str(n + 1)) for n in range(3))

    table = table_of(make_report(measures=measures))

    assert table.columns[0].title == "ลำดับที่"
    assert [whole(row.cells[0]) for row in table.rows] == [["๑"], ["๒"], ["๓"]]
    assert len(table.columns) == 7


def test_a_plan_has_indicator_and_analysis_but_no_results():
    table = table_of(make_plan(scores=make_scores()), results=False)

    titles = [column.title for column in table.columns]
    assert titles[:3] == ["ตัวชี้วัด", "มาตรการ/กิจกรรม", "ผลการวิเคราะห์"]
    assert len(titles) == 6
    assert whole(table.rows[0].cells[0]) == ["๑. การปฏิบัติหน้าที่"]


def test_an_indicator_that_nobody_names_keeps_its_number():
    table = table_of(make_plan(fiscal_year=None), results=False)

    assert whole(table.rows[0].cells[0]) == ["๑."]


def test_the_first_measure_of_an_aspect_names_it_in_bold():
    aspect = Aspect(number="2", title="บริการที่ดี")
    first = make_measure(aspect=aspect, ref="2.1", title="งานแรก")
    second = make_measure(aspect=aspect, ref="2.2", title="งานที่สอง")

    rows = table_of(make_report(measures=(first, second))).rows

    assert whole(rows[0].cells[0]) == ["๒. บริการที่ดี", "๒.๑ งานแรก"]
    assert [line.bold for line in rows[0].cells[0]] == [True, False]
    assert whole(rows[1].cells[0]) == ["๒.๒ งานที่สอง"]


def test_markers_stay_literal_and_sub_items_stand_further_in():
    under = (Item(marker="-", text="ก"), Item(marker="-", text="ข"))
    steps = (Item(marker="(๑)", text="หนึ่ง", items=under),)

    (row,) = table_of(make_report(measures=(make_measure(steps=steps),))).rows

    assert whole(row.cells[1]) == ["(๑) หนึ่ง", "- ก", "- ข"]
    assert [line.indent for line in row.cells[1]] == [0, 1, 1]


def test_what_a_measure_lacks_is_an_empty_cell():
    bare = make_measure(period=None, responsible=(), outputs=(), outcomes=())

    (row,) = table_of(make_report(measures=(bare,))).rows

    assert [whole(cell) for cell in row.cells[2:]] == [[], [], [], []]


def test_a_new_table_begins_where_measures_change_shape():
    loose = make_measure(3, aspect=None, ref="1")
    report = make_report(measures=(make_measure(0), loose, make_measure(1)))

    widths = [len(table.columns) for table in tables(report, AS_IS, results=True)]

    assert widths == [6, 7, 6]


def test_an_indicator_that_only_some_name_stands_above_its_measure():
    plain = make_measure(0, aspect=None, ref="1")
    named = make_measure(1, aspect=None, ref="2", indicator="9", title="งานที่สอง")

    table = table_of(make_report(measures=(plain, named)))

    assert len(table.columns) == 6
    assert whole(table.rows[1].cells[0]) == [
        "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล",
        "๒. งานที่สอง",
    ]


def test_results_show_when_there_are_any_or_should_be():
    assert shows_results(make_report())
    assert shows_results(make_report(measures=(make_measure(outputs=(), outcomes=()),)))
    assert not shows_results(make_plan())
    some = replace(make_plan(), measures=(make_measure(),))
    assert shows_results(some)
