"""Score tables of every layout: heads of one or two lines, merged or plain."""

from prongsai.ita.documents.model.report import Changes, Score
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.meaning.scores import read_scores
from prongsai.ita.documents.reading.pages.text import read_text

TWO_YEARS = """\
เครื่องมือ\tลำดับ\tตัวชี้วัด\tคะแนน\t\tการเปลี่ยนแปลง
\t\t\t๒๕๖๗\t๒๕๖๘\t
IIT\t๑\tการปฏิบัติหน้าที่\t๙๙.๐๐\t๑๐๐\tเพิ่มขึ้น
\t๒\tการใช้งบประมาณ\t๙๘.๕๐\t๙๘.๕๐\tเท่าเดิม
EIT\t๖\tคุณภาพการดำเนินงาน\t๙๕.๕๐\t๙๔.๑๐\tลดลง
\t\tคะแนนเฉลี่ย\t๙๗.๐๐\t๙๗.๒๐\tเพิ่มขึ้น
\t\tระดับการประเมิน\tผ่านดี\tผ่านดี\tเท่าเดิม
"""


def scores(text: str):
    return read_scores(read_text(text).blocks, 2568)[0]


def test_two_years_with_a_head_of_two_lines():
    found = scores(TWO_YEARS)

    assert list(found.scores.values()) == [
        Score(
            indicator="1",
            instrument="IIT",
            name="การปฏิบัติหน้าที่",
            years={"2567": "99.00", "2568": "100"},
            change="เพิ่มขึ้น",
        ),
        Score(
            indicator="2",
            instrument="IIT",
            name="การใช้งบประมาณ",
            years={"2567": "98.50", "2568": "98.50"},
            change="เท่าเดิม",
        ),
        Score(
            indicator="6",
            instrument="EIT",
            name="คุณภาพการดำเนินงาน",
            years={"2567": "95.50", "2568": "94.10"},
            change="ลดลง",
        ),
    ]


def test_total_and_level_stand_apart_with_their_changes():
    found = scores(TWO_YEARS)

    assert found.totals == {"2567": "97.00", "2568": "97.20"}
    assert found.levels == {"2567": "ผ่านดี", "2568": "ผ่านดี"}
    assert found.changes() == Changes(total="เพิ่มขึ้น", level="เท่าเดิม")


def test_years_in_the_head_itself():
    text = (
        "| ตัวชี้วัด | ปี 2567 | ปี 2568 |\n|---|---|---|\n"
        "| ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | 90.00 | 91.50 |\n"
        "| 2. การใช้งบประมาณ | 80 | 81 |\n"
    )

    found = scores(text).scores

    assert found["1"].years == {"2567": "90.00", "2568": "91.50"}
    assert found["2"].name == "การใช้งบประมาณ"


def test_a_year_above_the_table_dates_it():
    text = "ผลคะแนน ปี 2566\n\nที่\tตัวชี้วัด\tคะแนน\n๑\tการปฏิบัติหน้าที่\t๙๐.๑๒\n"

    assert scores(text).scores["1"].years == {"2566": "90.12"}


def test_a_second_table_adds_years_and_tells_where_it_differs():
    garbled = "ปี 2568\n\nที่\tรายละเอียด\tคะแนน\n1\tการปัดหน้าที่\t99.99\n\n"

    found = scores(garbled + TWO_YEARS)

    assert found.scores["1"].name == "การปฏิบัติหน้าที่"
    assert found.scores["1"].years["2568"] == "100"
    assert [n.code for n in found.notices] == ["score-differs", "score-name-differs"]


def test_a_score_table_alone_is_a_document_of_scores():
    report = read_report(read_text(f"ผลการประเมิน ปีงบประมาณ 2568\n\n{TWO_YEARS}"))

    assert report.kind == "scores"
    assert report.fiscal_year == 2568


def test_a_sentence_states_the_total_where_no_table_does():
    text = TWO_YEARS.split("\t\tคะแนนเฉลี่ย", maxsplit=1)[0]
    said = "คะแนนที่ได้ ๙๗.๒๐ คะแนน ระดับผลการประเมินอยู่ที่...ผ่านดี...\n\n"

    report = read_report(read_text(f"ผลการประเมิน ปีงบประมาณ 2568\n\n{said}{text}"))

    assert report.totals == {"2568": "97.20"}
    assert report.levels == {"2568": "ผ่านดี"}


def test_a_line_of_its_own_names_the_instrument():
    text = "ตัวชี้วัด\tปี 2567\tปี 2568\nIIT\n1. ก\t90\t91\nEIT\n6. ข\t80\t81\n"

    report = read_report(read_text(f"ผลการประเมิน ปีงบประมาณ 2568\n\n{text}"))

    assert [s.instrument for s in report.scores] == ["IIT", "EIT"]
