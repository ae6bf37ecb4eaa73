"""The exported files: what is read back is what was composed, and each copy has its proof."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from prongsai.ita.documents.model.codec import from_json
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.rendering.blocks import Stamp
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.html import to_html
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.registers.reports.documents.printing import Seal, document_of, written
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.queries.contents import Content, Entry, Placed, Proof
from prongsai.registers.reports.states import ReportKind
from tests import following
from tests.cast import TODAY, make_office
from tests.factories import make_analysis, make_plan, make_report
from tests.reporting import make_desk, number_line

SEAL = Seal(
    digest="0123456789abcdef" * 4, address="https://office.example/verify/report/x/"
)
AS_IT_IS = Wording(digits=None)
FIGURE = Placed(
    place="measure.1.outcome.1", pk=7, key="lending.loans", value="12", of="20",
    start="2025-10-01", end="2025-11-20", rows=20, digest="f" * 64,
    label_th="จำนวนการยืม", label_en="Loans", unit_th="ครั้ง", unit_en="times",
    formula_th="นับการยืม", formula_en="Loans counted",
)  # fmt: skip
PROOF = Proof(
    place="measure.1", title="ภาพถ่ายป้ายทั้งห้าจุด", kind="file",
    start="2025-10-01", end="2025-10-31",
)  # fmt: skip
ENTRY = Entry(
    day="2025-11-20", reason="รอวันที่จากกองคลัง", findings=("มาตรการ 1.1: ขาดวัน",)
)


def content_of(report, kind=ReportKind.YEAR, **fields) -> Content:
    """An invented report with everything that stands around it."""
    return replace(
        Content(
            kind=kind,
            fiscal_year=2568,
            as_of=TODAY,
            report=replace(report, memo=None),
            places=tuple(f"measure.{n}" for n, _m in enumerate(report.measures, 1)),
            introduction="หน่วยงานทดสอบรายงานผลตามมาตรการที่ประกาศไว้",
            closing="ทำครบทุกมาตรการและจะทำต่อในปีหน้า",
            figures=(FIGURE,) if report.measures else (),
            evidence=(PROOF,) if report.measures else (),
            log=(ENTRY,),
        ),
        **fields,
    )


def plain_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return "\n".join(
            document[n].get_textpage().get_text_bounded() for n in range(len(document))
        )
    finally:
        document.close()


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        (make_report(), ReportKind.YEAR),
        (make_plan(), ReportKind.PLAN),
        (make_analysis(), ReportKind.ANALYSIS),
    ],
    ids=["results", "plan", "analysis"],
)
@pytest.mark.parametrize("ending", ["docx", "html"])
def test_what_is_exported_is_read_back_as_it_was(report, kind, ending):
    content = content_of(report, kind)
    document = document_of(content, seal=SEAL, wording=AS_IT_IS)
    data = to_docx(document) if ending == "docx" else to_html(document).encode()

    found = read_report(pages_of(f"report.{ending}", data))

    assert found.content() == content.report.content()


def test_the_json_is_the_report_itself():
    content = content_of(make_report())

    assert from_json(written(content, "json", on=TODAY).decode()) == content.report


def test_the_stamp_leads_to_the_page_where_a_copy_is_checked():
    blocks = document_of(content_of(make_report()), seal=SEAL).blocks

    [stamp] = [block for block in blocks if isinstance(block, Stamp)]
    assert stamp.lines[-1] == SEAL.address
    assert SEAL.address in stamp.alt
    assert SEAL.digest in "".join(stamp.lines)


@pytest.mark.slow
def test_the_pdf_prints_digest_figures_evidence_and_log():
    pdf = written(content_of(make_report()), "pdf", seal=SEAL, on=TODAY)

    text = "".join(plain_text(pdf).split())
    assert SEAL.digest in text
    for said in (FIGURE.digest[:16], "จำนวนการยืม", "ภาพถ่ายป้ายทั้งห้าจุด"):
        assert said in text
    assert "รอวันที่จากกองคลัง" in text


@pytest.mark.slow
def test_a_draft_says_that_it_is_one_and_has_no_stamp():
    content = content_of(make_report())

    pdf = written(content, "pdf", on=TODAY)

    assert "ร่าง" in plain_text(pdf)
    assert SEAL.digest not in "".join(plain_text(pdf).split())


@pytest.mark.django_db
def test_a_composed_report_of_several_measures_is_read_back():
    make_office(name_th="องค์การบริหารส่วนตำบลทดสอบดี", amphoe="ตัวอย่าง", province="สมมติ")
    desk = make_desk(measures=4)
    following.line(desk.field, text="แจกแผ่นพับ 300 แผ่น")
    number_line(desk)
    content = compose(desk.report).content

    document = document_of(content, seal=SEAL, wording=AS_IT_IS)
    found = read_report(pages_of("report.docx", to_docx(document)))

    assert found.content() == content.report.content()
