"""Size of text, and the stylesheet in the office's colour."""

import gzip

import pytest
from django.urls import reverse

from prongsai.ui.stylesheet import digest
from tests.cast import client_of, make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("size", ["1", "2", "3"])
def test_the_size_is_remembered_without_a_token(size):
    make_office()
    client = client_of(None)
    client.handler.enforce_csrf_checks = True

    answer = client.post("/text-size/", {"size": size, "next": "/privacy/?a=1"})
    page = client.get("/").content.decode()

    assert (answer.status_code, answer["Location"]) == (302, "/privacy/?a=1")
    assert f'class="text-{size}"' in page
    assert client.cookies["text_size"]["httponly"]
    assert client.cookies["text_size"]["samesite"] == "Lax"


@pytest.mark.parametrize("size", ["", "4", "large", "<b>"])
def test_another_size_is_refused_and_not_remembered(size):
    make_office()
    client = client_of(None)

    assert client.post("/text-size/", {"size": size}).status_code == 400
    assert "text_size" not in client.cookies


@pytest.mark.parametrize(
    "back", ["", "//evil.example/", "https://evil.example/", "javascript:x"]
)
def test_nobody_is_led_to_another_site(back):
    make_office()

    answer = client_of(None).post("/text-size/", {"size": "2", "next": back})

    assert answer["Location"] == "/"


def test_the_size_is_chosen_by_a_form_only():
    make_office()

    assert client_of(None).get("/text-size/?size=3").status_code == 405


def test_the_stylesheet_is_kept_for_a_year_and_compressed():
    make_office()
    address = reverse("stylesheet", args=[digest(), "aa3366"])

    response = client_of(None).get(address, headers={"accept-encoding": "gzip"})

    rules = gzip.decompress(response.content).decode()
    assert response.headers["Content-Type"] == "text/css"
    assert "immutable" in response.headers["Cache-Control"]
    assert "public" in response.headers["Cache-Control"]
    assert rules.startswith(":root{--office:#aa3366")
    assert len(response.content) < 12_000
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("colour", ["red", "AA3366", "aa336", "aa33667"])
def test_another_colour_is_not_there(colour):
    make_office()

    assert client_of(None).get(f"/style-x-{colour}.css").status_code == 404


def test_pages_ask_for_the_stylesheet_of_their_office():
    make_office(colour="#aa3366")

    page = client_of(None).get("/").content.decode()

    assert f'href="/style-{digest()}-aa3366.css"' in page
