"""The look in a real browser: usable by everybody, narrow and wide, without scripts too."""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
)

from prongsai.ui.preparing import compile_translations, make_fonts
from tests.servers import environment_for, website

pytestmark = [pytest.mark.slow, pytest.mark.browser]

COLOURS = ("#0b5563", "#ffe100")
PHONE, DESK, NARROW = 390, 1280, 320
NEW_DIVISION = "/staff/office/divisions/add/"
MOST_BYTES = 150 * 1024
PATHS = ["/", "/privacy/", "/nowhere/", "/staff/", "/staff/ui/"]
SMALL = """
[...document.querySelectorAll("a, button, select, textarea, summary, input:not([type=hidden])")]
  .filter((e) => !e.closest("p, li:not([class]) > a:not(:only-child), .error-summary, .skip, label"))
  .filter((e) => !(e.labels && e.labels.length && ["radio", "checkbox"].includes(e.type)))
  .map((e) => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height && (box.height < 43.5 || box.width < 43.5))
  .map(([text, box]) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`)
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory) -> Iterator[list[tuple[str, str]]]:
    """For each colour the address of an office's website and a session in it."""
    make_fonts()
    compile_translations()
    data = tmp_path_factory.mktemp("offices")
    lines = subprocess.run(
        [sys.executable, "-m", "tests.prongsai.sites.coloured_offices", *COLOURS],
        env=environment_for(data) | {"PYTHONPATH": os.pathsep.join(["src", "."])},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    with website(data) as address:
        port = urlsplit(address).port
        yield [
            (f"http://{host}:{port}", session)
            for host, session in (line.split() for line in lines)
        ]


@pytest.fixture
def site(offices: list[tuple[str, str]]) -> tuple[str, str]:
    return offices[0]


@pytest.fixture
def yellow(offices: list[tuple[str, str]]) -> tuple[str, str]:
    return offices[1]


def visitor(
    browser: Browser,
    site: tuple[str, str],
    *,
    width: int = DESK,
    language: str = "th",
    script: bool = True,
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    address, session = site
    cookies = {"sessionid": session, "django_language": language}
    context.add_cookies(
        [
            {"name": name, "value": value, "url": address}
            for name, value in cookies.items()
        ]
    )
    return context


def opened(context: BrowserContext, site: tuple[str, str], path: str) -> Page:
    page = context.new_page()
    page.goto(site[0] + path, wait_until="load")
    return page


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
def test_everybody_can_use_every_page(browser, site, width, language):
    with visitor(browser, site, width=width, language=language) as context:
        for path in PATHS:
            page = opened(context, site, path)
            assert faults_of(page) == [], path
            assert page.get_attribute("html", "lang") == language
            page.close()


def faults_of(page: Page) -> list[tuple[str, list[str]]]:
    return [
        (violation["id"], [node["html"][:120] for node in violation["nodes"][:2]])
        for violation in Axe().run(page).response["violations"]
    ]


def test_an_office_may_choose_a_colour_nobody_could_read(browser, yellow):
    with visitor(browser, yellow) as context:
        assert faults_of(opened(context, yellow, "/")) == []
        assert faults_of(opened(context, yellow, "/staff/ui/")) == []


@pytest.mark.parametrize("size", ["1", "3"])
def test_no_page_scrolls_sideways_on_the_smallest_telephone(browser, site, size):
    with visitor(browser, site, width=NARROW) as context:
        context.add_cookies([{"name": "text_size", "value": size, "url": site[0]}])
        widths = {
            path: opened(context, site, path).evaluate(
                "document.documentElement.scrollWidth"
            )
            for path in PATHS
        }

    assert {path: width for path, width in widths.items() if width > NARROW} == {}


@pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
def test_what_one_presses_is_large_enough(browser, site, width):
    with visitor(browser, site, width=width) as context:
        small = {path: opened(context, site, path).evaluate(SMALL) for path in PATHS}

    assert {path: found for path, found in small.items() if found} == {}


def listened(page: Page) -> tuple[list[ConsoleMessage], list[Request]]:
    """What a page will say in the console and ask the server for."""
    said: list[ConsoleMessage] = []
    asked: list[Request] = []

    def hear(line: ConsoleMessage) -> None:
        said.append(line)

    def see(request: Request) -> None:
        asked.append(request)

    page.on("console", hear)
    page.on("requestfinished", see)
    return said, asked


def test_pages_are_light_ask_only_us_and_break_no_policy(browser, site):
    with visitor(browser, site, width=PHONE) as context:
        for path in PATHS:
            page = context.new_page()
            said, asked = listened(page)
            page.goto(site[0] + path, wait_until="networkidle")
            sizes = [request.sizes() for request in asked]
            weight = sum(
                size["responseBodySize"] + size["responseHeadersSize"] for size in sizes
            )
            assert weight <= MOST_BYTES, (path, weight)
            assert all(request.url.startswith(site[0]) for request in asked)
            assert [line.text for line in said if "404" not in line.text] == []
            assert page.evaluate("document.fonts.check('16px Sarabun')")
            page.close()


def test_a_dialog_keeps_the_focus_and_gives_it_back(browser, site):
    with visitor(browser, site) as context:
        page = opened(context, site, "/staff/ui/")
        opener = page.locator("[data-opens=specimen-dialog]")
        opener.focus()
        page.keyboard.press("Space")
        assert page.locator("#specimen-dialog").evaluate(
            "d => d.open && d.contains(document.activeElement)"
        )

        page.keyboard.press("Escape")

        assert not page.locator("#specimen-dialog").is_visible()
        assert opener.evaluate("o => o === document.activeElement")


def test_everything_opens_without_javascript(browser, site):
    with visitor(browser, site, width=PHONE, script=False) as context:
        page = opened(context, site, "/staff/ui/")
        page.click("[data-opens=specimen-dialog]")
        assert page.locator("#specimen-dialog").is_visible()
        page.click("#specimen-dialog [data-closes]")
        assert not page.locator("#specimen-dialog").is_visible()

        page.click(".staff-menu > summary")
        page.locator(".staff-menu a[href='/staff/']").click()
        assert page.url == site[0] + "/staff/"

        page.click(".staff-person > summary")
        page.locator(".panel button[value=en]").click()
        assert page.get_attribute("html", "lang") == "en"
        page.click(".staff-person > summary")
        page.locator(".panel button[value='3']").click()
        assert page.get_attribute("html", "class") == "text-3"


def test_the_first_key_leads_past_the_header(browser, site):
    with visitor(browser, site) as context:
        page = opened(context, site, "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"

        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.id") == "main"


def test_what_was_typed_survives_a_refresh_until_one_starts_afresh(browser, site):
    with visitor(browser, site) as context:
        page = opened(context, site, NEW_DIVISION)
        page.fill("[name=name_th]", "กองทดลอง")
        page.reload()
        assert page.input_value("[name=name_th]") == "กองทดลอง"
        assert page.locator(".draft-note").is_visible()

        page.click(".draft-note button")
        page.reload()

        assert page.input_value("[name=name_th]") == ""


def test_what_was_typed_survives_the_end_of_a_session(browser, site):
    with visitor(browser, site) as context:
        page = opened(context, site, NEW_DIVISION)
        page.fill("[name=name_th]", "กองทดลอง")
        context.clear_cookies(name="sessionid")
        page.click(".form [type=submit]")
        assert "กองทดลอง" in page.inner_text("dl.facts")

        context.add_cookies([{"name": "sessionid", "value": site[1], "url": site[0]}])
        page.click(f".buttons a[href='{NEW_DIVISION}']")

        assert page.input_value("[name=name_th]") == "กองทดลอง"


def test_what_was_sent_is_not_kept(browser, site):
    with visitor(browser, site) as context:
        page = opened(context, site, NEW_DIVISION)
        for name, value in {
            "code": "d1",
            "name_th": "กองหนึ่ง",
            "name_en": "One",
        }.items():
            page.fill(f"[name={name}]", value)
        page.click(".form [type=submit]")
        assert page.url != site[0] + NEW_DIVISION

        page.goto(site[0] + NEW_DIVISION)

        assert page.input_value("[name=name_th]") == ""
        assert page.evaluate("sessionStorage.length") == 0
