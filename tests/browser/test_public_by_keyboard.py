"""From the home page to a proven download with the keyboard alone: no mouse, no script."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.people import visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]

YEAR, ITEM = 2569, "o1"
MOST_TABS = 250
FOCUS_SHOWS = """e => { const s = getComputedStyle(e);
  return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"; }"""


@pytest.mark.parametrize("language", ["th", "en"])
def test_from_home_to_a_proven_download(
    browser: Browser, site: str, language: str, tmp_path: Path
) -> None:
    page = visitor(browser, site, language=language).new_page()
    page.goto("/")

    press(page, f"main a[href='/ita/{YEAR}/'], main a[href='/ita/']")
    if page.url.endswith("/ita/"):
        press(page, f"main a[href='/ita/{YEAR}/']")
    press(page, f"main a[href='/ita/{YEAR}/{ITEM}/']")
    assert page.url.endswith(f"/ita/{YEAR}/{ITEM}/")

    saved = {kind: download(page, kind, tmp_path) for kind in ("pdf", "xlsx")}
    document = page.request.get(f"/ita/{YEAR}/{ITEM}/document.json").body()
    press(page, ".proof a[href='/verify/']")

    for digest in [*saved.values(), hashlib.sha256(document).hexdigest()]:
        look_up(page, digest)
        assert page.url.endswith(f"/verify/{digest}/")
        assert page.locator("main .alert-ok, main .alert.ok").count() == 1

    look_up(page, "0" * 64)
    assert page.locator("main .alert-ok, main .alert.ok").count() == 0


def test_the_first_key_offers_a_way_past_the_header(
    browser: Browser, site: str
) -> None:
    page = visitor(browser, site).new_page()
    page.goto(f"/ita/{YEAR}/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!!document.activeElement.closest('main')")


def press(page: Page, selector: str) -> None:
    """Go to the first of some links by Tab and follow it with Enter."""
    reach(page, page.locator(selector).first)
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def download(page: Page, ending: str, folder: Path) -> str:
    """Save a file of the page by keyboard; give the digest of what was saved."""
    reach(page, page.locator(f".published-files a[href$='.{ending}']").first)
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    place = folder / f"saved.{ending}"
    started.value.save_as(place)
    return hashlib.sha256(place.read_bytes()).hexdigest()


def look_up(page: Page, digest: str) -> None:
    """Type a digest into the page that proves, and send it."""
    reach(page, page.locator("#digest"))
    page.keyboard.press("Control+A")
    page.keyboard.type(digest)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/verify/{digest}/")


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus, which must be seen there."""
    target = wanted.element_handle(timeout=5000)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):
            assert target.evaluate(FOCUS_SHOWS)
            return
    pytest.fail(f"no key leads to {wanted}")
