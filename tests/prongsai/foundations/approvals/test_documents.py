"""The printed memo: what stands on it, in both formats."""

from io import BytesIO

import docx
import pypdfium2
import pytest

from prongsai.foundations.accounts.models import ActingKind, Role
from prongsai.foundations.approvals import actions, documents
from prongsai.foundations.approvals.states import Decision
from tests.cast import NOW, TODAY, client_of, make_acting
from tests.prongsai.foundations.approvals.desk import (
    NO,
    YES,
    before_the_mayor,
    decided,
    endorsed,
    make_desk,
    make_memo,
    received,
    submitted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SITE = "http://office.localhost"


def letters(text: str) -> str:
    return "".join(text.split())


def printed(memo) -> str:
    file = documents.to_pdf(memo, site=SITE, on=TODAY)
    with pypdfium2.PdfDocument(file) as pdf:
        return letters("".join(p.get_textpage().get_text_range() for p in pdf))


def words(memo) -> str:
    file = documents.to_docx(memo, site=SITE, on=TODAY)
    return letters("\n".join(p.text for p in docx.Document(BytesIO(file)).paragraphs))


@pytest.mark.parametrize("read", [printed, words])
def test_a_decided_memo_says_who_said_what_and_when(read):
    desk = make_desk()
    memo = before_the_mayor(desk, urgency="most_urgent")
    both = [Decision.AGREED, Decision.APPROVED]
    ruling = type(YES)(decisions=both, opinion="ให้รีบดำเนินการ", no_interest=True)
    memo = actions.decide(memo, ruling, by=desk.mayor, at=NOW)

    text = read(memo)

    for said in (
        "บันทึกข้อความ", "ด่วนที่สุด", "ทส๗๑๓๐๑/๑", "๒๐พฤศจิกายน๒๕๖๘", "๑.เรื่องเดิม",
        "๒.ข้อเท็จจริง", "๓.ข้อกฎหมาย", "๔.ข้อพิจารณา", "มีเต็นท์๓หลัง",
        "จึงเรียนมาเพื่อโปรดพิจารณา", "ความเห็นตำแหน่งhead", "เห็นควรอนุมัติ",
        "คำสั่งตำแหน่งmayor", "เห็นชอบอนุมัติ", "ให้รีบดำเนินการ",
        "ลงนามทางอิเล็กทรอนิกส์เมื่อ๒๐พฤศจิกายน๒๕๖๘เวลา๐๙:๐๐น.", "มาตรา๑๓",
    ):  # fmt: skip
        assert letters(said) in text, said
    assert letters(desk.mayor.get_full_name()) in text.translate(ARABIC)
    assert "(......)" not in text


ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@pytest.mark.parametrize("read", [printed, words])
def test_a_refusal_prints_its_reasons_and_how_to_appeal(read):
    desk = make_desk()
    memo = actions.decide(before_the_mayor(desk), NO, by=desk.mayor, at=NOW)

    text = read(memo)

    for said in (
        "ไม่อนุมัติ", "งบประมาณคงเหลือไม่พอ", "เรื่องอื่นจำเป็นกว่า", "อุทธรณ์เป็นหนังสือต่อตำแหน่งmayor",
        "ภายใน๑๕วัน", "มาตรา๔๔",
    ):  # fmt: skip
        assert letters(said) in text, said


@pytest.mark.parametrize("read", [printed, words])
def test_before_anybody_answers_it_is_a_form_to_sign_on_paper(read):
    desk = make_desk()

    text = read(submitted(desk))

    assert "(......)ทราบ(......)เห็นชอบ(......)อนุมัติ(......)มอบหมาย(......)ไม่อนุมัติ" in text
    assert text.count("(......)ไม่มีส่วนได้เสีย") == 3
    assert letters(desk.mayor.get_full_name()) in text.translate(ARABIC)


def test_the_acting_officer_is_printed_with_caption_and_order():
    desk = make_desk()
    memo = submitted(desk)
    make_acting(
        desk.colleague, role=Role.HEAD, division=desk.division,
        kind=ActingKind.IN_POSITION,
    )  # fmt: skip

    text = printed(endorsed(memo, desk.colleague))

    assert "รักษาการในตำแหน่งตำแหน่งhead" in text
    assert "คำสั่งที่๑๒/๒๕๖๙ลงวันที่๑ตุลาคม๒๕๖๘" in text


def test_a_step_passed_up_says_why():
    desk = make_desk()

    text = printed(submitted(desk, by=desk.head))

    assert "ผู้เสนอเป็นผู้ดำรงตำแหน่งนี้" in text
    assert text.count("(......)ไม่มีส่วนได้เสีย") == 2


def test_secrecy_stands_on_top_and_at_the_foot():
    desk = make_desk()
    memo = submitted(desk, secrecy="top_secret")
    file = documents.to_pdf(memo, site=SITE, on=TODAY)
    with pypdfium2.PdfDocument(file) as pdf:
        pages = len(pdf)

    assert printed(memo).count("ลับที่สุด") == 2 * pages
    word = docx.Document(BytesIO(documents.to_docx(memo, site=SITE, on=TODAY)))
    [section] = word.sections
    parts = (section.first_page_header, section.first_page_footer, section.header)
    assert all("ลับที่สุด" in "".join(p.text for p in x.paragraphs) for x in parts)


def test_a_draft_has_neither_number_nor_code():
    desk = make_desk()

    text = printed(make_memo(desk))

    assert "รหัส" not in text
    assert "ลงนามทางอิเล็กทรอนิกส์" not in text


def test_enclosures_are_named():
    desk = make_desk()
    memo = submitted(desk, attachments=[received(desk.officer, name="plan.txt")])

    assert "สิ่งที่ส่งมาด้วยplan.txt" in printed(memo)


def test_the_code_leads_to_the_page_that_checks():
    desk = make_desk()
    memo = decided(desk)

    text = printed(memo)

    start = text.index(f"{SITE}/staff/approvals/{memo.pk}/check/")
    path = text[start + len(SITE) :][: len(f"/staff/approvals/{memo.pk}/check/") + 32]
    page = client_of(desk.head).get(f"{path}/")
    assert page.context["holds"]


def test_a_document_is_thai_whoever_reads_the_page():
    desk = make_desk()
    memo = submitted(desk, by=desk.head)
    client = client_of(desk.clerk)
    client.cookies["django_language"] = "en"

    answer = client.get(f"/staff/approvals/{memo.pk}/memo.pdf")

    with pypdfium2.PdfDocument(answer.content) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "บันทึกข้อความ" in text
    assert "Passed" not in text
    assert answer.headers["Content-Type"] == "application/pdf"


def test_the_word_file_is_served_as_one():
    desk = make_desk()
    memo = submitted(desk)

    answer = client_of(desk.clerk).get(f"/staff/approvals/{memo.pk}/memo.docx")

    assert docx.Document(BytesIO(answer.content)).paragraphs
    assert 'filename="memo-1.docx"' in answer.headers["Content-Disposition"]
