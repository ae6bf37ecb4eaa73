"""Pages of the improvement cycle that come after something was sent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page

from tests.browser.faults import faults_of
from tests.browser.people import sign_in, visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]

REPORT = Path(__file__).parents[2] / "examples" / "report-2568.md"
POINTS = {f"i{n}": "90" for n in range(1, 11)}
YEARS = {"th": "2564", "en": "2565"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(params=["th", "en"])
def analyst(request: pytest.FixtureRequest, browser: Browser, site: str) -> Page:
    return sign_in(
        visitor(browser, site, phone=True, language=request.param), "analyst"
    )


def look(page: Page) -> None:
    language = page.get_attribute("html", "lang") or ""
    assert list(faults_of(page, language, phone=True)) == [], page.url


def send(page: Page) -> None:
    page.locator("main form button.primary[type=submit]").last.click()
    page.wait_for_load_state()


def test_a_report_that_was_read(analyst):
    language = analyst.get_attribute("html", "lang")
    mine = f"# {language}\n".encode() + REPORT.read_bytes()
    file: FilePayload = {"name": "report.md", "mimeType": "text/plain", "buffer": mine}
    analyst.goto("/staff/results/readings/new/")
    analyst.set_input_files("main input[type=file]", file)
    send(analyst)
    analyst.wait_for_url(re.compile(r"/readings/\d+/"))
    reading = analyst.url
    look(analyst)

    for end in ("findings/", "text/"):
        analyst.goto(reading + end)
        look(analyst)
    analyst.goto(reading.replace("/results/", "/measures/"))
    look(analyst)


def test_a_sheet_of_results(analyst):
    sheet = analyst.request.get("/staff/results/export.xlsx")
    analyst.goto("/staff/results/sheets/new/")
    file: FilePayload = {"name": "a.xlsx", "mimeType": XLSX, "buffer": sheet.body()}
    analyst.set_input_files("main input[type=file]", file)
    send(analyst)
    analyst.wait_for_url(re.compile(r"/sheets/\d+/"))

    look(analyst)


def test_a_result_that_is_a_draft(analyst):
    language = analyst.get_attribute("html", "lang") or ""
    analyst.goto(f"/staff/results/enter/?year={YEARS[language]}")
    for name, value in POINTS.items():
        analyst.fill(f"main input[name={name}]", value)
    send(analyst)
    analyst.wait_for_url(re.compile(r"/results/\d+/$"))

    analyst.goto(f"{analyst.url}edit/")

    assert analyst.locator("main input[name=i1]").input_value().startswith("90")
    look(analyst)


def test_the_owners_of_chosen_standards(analyst):
    analyst.goto("/staff/measures/")
    plan = analyst.locator("main a[href*='/plans/']").first.get_attribute("href")
    analyst.goto(f"{plan}standards/")
    analyst.locator("main input[name=codes]").first.check()
    send(analyst)
    analyst.wait_for_url(re.compile(r"/standards/take/\?codes="))

    look(analyst)
