"""An article written in the editor: typed, pasted from Word, linked, saved, read."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.faults import faults_of
from tests.browser.people import sign_in, visitor
from tests.prongsai.foundations.publications.test_prose import WORD

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PASTE = """([place, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "-");
  document.querySelector(place).dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def opened(page: Page) -> list[str]:
    """Open the form of a new article; give what the console says from then on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/staff/news/new/")
    page.wait_for_selector("#id_body_th.ProseMirror")
    return said


def test_word_is_pasted_into_the_editor_and_saved_with_its_structure(
    browser: Browser, site: str
):
    page = sign_in(visitor(browser, site), "officer")
    said = opened(page)

    page.fill("#id_title_th", "ทดลองวางจากเอกสาร")
    page.click("label[for=id_body_th]")
    page.keyboard.type("นำ ")
    page.click(".prose-tools >> nth=0 >> button[data-deed=bold]")
    page.keyboard.type("หนา")
    page.keyboard.press("Enter")
    page.evaluate(PASTE, ["#id_body_th", WORD])
    page.keyboard.press("Control+End")
    page.click(".prose-tools >> nth=0 >> button[data-deed=link]")
    page.keyboard.type("https://example.go.th/")
    page.keyboard.press("Enter")
    page.click("main form button[type=submit] >> nth=-1")
    page.wait_for_url("**/staff/news/*/")

    kept = page.locator(".prose").first.inner_html()
    assert "<strong>หนา</strong>" in kept
    assert "<ol><li><p>หนึ่ง</p><ul><li><p>ย่อย</p></li></ul></li>" in kept
    assert '<td colspan="2"><p>ข</p></td>' in kept
    assert 'href="https://example.go.th/"' in kept
    assert "mso" not in kept
    assert said == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_editor_has_no_fault_on_a_phone(browser: Browser, site: str, language):
    page = sign_in(visitor(browser, site, phone=True, language=language), "officer")
    opened(page)

    assert list(faults_of(page, language, phone=True)) == []
    page.click(".prose-tools >> nth=0 >> button[data-deed=link]")
    assert list(faults_of(page, language, phone=True)) == []


def test_the_tools_are_one_stop_and_arrows_go_from_one_to_the_next(
    browser: Browser, site: str
):
    page = sign_in(visitor(browser, site), "officer")
    opened(page)

    page.focus(".prose-tools >> nth=0 >> button[data-deed=bold]")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.deed") == "italic"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_body_th"


def test_the_text_to_share_is_copied_by_one_button(browser: Browser, site: str):
    context = visitor(browser, site)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = sign_in(context, "clerk")
    page.goto("/staff/news/?state=published")
    page.click("table.data tbody a >> nth=0")

    page.click("[data-copies] button >> nth=0")
    page.wait_for_function(
        "document.querySelector('[data-copies] [role=status]').textContent"
    )

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r", "") == page.input_value("#share-line")
