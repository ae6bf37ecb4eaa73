"""Which document is written from a report, in which format, and that it reads back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.documents.model.codec import from_json, to_json
from prongsai.ita.documents.model.report import Kind, Report
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.docx import read_docx
from prongsai.ita.documents.reading.pages.html import read_html
from prongsai.ita.documents.rendering.wording import Digits
from prongsai.ita.documents.rendering.writing import (
    DocumentKind,
    Format,
    compose,
    default_document,
    render,
)
from prongsai.ita.errors import CannotRender
from prongsai.ita.thai.digits import to_arabic
from tests.factories import (
    YEAR,
    make_analysis,
    make_memo,
    make_plan,
    make_report,
    make_scores,
    plans,
    reports,
)

BEGINS = {
    Format.PDF: b"%PDF-",
    Format.DOCX: b"PK\x03\x04",
    Format.HTML: b"<!DOCTYPE html>",
    Format.JSON: b"{",
}


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        (make_report(memo=None), DocumentKind.REPORT),
        (make_plan(), DocumentKind.PLAN),
        (make_analysis(), DocumentKind.ANALYSIS),
        (Report(kind=Kind.MEMO, memo=make_memo()), DocumentKind.MEMO),
        (make_report(kind=Kind.UNKNOWN), DocumentKind.REPORT),
        (make_plan(scores=make_scores()), DocumentKind.REPORT),
        (make_analysis(memo=make_memo()), DocumentKind.REPORT),
    ],
)
def test_default_document_is_the_usual_one_that_leaves_nothing_out(report, kind):
    assert default_document(report) is kind


@pytest.mark.parametrize("to", Format)
def test_render_writes_the_format_asked_for(to):
    assert render(make_report(), to=to).startswith(BEGINS[to])


def test_render_takes_names_as_well_as_kinds():
    named = render(make_plan(), document="plan", to="html", digits="arabic")

    assert "2568" in named.decode()
    assert "๒๕๖๘" not in named.decode()


def test_render_prints_thai_digits_unless_told_otherwise():
    assert "๒๕๖๘" in render(make_report(), to="html").decode()


@pytest.mark.parametrize(
    ("document", "missing"),
    [
        ("report", "measures"),
        ("plan", "measures"),
        ("analysis", "scores"),
        ("memo", "memo"),
    ],
)
def test_render_refuses_what_the_report_cannot_fill(document, missing):
    with pytest.raises(CannotRender) as raised:
        render(Report(title="ไม่มีอะไร"), document=document, to="html")

    assert raised.value.facts == {"document": document, "missing": missing}


@pytest.mark.parametrize("to", ["odt", "", "PDF "])
def test_render_knows_its_formats(to):
    with pytest.raises(ValueError, match="is not a valid Format"):
        render(make_report(), to=to)


@pytest.mark.slow
@given(reports())
@settings(max_examples=20)
def test_every_report_can_be_composed_the_same_way_twice(report):
    assert compose(report) == compose(report)


def read_back(written: bytes, to: Format) -> Report:
    if to is Format.JSON:
        return from_json(written.decode())
    if to is Format.HTML:
        return read_report(read_html(written.decode()))
    return read_report(read_docx("report.docx", written))


def folded(report: Report) -> Report:
    """The report with every digit Arabic."""
    return from_json(to_arabic(to_json(report.content())))


READABLE = [Format.DOCX, Format.HTML, Format.JSON]


@pytest.mark.slow
@pytest.mark.parametrize("to", READABLE)
@given(report=st.one_of(reports(), plans()))
@settings(max_examples=15, deadline=None)
def test_what_is_written_reads_back_as_the_report(to, report):
    written = render(report, to=to, digits=None)

    assert read_back(written, to).content() == report


@pytest.mark.parametrize("digits", Digits)
@pytest.mark.parametrize("to", READABLE)
@given(report=st.one_of(reports(), plans()))
@settings(max_examples=5, deadline=None)
def test_with_digits_switched_it_reads_back_but_for_them(to, digits, report):
    written = render(report, to=to, digits=digits)

    assert folded(read_back(written, to)) == folded(report)


@pytest.mark.parametrize("to", READABLE)
def test_drafts_are_not_taken_for_what_the_report_says(to):
    written = render(make_analysis(), to=to, digits=None)

    assert read_back(written, to).content() == make_analysis()


@pytest.mark.parametrize("to", READABLE)
def test_a_memo_alone_reads_back(to):
    memo = replace(make_memo(), subject="รายงานผลของปีงบประมาณ พ.ศ. ๒๕๖๘")
    written = render(Report(kind=Kind.MEMO, memo=memo), to=to, digits=None)

    assert read_back(written, to).memo == memo


def test_json_holds_the_whole_report_whatever_is_asked_for():
    written = render(make_report(), document="memo", to="json").decode()

    assert json.loads(written)["fiscal_year"] == YEAR
    assert from_json(written) == make_report()


@pytest.mark.parametrize("to", [Format.DOCX, Format.HTML])
def test_characters_that_no_file_may_hold_are_left_out(to):
    nasty = make_report(
        title="รายงาน\x00ผล\x0b\ud800ปี\uffff ๒๕๖๘", scores=make_scores()
    )

    assert read_back(render(nasty, to=to, digits=None), to).title == "รายงานผลปี ๒๕๖๘"
