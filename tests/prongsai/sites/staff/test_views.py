"""My work: what waits, and the first steps of a new office."""

from datetime import date

import pytest
from lxml import html

from prongsai.foundations.accounts.models import Role
from prongsai.sites.staff import home
from prongsai.sites.staff.home import Section, sections_of
from prongsai.ui.worklist import WorkItem
from tests.cast import (
    TODAY,
    client_of,
    current_office,
    give_post,
    make_division,
    make_user,
)
from tests.drawing import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def section(title: str, *rows: WorkItem) -> Section:
    """A section that holds the same for everybody on every day."""
    return Section(title, lambda _user, _day: list(rows))


def page_of(user, *, language: str = "th", path: str = "/staff/") -> html.HtmlElement:
    client = client_of(user)
    client.cookies["django_language"] = language
    response = client.get(path)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


@pytest.mark.parametrize(("language", "title"), [("th", "งานของฉัน"), ("en", "My work")])
def test_home_has_one_h1_and_says_who_is_signed_in(language, title):
    user = make_user(first_name=HOSTILE)

    tree = page_of(user, language=language)

    assert [h1.text_content() for h1 in tree.iter("h1")] == [title]
    assert tree.get("lang") == language
    assert HOSTILE in tree.find(".//details[@class='staff-person']").text_content()
    assert tree.findall(".//b") == []


def test_home_says_when_nothing_waits(monkeypatch):
    monkeypatch.setattr(home, "SECTIONS", [])

    tree = page_of(make_user(), language="en")

    assert "Nothing waits for you today" in tree.text_content()


def test_home_shows_what_waits_with_its_state_and_day(monkeypatch):
    item = WorkItem(
        label=HOSTILE,
        href="/loans/1/",
        note="since Monday",
        badge="overdue",
        tone="bad",
        due=date(2025, 10, 8),
    )
    monkeypatch.setattr(home, "SECTIONS", [section("Loans", item)])

    row = page_of(make_user()).find(".//div[@class='work-row']")

    assert row.find(".//a").get("href") == "/loans/1/"
    assert HOSTILE in row.text_content()
    assert "since Monday" in row.text_content()
    assert "8 ต.ค. 2568" in row.text_content()
    assert row.find(".//span[@class='badge bad']") is not None


def test_a_section_without_rows_is_left_out(monkeypatch):
    full = section("full", WorkItem(label="x", href="/x/"))
    bare = section("bare")
    monkeypatch.setattr(home, "SECTIONS", [bare, full])

    found = sections_of(make_user(), on=TODAY)

    assert [section.title for section in found] == ["full"]


def test_an_officer_is_not_shown_the_first_steps():
    tree = page_of(make_user(), language="en")

    assert "First steps" not in tree.text_content()


def test_an_administrator_is_led_through_the_first_steps():
    tree = page_of(make_user(role=Role.ADMINISTRATOR), language="en")

    steps = tree.findall(".//ol[@class='firsts']/li")
    assert len(steps) >= 5
    assert "Fill in the office" in steps[0].text_content()
    assert steps[0].find(".//a") is not None


def test_the_first_steps_go_away_when_all_are_done(monkeypatch):
    monkeypatch.setattr("prongsai.sites.staff.first_run.REGISTER_STEPS", [])
    administrator = make_user(role=Role.ADMINISTRATOR)
    office = current_office()
    office.address_th, office.phones, office.email = "1", "000", "x@example.org"
    office.save()
    make_division()
    for role in (Role.HEAD, Role.CLERK, Role.MAYOR):
        give_post(make_user(role=None), role=role)

    tree = page_of(administrator, language="en")

    assert "First steps" not in tree.text_content()


def test_who_holds_no_post_is_told_whom_to_ask():
    tree = page_of(make_user(role=None), language="en")

    assert "You hold no post today" in tree.text_content()


def test_the_page_one_is_on_is_marked_in_the_menu():
    administrator = make_user(role=Role.ADMINISTRATOR)

    tree = page_of(administrator, path="/staff/ui/")

    current = tree.findall(".//nav[@class='menu']//a[@aria-current='page']")
    assert {a.get("href") for a in current} == {"/staff/ui/"}


def test_signing_out_is_a_form():
    tree = page_of(make_user())

    form = tree.find(".//form[@data-forgets]")
    assert form.get("method") == "post"
    assert form.get("action") == "/account/logout/"
    assert form.find(".//input[@name='csrfmiddlewaretoken']") is not None
