"""Signing in to the invented office as a person does."""

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from prongsai.config.demonstration.office import PASSWORD

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


def visitor(
    browser: Browser, site: str, *, phone: bool = False, language: str = "th"
) -> BrowserContext:
    """A browser of its own that has chosen a language."""
    context = browser.new_context(
        viewport=PHONE if phone else DESKTOP, base_url=site, has_touch=phone
    )
    context.add_cookies([{"name": "django_language", "value": language, "url": site}])
    return context


def sign_in(context: BrowserContext, username: str) -> Page:
    """Sign in with the form and give the page that follows."""
    page = context.new_page()
    page.goto("/account/login/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/staff/**")
    return page


def confirm(page: Page) -> Page:
    """Type the password once more, as pages about signing in ask for."""
    page.goto("/account/confirm/")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/staff/**")
    return page
