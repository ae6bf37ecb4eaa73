"""The HTML stands alone, says what it is, and can be used by everybody."""

import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser

from prongsai.ita.documents.rendering.blocks import (
    Document,
    MemoHead,
    Opinion,
    Signature,
    Stamp,
)
from prongsai.ita.documents.rendering.contents import analysis, memo, plan, report
from prongsai.ita.documents.rendering.html import to_html
from prongsai.ita.documents.rendering.wording import Digits, Wording
from tests.factories import make_analysis, make_plan, make_report, make_scores
from tests.prongsai.ita.documents.rendering.painted import portrait

THAI, ENGLISH = Wording(), Wording(digits=Digits.ARABIC, language="en")


def make_documents(wording: Wording) -> dict[str, Document]:
    return {
        "report": report.build(make_report(scores=make_scores()), wording),
        "analysis": analysis.build(make_analysis(), wording),
        "plan": plan.build(make_plan(), wording),
        "memo": memo.build(make_report(), wording),
    }


KINDS = list(make_documents(THAI))


def tree_of(document: Document) -> html.HtmlElement:
    return html.document_fromstring(to_html(document))


@pytest.mark.parametrize("kind", KINDS)
def test_page_has_one_h1_a_language_and_a_title(kind):
    document = make_documents(THAI)[kind]
    tree = tree_of(document)

    assert len(tree.findall(".//h1")) == 1
    assert tree.get("lang") == "th"
    assert tree.findtext(".//title") == document.title


@pytest.mark.parametrize("kind", KINDS)
def test_page_needs_nothing_from_outside(kind):
    text = to_html(make_documents(THAI)[kind])

    assert not re.search(
        r"""(?:src|href)=|@import|url\((?!"data:)|<script|<link""", text
    )


def test_table_says_its_headers_and_labels_every_cell():
    tree = tree_of(report.build(make_report(memo=None), THAI))
    (table,) = tree.findall(".//table")

    heads = [th.text_content() for th in table.findall("thead/tr/th")]
    assert {th.get("scope") for th in table.findall("thead/tr/th")} == {"col"}
    for row in table.findall("tbody/tr"):
        labels = [cell.get("data-label") for cell in row]
        assert labels == heads
        assert row[0].get("scope") == "row"


def test_markers_are_text_of_their_own_paragraph():
    tree = tree_of(report.build(make_report(memo=None), THAI))

    cell = tree.findall(".//tbody/tr")[0][1]
    assert [p.text_content()[:2] for p in cell] == ["๑.", "๒.", "๓.", "๔.", "- ", "- "]


def test_texts_are_never_markup():
    nasty = replace(make_report(memo=None), title='<b onclick="x()">&amp;</b>')

    tree = tree_of(report.build(nasty, THAI))

    assert tree.findtext(".//h1") == '<b onclick="x()">&amp;</b>'


def test_page_numbers_follow_the_digits():
    assert "counter(page, thai)" in to_html(make_documents(THAI)["report"])
    assert "counter(page, thai)" not in to_html(make_documents(ENGLISH)["report"])


PHONE, DESK = 390, 1280
SEEN = [(kind, PHONE, THAI) for kind in KINDS]
SEEN += [("report", DESK, ENGLISH), ("analysis", PHONE, ENGLISH)]


@pytest.mark.browser
@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen[0]}-{seen[1]}")
def test_page_breaks_no_rule_of_accessibility(seen, browser: Browser):
    kind, width, wording = seen
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(to_html(make_documents(wording)[kind]))

    found = Axe().run(page).response["violations"]
    overflow = page.evaluate("document.documentElement.scrollWidth") - width
    page.close()

    assert [violation["id"] for violation in found] == []
    assert overflow <= 0


def test_what_was_said_urgency_secrecy_and_a_stamp_are_written_out():
    signature = Signature(name="ก", position="ข", more=("ค<",), signed="ลงนาม")
    blocks = (
        MemoHead(name="บันทึก", rows=(), urgency="ด่วน<"),
        Opinion(caption="ความเห็น", signature=signature, lines=0, said=("เห็นควร<",)),
        Stamp(svg='<svg width="10"/>', side=10, alt='ตรวจ"สอบ', lines=("ที่อยู่",)),
    )
    section = replace(portrait(*blocks).sections[0], mark="ลับ<")

    page = to_html(replace(portrait(), sections=(section,)))

    assert page.count('<p class="mark">ลับ&lt;</p>') == 2
    assert '<p class="urgency">ด่วน&lt;</p>' in page
    assert "<p>เห็นควร&lt;</p>" in page
    assert '<p class="signed">ลงนาม</p>\n<p>(ก)</p>\n<p>ข</p>\n<p>ค&lt;</p>' in page
    assert 'aria-label="ตรวจ&quot;สอบ"><svg width="10"/></div>' in page
    assert 'class="dots"' not in page
