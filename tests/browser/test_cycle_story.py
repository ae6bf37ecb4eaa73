"""From an empty office to a published result report, by the screens alone.

The analyst works at a desk, those who are asked for an opinion on a telephone.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from prongsai.ita.thai.fiscal import fiscal_year_of, last_day
from tests.browser.people import sign_in, visitor
from tests.browser.pictures import picture
from tests.servers import prongsai, website

pytestmark = [pytest.mark.slow, pytest.mark.browser]

TODAY = date.today()  # noqa: DTZ011  # the server's own clock
YEAR = fiscal_year_of(TODAY)
RESULT = YEAR - 1
POINTS = (100, 100, 98, 97, 100, 95, 93, 91, 96, 100)

EMPTY_OFFICE = """
from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.organisations import tenancy
from datetime import date
office = make_office()
with tenancy.acting_for(office.pk):
    make_people(office, since=date(2020, 10, 1))
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """An office with people and nothing else, and its website."""
    assert prongsai(tmp_path, "manage", "migrate", "-v0").returncode == 0
    made = prongsai(tmp_path, "manage", "shell", "-v0", "-c", EMPTY_OFFICE)
    assert made.returncode == 0, made.stderr
    with website(tmp_path) as site:
        yield tmp_path, site


def press(page: Page, end: str) -> None:
    """Press the button that posts to an address, and say yes where it asks."""
    form = page.locator(f"main form[action$='{end}']").first
    dialog = page.locator(f"main dialog:has(form[action$='{end}'])")
    if dialog.count():
        page.locator(f"[data-opens='{dialog.first.get_attribute('id')}']").first.click()
    form.locator("button[type=submit]").first.click()
    page.wait_for_load_state()


def follow(page: Page, end: str) -> None:
    """Follow the first link that leads to an address."""
    page.locator(f"main a[href*='{end}']").first.click()
    page.wait_for_load_state()


def send(page: Page, **values: object) -> None:
    """Fill the form of a page and send it; the next page has no fault in it."""
    for name, value in values.items():
        page.locator(f"main form [name={name}]").last.fill(str(value))
    submit(page)


def submit(page: Page) -> None:
    page.locator("main form button.primary[type=submit]").last.click()
    page.wait_for_load_state()
    faults = page.locator("main .errors, main .error-summary")
    assert faults.count() == 0, faults.first.inner_text()


def choose(page: Page, name: str, text: str) -> None:
    """Choose the first entry of a list that holds a text."""
    field = page.locator(f"main form select[name={name}]")
    value = field.locator("option", has_text=text).first.get_attribute("value")
    field.select_option(value)


