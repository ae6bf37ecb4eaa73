"""The score table, its chart, and the narratives under their headings."""

from prongsai.ita.documents.model.report import Narrative
from prongsai.ita.documents.rendering.blocks import Chart, Heading, Paragraph, Table
from prongsai.ita.documents.rendering.contents.scores import blocks, table, years
from prongsai.ita.documents.rendering.wording import Wording
from tests.factories import make_analysis, make_report

AS_IS = Wording(digits=None)


def rows_of(shown: Table) -> list[list[str]]:
    return [
        [" ".join(line.whole for line in cell) for cell in row.cells]
        for row in shown.rows
    ]


def test_table_has_both_years_change_total_and_level():
    shown = table(make_analysis(), AS_IS)

    rows = rows_of(shown)
    assert [column.title for column in shown.columns][3:] == [
        "คะแนน ปี ๒๕๖๗",
        "คะแนน ปี ๒๕๖๘",
        "การเปลี่ยนแปลง",
    ]
    assert rows[8] == ["OIT", "๙", "การเปิดเผยข้อมูล", "100.00", "96.20", "ลดลง"]
    assert rows[10] == ["", "", "คะแนนเฉลี่ย", "91.98", "94.97", "เพิ่มขึ้น"]
    assert rows[11] == ["", "", "ระดับผลการประเมิน", "ผ่าน", "ผ่านดี", "เพิ่มขึ้น"]
    assert [row.emphasised for row in shown.rows] == [*[False] * 10, True, True]


def test_table_shows_every_year_there_is_and_leaves_gaps_empty():
    report = make_analysis(totals={"2566": "80.00"}, levels={}, changes=None)

    assert years(report) == ("2566", "2567", "2568")
    rows = rows_of(table(report, AS_IS))
    assert rows[0][3:6] == ["", "98.40", "99.10"]
    assert rows[-1] == ["", "", "คะแนนเฉลี่ย", "80.00", "", "", ""]


def test_the_table_stands_before_the_chart_whose_words_hold_every_figure():
    shown = blocks(make_analysis(), AS_IS)

    assert [type(block) for block in shown[:3]] == [Heading, Table, Chart]
    chart = shown[2]
    assert isinstance(chart, Chart)
    for score in make_analysis().scores:
        assert " / ".join(score.years.values()) in chart.alt


def test_narratives_stand_under_their_indicator_a_line_a_paragraph():
    said = (
        Narrative(indicator=None, text="ภาพรวมดีขึ้น"),
        Narrative(indicator="6", text="บริการเร็วขึ้น\nและสุภาพขึ้น"),
    )

    shown = blocks(make_report(narratives=said), AS_IS)

    assert [
        block.text for block in shown if isinstance(block, Heading | Paragraph)
    ] == [
        "การวิเคราะห์ผลการประเมิน",
        "ภาพรวมดีขึ้น",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน",
        "บริการเร็วขึ้น",
        "และสุภาพขึ้น",
    ]


def test_a_report_without_scores_and_narratives_has_no_blocks():
    assert blocks(make_report(), AS_IS) == ()
