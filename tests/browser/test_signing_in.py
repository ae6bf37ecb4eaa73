"""From an empty installation to signing in with a security key, in a real browser."""

import base64
import hashlib
import hmac
import re
import struct
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.faults import faults_of
from tests.servers import prongsai, website

pytestmark = pytest.mark.browser
BAD = {"error", "warning"}
PASSWORD = "รหัสผ่านของดาว-2569"
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def installed(data: Path) -> str:
    """Make an office and its administrator by the commands; return the invitation."""
    office = ("--type", "township", "--name-th", "เทศบาลทดสอบ", "--name-en", "Test")
    person = ("--username", "dao", "--first-name", "ดาว", "--last-name", "สมมติ")
    assert prongsai(data, "manage", "migrate", "-v0").returncode == 0
    assert prongsai(data, "manage", "make_office", *office).returncode == 0
    made = prongsai(data, "manage", "make_administrator", *person)
    found = re.search(r"/account/invitation/\S+/", made.stdout)
    assert found, made.stderr
    return found.group()


def code_of(secret: str) -> str:
    """The six digits a telephone shows now, computed as RFC 6238 says."""
    moment = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), moment, hashlib.sha1).digest()
    place = digest[-1] & 15
    value = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{value % 10**6:06}"


def note(troubles: list[str], said: ConsoleMessage) -> None:
    """Remember what the browser complains of."""
    if said.type in BAD:
        troubles.append(said.text)


def send(page: Page, **values: str) -> None:
    """Fill the form of a page and send it."""
    for name, value in values.items():
        page.fill(f"main [name={name}]", value)
    page.click("main button[type=submit].primary")


BEHIND_A_FACTOR = [
    "codes/",
    "codes/new/",
    "keys/",
    "app/remove/",
    "confirm/",
    "keys/confirm/",
]


def look(page: Page) -> None:
    """Fail where the open page is not for everybody."""
    language = page.get_attribute("html", "lang") or ""
    assert list(faults_of(page, language, phone=True)) == [], page.url


def plug_in_a_key(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def look_behind(page: Page, address: str) -> None:
    for name in BEHIND_A_FACTOR:
        page.goto(address + name)
        look(page)
    page.goto(f"{address}keys/")
    deeds = page.locator("main a[href*='/keys/']").evaluate_all(
        "links => links.map(link => link.href).filter(href => /keys.[0-9]/.test(href))"
    )
    assert len(deeds) == 2, deeds  # rename it, remove it
    for deed in deeds:
        page.goto(deed)
        look(page)


def test_an_administrator_comes_in_by_invitation_app_and_key(
    browser: Browser, tmp_path: Path
):
    invitation = installed(tmp_path)
    with website(tmp_path) as served:
        site = served.rstrip("/").replace("127.0.0.1", "localhost")
        page = browser.new_context().new_page()
        troubles: list[str] = []
        page.on("console", lambda said: note(troubles, said))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(site + invitation)
        look(page)
        send(page, password=PASSWORD, again=PASSWORD)
        send(page, login="dao", password=PASSWORD)
        assert page.url == f"{site}/account/second-factor/"

        page.goto(f"{site}/account/second-factor/app/")
        send(page, password=PASSWORD)
        assert page.locator("img.qr").evaluate("picture => picture.naturalWidth > 0")
        send(page, code=code_of(page.inner_text("code").strip()))
        assert page.url == f"{site}/account/second-factor/codes/"

        plug_in_a_key(page)
        page.goto(f"{site}/account/second-factor/keys/add/")
        page.click("#mfa_webauthn_add")
        page.wait_for_url(f"{site}/account/second-factor/")

        look_behind(page, f"{site}/account/second-factor/")
        page.goto(f"{site}/account/logout/")
        send(page)
        page.goto(f"{site}/account/login/")
        send(page, login="dao", password=PASSWORD)
        look(page)
        page.click("#mfa_webauthn_authenticate")
        page.wait_for_url(f"{site}/staff/")
        assert troubles == []