def test_from_an_empty_office_to_a_published_report(browser: Browser, office):
    data, site = office
    analyst = sign_in(visitor(browser, site), "analyst")

    enter_result(analyst)
    plan = make_plan(analyst)
    measure = add_measure(analyst, plan)
    analyst.goto(plan)
    press(analyst, "/propose/")
    decide(browser, site, memo_of(analyst, plan), "plan")

    work(browser, site, measure)
    write_results(browser, site, analyst, measure)
    report = begin_report(analyst)
    decide(browser, site, submit_report(browser, site, analyst, report), "report")
    address = publish(analyst, report)

    public = visitor(browser, site, phone=True).new_page()
    answer = public.goto(address)
    assert answer is not None
    assert answer.status == 200
    expect(public.locator("main")).to_contain_text("เผยแพร่คู่มือการให้บริการ")
    picture(public, "cycle-9-published", whole=True)
    for end in (".pdf", ".docx"):
        link = public.locator(f"main a[href$='{end}']").first.get_attribute("href")
        assert public.request.get(str(link)).ok
    verified = prongsai(
        data, "manage", "verify_evidence", "--publication", path(address)
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr


def path(address: str) -> str:
    """The address of a publication as the command takes it."""
    return address.split("://", 1)[-1].split("/", 1)[1].strip("/")


def enter_result(page: Page) -> None:
    page.goto("/staff/results/new/")
    follow(page, f"year={RESULT}")
    fields = {f"i{n}": points for n, points in enumerate(POINTS, 1)}
    send(page, **fields, total="96.80", level="ผ่านดี")
    picture(page, "cycle-1-result", whole=True)
    press(page, "/confirm/")
    press_draft(page)


def press_draft(page: Page) -> None:
    """Let the analysis be drafted from the figures."""
    follow(page, "/analysis/")
    press(page, "/draft/")
    picture(page, "cycle-2-analysis", whole=True)


def make_plan(page: Page) -> str:
    page.goto("/staff/measures/new/")
    send(page, fiscal_year=YEAR, result_year=RESULT)
    page.wait_for_url(re.compile(r"/plans/\d+/$"))
    return page.url


def add_measure(page: Page, plan: str) -> str:
    page.goto(f"{plan}add/")
    choose(page, "aspect", "2.")
    page.check("main input[name=indicators][value='7']")
    choose(page, "division", "สำนักปลัด")
    choose(page, "accountable", "สมปอง")
    send(
        page,
        title="เผยแพร่คู่มือการให้บริการทุกงานบนเว็บไซต์",
        analysis="คะแนนตัวชี้วัดที่ 7 ต่ำกว่าตัวชี้วัดอื่น",
        baseline="60",
        target="๙๐",
        unit="ร้อยละ",
        output_expected="คู่มือครบทุกงาน",
        outcome_expected="ประชาชนร้อยละ 90 หาคู่มือพบ",
        starts_on=f"1 ต.ค. {YEAR - 1}",
        ends_on=f"30 ก.ย. {YEAR}",
    )
    page.wait_for_url(re.compile(r"/measures/\d+/$"))
    measure = page.url
    page.goto(f"{measure}steps/add/")
    choose(page, "division", "สำนักปลัด")
    choose(page, "accountable", "สมปอง")
    send(page, text="จัดทำคู่มือให้ครบทุกงาน", due_on=f"30 ก.ย. {YEAR}")
    picture(page, "cycle-3-measure", whole=True)
    return measure


def memo_of(page: Page, subject: str) -> str:
    """The address of the memo about something; its proposer submits it."""
    page.goto(subject)
    link = page.locator("main a[href*='/approvals/']").first.get_attribute("href")
    page.goto(str(link))
    press(page, "/submit/")
    return page.url


def decide(browser: Browser, site: str, memo: str, name: str) -> None:
    """The head and the chief officer endorse, the head of the office decides: on phones."""
    for person in ("head", "clerk", "mayor"):
        page = sign_in(visitor(browser, site, phone=True), person)
        page.goto(f"{memo}answer/")
        for value in ("agreed", "approved"):
            box = page.locator(f"main input[name=decisions][value={value}]")
            if box.count():
                box.check()
        page.check("main input[name=no_interest]")
        page.fill("main textarea[name=opinion]", "เห็นควรดำเนินการ")
        picture(page, f"cycle-4-{name}-{person}-on-a-phone", whole=True)
        page.locator("main button[name=deed]").first.click()
        page.wait_for_load_state()
        page.context.close()


def work(browser: Browser, site: str, measure: str) -> None:
    """The accountable person finishes the step on a telephone."""
    page = sign_in(visitor(browser, site, phone=True), "analyst")
    page.goto("/staff/measures/mine/")
    picture(page, "cycle-5-my-steps", whole=True)
    page.goto(measure)
    follow(page, "/finish/")
    send(page, note="จัดทำและเผยแพร่คู่มือครบ 12 งาน")
    page.context.close()


def write_results(browser: Browser, site: str, page: Page, measure: str) -> None:
    page.goto(f"{measure}output/add/")
    send(page, text="มีคู่มือการให้บริการครบ 12 งาน", value="12", unit="งาน")
    page.goto(f"{measure}outcome/add/")
    send(page, text="ประชาชนหาคู่มือพบร้อยละ 92", value="92", unit="ร้อยละ")
    page.goto(measure)
    add_file(page)
    picture(page, "cycle-6-results", whole=True)
    press(page, "/report/")
    clerk = sign_in(visitor(browser, site), "clerk")
    clerk.goto(measure)
    press(clerk, "/close/")
    clerk.context.close()


def add_file(page: Page) -> None:
    """Attach a document as evidence, with the period it covers."""
    follow(page, "/evidence/")
    if page.locator("main input[type=file]").count() == 0:
        follow(page, "file")
    page.set_input_files(
        "main input[type=file]",
        {
            "name": "list.csv",
            "mimeType": "text/csv",
            "buffer": "ที่,คู่มือ\n1,จดทะเบียน\n".encode(),
        },
    )
    send(
        page,
        title="รายการคู่มือที่เผยแพร่",
        start=f"1 ต.ค. {YEAR - 1}",
        end=f"30 ก.ย. {YEAR}",
    )


def begin_report(page: Page) -> str:
    page.goto("/staff/reports/begin/")
    choose(page, "kind", "12")
    send(page, fiscal_year=YEAR, cut_off=min(TODAY, last_day(YEAR)).isoformat())
    page.wait_for_url(re.compile(r"/reports/\d+/$"))
    picture(page, "cycle-7-report-beside-its-findings", whole=True)
    return page.url


def submit_report(browser: Browser, site: str, page: Page, report: str) -> str:
    """Submit the report; where an error stands, the chief officer allows it in writing."""
    page.goto(report)
    if page.locator("main form[action$='/submit/']").count() == 0:
        clerk = sign_in(visitor(browser, site), "clerk")
        clerk.goto(f"{report}override/")
        send(clerk, reason="ตรวจสอบแล้วเป็นข้อความที่ถูกต้องตามข้อเท็จจริง")
        clerk.context.close()
        page.goto(report)
    press(page, "/submit/")
    return memo_of(page, report)


def publish(page: Page, report: str) -> str:
    page.goto(report)
    picture(page, "cycle-8-approved", whole=True)
    follow(page, "/publish/")
    submit(page)
    page.goto(report)
    link = page.locator("main a[href^='/ita/']").first.get_attribute("href")
    return page.url.split("/staff/")[0] + str(link)
