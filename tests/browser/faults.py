"""What is wrong with a page for somebody who reads it differently or on a phone."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NARROWEST = 320


def faults_of(page: Page, language: str, *, phone: bool) -> Iterator[str]:
    """Give every fault of the page that is open."""
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} h1"
    if page.get_attribute("html", "lang") != language:
        yield "lang"
    if not page.title().strip():
        yield "no title"
    for violation in Axe().run(page).response["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:2]]
        yield f"axe {violation['id']} {nodes}"
    if phone:
        usual = page.viewport_size or {"width": 390, "height": 844}
        page.set_viewport_size({"width": NARROWEST, "height": 700})
        wide = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size(usual)
        if wide > NARROWEST:
            yield f"{wide}px wide at {NARROWEST}px"
