"""Thai unless the reader chose English."""

import pytest

from tests.cast import client_of, make_office

pytestmark = pytest.mark.django_db


def language_of(response) -> str:
    return str(response.headers["Content-Language"])


def test_a_foreign_browser_still_gets_thai():
    make_office()

    response = client_of(None).get("/", headers={"accept-language": "en-GB,en;q=0.9"})

    assert language_of(response) == "th"
    assert b'<html lang="th"' in response.content


def test_the_choice_is_remembered_and_leads_back_to_the_page():
    make_office()
    client = client_of(None)

    answer = client.post("/language/", {"language": "en", "next": "/privacy/"})
    page = client.get(answer["Location"])

    assert answer["Location"] == "/privacy/"
    assert language_of(page) == "en"
    assert b'<html lang="en"' in page.content


def test_the_choice_needs_no_token():
    make_office()
    client = client_of(None)
    client.handler.enforce_csrf_checks = True

    answer = client.post("/language/", {"language": "en", "next": "/"})

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize("chosen", ["", "de", "th-TH", "<b>", "../en"])
def test_a_language_we_do_not_speak_is_thai(chosen):
    make_office()
    client = client_of(None)
    client.cookies["django_language"] = chosen

    assert language_of(client.get("/")) == "th"


def test_nobody_is_led_to_another_site():
    make_office()
    client = client_of(None)

    answer = client.post("/language/", {"language": "en", "next": "//evil.example/"})

    assert "evil" not in answer.headers.get("Location", "")


def test_what_depends_on_the_reader_is_kept_apart_in_caches():
    make_office()

    assert "Cookie" in client_of(None).get("/").headers["Vary"]
