"""Pages of disclosure, directory and frameworks that come after something was sent."""

import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page

from tests.browser.faults import faults_of
from tests.browser.people import sign_in, visitor
from tests.installing import SOURCE, corrected

pytestmark = [pytest.mark.slow, pytest.mark.browser]

YEAR = 2569
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BROKEN = "ลำดับ,ชื่อแผนงาน,งบประมาณ\n1,ถนนตัวอย่าง,1000\n2,,\n".encode()
EARLIER = {"th": "2568", "en": "2567"}
REVISIONS = {"th": 2, "en": 3}


@pytest.fixture(params=["th", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def person(browser: Browser, site: str, username: str, language: str) -> Page:
    return sign_in(visitor(browser, site, phone=True, language=language), username)


def look(page: Page) -> None:
    language = page.get_attribute("html", "lang") or ""
    assert list(faults_of(page, language, phone=True)) == [], page.url


def send(page: Page) -> None:
    page.locator("main form button.primary[type=submit]").last.click()
    page.wait_for_load_state()


@pytest.fixture
def analyst(browser: Browser, site: str, language: str) -> Page:
    return person(browser, site, "analyst", language)


def give(page: Page, file: FilePayload) -> None:
    page.set_input_files("main input[type=file]", file)
    send(page)


def test_a_corrected_framework_and_what_it_changes(browser, site, language):
    admin = person(browser, site, "admin", language)
    revision = REVISIONS[language]
    text = corrected(revision=revision, after=f'th = "ข่าวประชาสัมพันธ์ {revision}"')
    admin.goto("/staff/frameworks/install/")
    admin.fill("main [name=text]", text)
    admin.fill("main [name=source]", SOURCE)
    send(admin)
    admin.wait_for_url(re.compile(r"/frameworks/installed/\d+/$"))
    look(admin)

    admin.click("main form[action$='/put-in-force/'] button")
    admin.wait_for_url(f"**/staff/frameworks/{YEAR}/")
    look(admin)
    admin.goto("/staff/frameworks/")
    look(admin)

    analyst = person(browser, site, "analyst", language)
    analyst.goto(f"/staff/disclosure/{YEAR}/")
    look(analyst)
    analyst.click(f"main a[href$='/{YEAR}/renew/']")
    look(analyst)


def test_a_table_that_was_uploaded_with_gaps(analyst):
    analyst.goto(f"/staff/disclosure/{YEAR}/")
    item = analyst.locator("table.data a[href*='/items/']").last.get_attribute("href")
    analyst.goto(f"{item}table/")
    give(analyst, {"name": "plan.csv", "mimeType": "text/csv", "buffer": BROKEN})
    analyst.wait_for_url(re.compile(r"/disclosure/tables/\d+/"))

    look(analyst)


def test_people_of_a_file_before_they_are_taken_over(analyst):
    empty = analyst.request.get("/staff/directory/import/template.xlsx").body()
    analyst.goto("/staff/directory/import/")
    give(analyst, {"name": "people.xlsx", "mimeType": XLSX, "buffer": empty})

    look(analyst)


def test_a_year_that_is_new_and_what_it_would_take_over(analyst, language):
    analyst.goto("/staff/disclosure/open/")
    analyst.select_option("main [name=fiscal_year]", EARLIER[language])
    send(analyst)
    analyst.wait_for_url(f"**/disclosure/{EARLIER[language]}/")
    look(analyst)

    for page in (f"/staff/disclosure/{YEAR}/carry/", "/staff/disclosure/"):
        analyst.goto(page)
        look(analyst)
    analyst.goto(f"/staff/disclosure/{YEAR}/carry/")
    analyst.select_option("main [name=from_year]", index=1)
    send(analyst)
    look(analyst)


def test_every_item_as_anybody_sees_it(browser, site, language):
    page = visitor(browser, site, phone=True, language=language).new_page()
    page.goto(f"/ita/{YEAR}/")
    links = page.locator(f"main a[href^='/ita/{YEAR}/o']")
    items = {str(link.get_attribute("href")) for link in links.all()}

    faults = []
    for item in sorted(items):
        page.goto(item)
        faults += [(item, f) for f in faults_of(page, language, phone=True)]

    assert len(items) > 1
    assert faults == []
