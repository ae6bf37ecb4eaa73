"""A loan from the request to the return, by the screens alone, and its pictures."""

import io
import re
from datetime import date, timedelta

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.people import sign_in, visitor
from tests.browser.pictures import picture

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIRST = date.today()  # noqa: DTZ011  # the server's own clock
LAST = FIRST + timedelta(days=2)


def photo() -> FilePayload:
    """A photograph of nothing in particular."""
    picture = io.BytesIO()
    Image.new("RGB", (320, 240), "#0b5563").save(picture, "JPEG")
    return {"name": "เต็นท์.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


def as_person(browser: Browser, site: str, name: str, *, phone: bool = False) -> Page:
    return sign_in(visitor(browser, site, phone=phone), name)


def ask(page: Page) -> str:
    """Ask to borrow the first thing that is free; give the address of the loan."""
    page.goto("/staff/lending/loans/")
    page.locator("main").get_by_role("link", name="ขอยืมพัสดุ").first.click()
    page.fill("input[name=starts_on]", FIRST.isoformat())
    page.fill("input[name=due_on]", LAST.isoformat())
    page.get_by_role("button", name="แสดงพัสดุที่ว่าง").click()
    picture(page, "lending-1-choose")
    page.locator("main form input[name^=n]").first.fill("๑")
    page.get_by_role("button", name="ดำเนินการต่อ").first.click()
    page.fill("input[name=purpose]", "ประชุมชี้แจงการทดสอบระบบ")
    page.check("input[name=benefit][value=official]")
    page.fill("input[name=place]", "หอประชุมหมู่บ้านสมมติ")
    picture(page, "lending-2-request")
    page.get_by_role("button", name="ส่ง", exact=True).click()
    page.wait_for_url(re.compile(r"/loans/\d+/$"))
    return page.url


def test_a_loan_is_asked_for_approved_handed_over_and_brought_back(browser, site):
    teacher = as_person(browser, site, "teacher")
    loan = ask(teacher)

    supply = as_person(browser, site, "supply")
    supply.goto(loan)
    supply.locator("main").get_by_role("link", name="ตรวจสอบพัสดุ", exact=True).click()
    supply.check("input[name=leaves_enough]")
    supply.get_by_role("button", name="ตรวจสอบแล้ว").click()

    mayor = as_person(browser, site, "mayor", phone=True)
    mayor.goto(loan)
    mayor.locator("main").get_by_role("link", name="พิจารณา").click()
    mayor.fill("input[name=benefit_reason]", "ใช้ในการประชุมของทางราชการ")
    mayor.check("input[name=no_conflict]")
    picture(mayor, "lending-3-decide-on-a-phone", whole=True)
    mayor.get_by_role("button", name="อนุมัติ", exact=True).click()
    expect(mayor.locator("main")).to_contain_text("อนุมัติ")

    supply.goto(loan)
    supply.locator("main").get_by_role("link", name="ส่งมอบ").first.click()
    supply.set_input_files("input[name=photos]", photo())
    picture(supply, "lending-4-hand-over", whole=True)
    supply.get_by_role("button", name="ส่งมอบแล้ว").click()

    supply.locator("main").get_by_role("link", name="รับคืน").first.click()
    picture(supply, "lending-5-take-back", whole=True)
    supply.get_by_role("button", name="รับคืนแล้ว").click()

    close = supply.get_by_role("button", name="ปิดรายการ")
    if close.count():
        close.first.click()
    expect(supply.locator("main")).to_contain_text("ปิดรายการ")
    expect(supply.locator("main")).to_contain_text("เต็นท์.jpg")
    picture(supply, "lending-6-closed", whole=True)


def test_a_colleague_may_not_decide_on_the_loan(browser, site):
    teacher = as_person(browser, site, "teacher")
    loan = ask(teacher)

    answer = teacher.goto(f"{loan}decide/")

    assert answer is not None
    assert answer.status in {403, 404}


def fill_request(page: Page) -> None:
    """Choose something free and fill the request, up to the last button."""
    page.goto("/lending/")
    page.fill("input[name=starts_on]", FIRST.isoformat())
    page.fill("input[name=due_on]", LAST.isoformat())
    page.locator("main form button[type=submit]").first.click()
    picture(page, "borrow-1-what-is-free")
    page.locator("main form input[name^=n]").first.fill("1")
    onwards = re.compile("ดำเนินการต่อ|Continue")
    page.get_by_role("button", name=onwards).first.click()
    for name, text in {
        "purpose": "งานทำบุญหมู่บ้านสมมติ",
        "place": "วัดสมมติ",
        "name": "นางสาวตัวอย่าง ทดสอบ",
        "address": "1 หมู่ที่ 9",
        "phone": "๐๘๑ ๒๓๔ ๕๖๗๘",
        "basis": "ประกาศสมมติ ที่ ๑/๒๕๖๙",
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.check("input[name=benefit][value=public]")
    page.check("input[name=kind][value=person]")
    page.check("input[name=agreed]")


def test_a_resident_borrows_and_follows_without_an_account_or_a_script(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("main").get_by_role("link", name="ยืมพัสดุ").first.click()
    fill_request(page)
    picture(page, "borrow-2-request", whole=True)
    page.locator("main form button[type=submit]").last.click()

    expect(page.locator("h1")).to_be_visible()
    picture(page, "borrow-3-receipt")
    shown = page.locator("main").inner_text()
    reference = re.search(r"บย\. ?[\d]+/\d{4}", shown)
    assert reference, shown
