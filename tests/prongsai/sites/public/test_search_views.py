"""The page of search: what was found, marked, and what to do when nothing was."""

import pytest
from lxml import html

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions
from tests.cast import NOW, client_of, make_office, make_user
from tests.drawing import HOSTILE
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def ask(question="", **more):
    response = client_of(None).get("/search/", {"q": question} | more)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def test_what_is_published_is_found_and_marked():
    publish()

    tree = ask("๔ เต็นท์")

    (link,) = tree.findall(".//ol[@class='found']//a")
    assert link.get("href") == PAGE
    assert "เต็นท์" in [mark.text for mark in tree.iter("mark")]
    assert tree.find(".//input[@id='q']").get("value") == "๔ เต็นท์"


def test_what_was_withdrawn_is_no_longer_found():
    publication = publish().publication
    clerk = make_user(role=Role.CLERK)

    actions.withdraw(publication, reason_th="ผิด", reason_en="Wrong", by=clerk, at=NOW)

    assert ask("เต็นท์").findall(".//ol[@class='found']") == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("จระเข้", "Nothing is published with"),
        ("loans จระเข้", "No page has all of these words"),
        ("?!", "There is no word in what you typed"),
        ("ก" * 10_000, "Only the beginning was looked for"),
        (HOSTILE, "Nothing is published with"),
        ("oan", "the same letters in a row"),
    ],
)
def test_the_page_says_in_words_how_it_searched(question, said):
    publish()
    client = client_of(None)
    client.cookies["django_language"] = "en"

    page = client.get("/search/", {"q": question}).content.decode()

    assert said in page
    assert HOSTILE not in page


@pytest.mark.parametrize(
    "more",
    [
        {"page": "x"},
        {"page": "999999"},
        {"kind": "%"},
        {"year": "๒๕๖๙"},
        {"year": "x" * 99},
    ],
)
def test_odd_choices_are_borne(more):
    publish()

    assert ask("loans", **more) is not None


def test_nothing_asked_shows_the_form_only():
    make_office()

    tree = ask()

    assert tree.findall(".//p[@class='found-count']") == []
    assert len(tree.findall(".//form[@role='search']")) == 3
