"""What anybody reads: a citizen on a telephone, an assessor at a desk."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.people import visitor
from tests.browser.pictures import picture

pytestmark = [pytest.mark.slow, pytest.mark.browser]

YEAR, MISSING = 2569, "o5"
WORD = "งบประมาณ"


def test_a_citizen_finds_who_leads_the_office_and_what_was_said_of_money(
    browser: Browser, site: str
):
    page = visitor(browser, site, phone=True).new_page()
    page.goto("/")
    picture(page, "public-1-home-on-a-phone")

    page.locator("main input[name=q]").first.fill(WORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    expect(page.locator("main mark", has_text=WORD).first).to_be_visible()
    picture(page, "public-2-search-on-a-phone")

    page.goto("/people/")
    expect(page.locator("main img").first).to_be_visible()


def test_an_assessor_sees_the_year_an_item_and_what_is_missing(
    browser: Browser, site: str
):
    page = visitor(browser, site).new_page()

    page.goto(f"/ita/{YEAR}/")
    expect(page.locator(f"main a[href='/ita/{YEAR}/o1/']").first).to_be_visible()
    picture(page, "public-3-year")

    follow(page, f"/ita/{YEAR}/o1/")
    expect(page.locator(".published-files a[href$='.pdf']").first).to_be_visible()
    picture(page, "public-4-item")

    page.go_back()
    follow(page, f"/ita/{YEAR}/{MISSING}/")
    expect(page.locator("main .alert").first).to_be_visible()
    expect(page.locator(".published-files")).to_have_count(0)


def follow(page: Page, href: str) -> None:
    """Go to an address by a link of the page."""
    page.locator(f"main a[href='{href}']").first.click()
    page.wait_for_url(f"**{href}")
