"""The public pages that belong to no register."""

import pytest
from lxml import html

from prongsai.sites.public.menu import Door, doors
from tests.cast import client_of, make_office
from tests.drawing import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PATHS = ["/", "/services/", "/privacy/", "/accessibility/"]


def page(path: str, *, language: str = "th", **office) -> html.HtmlElement:
    make_office(**office)
    client = client_of(None)
    client.cookies["django_language"] = language
    response = client.get(path)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_page_has_a_language_a_title_and_one_h1(path, language):
    tree = page(path, language=language)

    (h1,) = tree.iter("h1")
    assert tree.get("lang") == language
    assert h1.text_content().strip()
    assert tree.findtext(".//title").split("·")[0].strip()
    assert len(tree.findall(".//main")) == 1


@pytest.mark.parametrize("path", PATHS)
def test_page_escapes_what_the_office_is_called(path):
    tree = page(path, name_th=HOSTILE, address_th=HOSTILE, phones=HOSTILE)

    assert tree.findall(".//b") == []
    assert HOSTILE in tree.text_content()


def test_footer_says_where_the_office_is_and_how_to_reach_it():
    tree = page(
        "/",
        address_th="เลขที่ 1",
        phones="000-000-0000",
        email="office@example.org",
        latitude="13.750000",
        longitude="100.500000",
    )

    footer = tree.find(".//footer")
    hrefs = {a.get("href") for a in footer.iter("a")}
    assert "เลขที่ 1" in footer.text_content()
    assert "000-000-0000" in footer.text_content()
    assert {"mailto:office@example.org", "/privacy/", "/accessibility/"} <= hrefs
    assert any("mlat=13.750000" in href for href in hrefs)


def test_footer_in_english_prefers_the_english_address():
    both = {"address_th": "เลขที่ 1", "address_en": "1 Temple Road"}

    footer = page("/", language="en", **both).find(".//footer").text_content()

    assert "1 Temple Road" in footer
    assert "เลขที่ 1" not in footer


def test_an_office_without_a_telephone_says_so():
    footer = page("/", language="en").find(".//footer").text_content()

    assert "has not entered its telephone" in footer


def test_pages_set_no_cookie_before_the_reader_chose_something():
    make_office()

    for path in PATHS:
        assert not client_of(None).get(path).cookies


@pytest.mark.parametrize("path", PATHS)
def test_pages_send_the_content_security_policy(path):
    make_office()

    policy = client_of(None).get(path).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PATHS)
def test_pages_take_few_questions_to_the_database(path, django_assert_max_num_queries):
    make_office()
    client = client_of(None)

    # PostgreSQL is also told, and asked to forget, the office.
    with django_assert_max_num_queries(12 if path == "/" else 7):
        client.get(path)


def test_a_door_that_leads_nowhere_is_not_shown(monkeypatch):
    closed = Door(label="closed", text="", url_name="no_such_page")
    open_ = Door(label="open", text="", url_name="home")
    monkeypatch.setattr("prongsai.sites.public.menu.DOORS", [closed, open_])

    assert doors() == [open_]


def test_home_shows_the_doors_with_their_sentence(monkeypatch):
    door = Door(label=HOSTILE, text="come in", url_name="privacy", icon="hand")
    monkeypatch.setattr("prongsai.sites.public.menu.DOORS", [door])

    link = page("/").find(".//a[@class='door']")

    assert link.get("href") == "/privacy/"
    assert HOSTILE in link.text_content()
    assert "come in" in link.text_content()
