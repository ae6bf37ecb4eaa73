"""The whole report holds everything, in the order it is bound."""

import pytest

from prongsai.ita.documents.model.report import Report
from prongsai.ita.documents.rendering.blocks import (
    Document,
    Heading,
    MemoHead,
    Orientation,
    Table,
)
from prongsai.ita.documents.rendering.contents import analysis, plan
from prongsai.ita.documents.rendering.contents.report import build
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender
from tests.factories import (
    make_analysis,
    make_memo,
    make_organisation,
    make_plan,
    make_report,
    make_scores,
)

BUILDERS = [build, plan.build, analysis.build]


def main_headings(document: Document) -> list[str]:
    named = [b.name for b in document.blocks if isinstance(b, MemoHead) and b.main]
    return named + [
        b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1
    ]


def test_report_binds_memo_scores_and_measures():
    document = build(make_report(scores=make_scores()), Wording())

    memo, scores, measures = document.sections
    assert isinstance(memo.blocks[0], MemoHead)
    assert not memo.blocks[0].main
    assert [s.orientation for s in document.sections] == [
        Orientation.PORTRAIT,
        Orientation.PORTRAIT,
        Orientation.LANDSCAPE,
    ]
    assert isinstance(scores.blocks[0], Heading)
    assert isinstance(measures.blocks[-1], Table)


def test_report_without_scores_opens_with_its_measures():
    (section,) = build(make_report(memo=None), Wording()).sections

    title, office, seat, table = section.blocks
    assert isinstance(title, Heading)
    assert isinstance(table, Table)
    assert [getattr(block, "text", "") for block in (office, seat)] == [
        "องค์การบริหารส่วนตำบลทดสอบดี",
        "อำเภอตัวอย่าง จังหวัดสมมติ",
    ]


@pytest.mark.parametrize(
    "report", [make_report(), make_report(title=""), make_report(memo=None)]
)
def test_every_document_has_exactly_one_main_heading(report):
    assert len(main_headings(build(report, Wording()))) == 1


def test_year_has_its_own_line_only_where_the_title_does_not_name_it():
    titled = build(make_report(), Wording())
    untitled = build(make_report(title="รายงานผล"), Wording())

    line = "ปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert line not in [getattr(block, "text", "") for block in titled.blocks]
    assert line in [getattr(block, "text", "") for block in untitled.blocks]


@pytest.mark.parametrize(
    ("seat", "line"),
    [
        ({"district": ""}, "จังหวัดสมมติ"),
        ({"province": ""}, "อำเภอตัวอย่าง"),
    ],
)
def test_half_a_seat_is_printed_as_half(seat, line):
    report = make_report(organisation=make_organisation(**seat))

    document = build(report, Wording())

    assert line in [getattr(block, "text", "") for block in document.blocks]


@pytest.mark.parametrize("builder", BUILDERS)
def test_nothing_is_written_from_a_report_that_holds_nothing(builder):
    with pytest.raises(CannotRender):
        builder(Report(memo=make_memo()), Wording())


def test_plan_leaves_results_out_and_analysis_leaves_measures_out():
    planned = plan.build(make_plan(scores=make_scores()), Wording())
    analysed = analysis.build(make_report(scores=make_scores()), Wording())

    tables = [b for d in (planned, analysed) for b in d.blocks if isinstance(b, Table)]
    assert len(tables) == 2
    assert len(tables[0].columns) == 6
    assert tables[1].columns[0].title == "แบบ/เครื่องมือ"


def test_analysis_drafts_what_the_report_does_not_say():
    texts = [
        getattr(b, "text", "")
        for b in analysis.build(make_analysis(), Wording()).blocks
    ]

    assert sum(text.startswith("(ร่าง)") for text in texts) == 9
