"""Pages nobody reaches by a link: they come after something was sent."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.faults import faults_of
from tests.browser.people import sign_in, visitor
from tests.browser.test_lending_story import fill_request
from tests.servers import prongsai

pytestmark = [pytest.mark.slow, pytest.mark.browser]

LANGUAGES = ["th", "en"]
LETTER = """
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.password_reset import get_reset_password_url
from django.test import RequestFactory
from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import person_called
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
with tenancy.acting_for(Organisation.objects.get().pk):
    user = person_called("teacher")
    print(f"KEY {user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}")
"""


def look(page: Page, language: str) -> None:
    assert list(faults_of(page, language, phone=True)) == [], page.url


@pytest.fixture(params=LANGUAGES)
def context(request, browser: Browser, site: str) -> BrowserContext:
    return visitor(browser, site, phone=True, language=request.param)


def language_of(page: Page) -> str:
    return page.get_attribute("html", "lang") or ""


def test_the_receipt_of_a_request_and_its_tracking(context):
    page = context.new_page()
    fill_request(page)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/requested/**")
    look(page, language_of(page))

    shown = page.locator("main").inner_text()
    number = re.search(r"\d+/\d{4}", shown)
    secret = re.search(
        r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", shown
    )
    assert number, shown
    assert secret, shown
    page.goto("/lending/track/")
    fields = page.locator("main form input:not([type=hidden])")
    fields.nth(0).fill(number.group())
    fields.nth(1).fill(secret.group())
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/track/**")
    look(page, language_of(page))


def test_the_preview_of_an_import(context, site):
    page = sign_in(context, "supply")
    register = page.request.get("/staff/lending/assets/register.xlsx")
    page.goto("/staff/lending/assets/import/")
    page.set_input_files(
        "input[type=file]",
        {
            "name": "assets.xlsx",
            "mimeType": "application/vnd.openxmlformats-officedocument."
            "spreadsheetml.sheet",
            "buffer": register.body(),
        },
    )
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/import/\d+/"))

    look(page, language_of(page))


def test_a_new_password_from_a_letter(context, demonstration):
    made = prongsai(demonstration, "manage", "shell", "-v0", "-c", LETTER)
    key = re.search(r"KEY (\S+)", made.stdout)
    assert key, made.stderr
    page = context.new_page()

    page.goto(f"/account/password/reset/{key.group(1)}/")

    assert page.locator("input[type=password]").count() == 2
    look(page, language_of(page))
