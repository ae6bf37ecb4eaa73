"""Addresses that moved: followed on a 404 only, never in a circle, never off the site."""

import pytest
from django.test import RequestFactory

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import moving
from prongsai.foundations.publications.models import Redirect
from prongsai.foundations.publications.moving import way_on
from prongsai.foundations.publications.refusals import BadPath, RedirectLoop
from tests.cast import NOW, client_of, make_office
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = pytest.mark.django_db


def move(old, new):
    if tenancy.current() is None:
        make_office()
    return moving.moved(old, new, by=None, at=NOW)


def led(path, method="GET"):
    path, _, query = path.partition("?")
    request = RequestFactory().generic(method, "/", QUERY_STRING=query)
    request.path = path
    return way_on(request)


def test_an_old_address_leads_to_the_new_one_with_its_query():
    move("/news/2568/fair/", "/news/2569/fair/")

    assert led("/news/2568/fair/") == "/news/2569/fair/"
    assert led("/news/2568/fair") == "/news/2569/fair/"
    assert led("/news/2568/fair/?a=1&b=2") == "/news/2569/fair/?a=1&b=2"


def test_chains_are_shortened_from_both_ends():
    move("/a/", "/b/")
    move("/b/", "/c/")
    move("/z/", "/a/")

    assert set(Redirect.objects.values_list("old_path", "new_path")) == {
        ("/a/", "/c/"),
        ("/b/", "/c/"),
        ("/z/", "/c/"),
    }


@pytest.mark.parametrize(
    ("old", "new"), [("/a/", "/a/"), ("/c/", "/a/"), ("/c/", "/b/")]
)
def test_a_circle_is_refused(old, new):
    move("/a/", "/b/")
    move("/b/", "/c/")

    with pytest.raises(RedirectLoop):
        move(old, new)

    assert Redirect.objects.count() == 2


@pytest.mark.parametrize(
    "path",
    [
        "", "news/", "//evil.example/", "https://evil.example/", "/a b/", "/a\nb/",
        "/a?b=1", "/staff/", "/account/login/", "/files/1", "/" + "a" * 300, "/\\evil",
    ],
)  # fmt: skip
def test_what_is_no_public_address_is_refused_on_either_side(path):
    with pytest.raises(BadPath):
        move(path, "/b/")
    with pytest.raises(BadPath):
        move("/b/", path)


@pytest.mark.parametrize("path", ["/ita/๒๕๖๙/o12", "/ITA/2569/O12/", "/ita/2569/O12"])
def test_an_address_is_understood_as_it_was_meant(path):
    make_office()

    assert led(path) == "/ita/2569/o12/"


@pytest.mark.parametrize(
    "path", ["/NOWHERE", "//EVIL.example/ITA/2569/", "/STAFF/", "/ita/2569/o12/"]
)
def test_what_is_not_known_is_left_alone(path):
    make_office()

    assert led(path) == ""


def test_only_reading_is_led_on():
    move("/a/", "/b/")

    assert (led("/a/", "HEAD"), led("/a/", "POST")) == ("/b/", "")


def test_another_office_is_not_led():
    other = make_office()
    with tenancy.acting_for(make_office().pk):
        move("/a/", "/b/")
    with tenancy.acting_for(other.pk):
        assert led("/a/") == ""


@pytest.mark.slow
def test_a_page_that_is_there_is_never_hidden():
    publish()
    move(PAGE, "/privacy/")
    move("/gone/", "/privacy/")
    client = client_of(None)

    assert client.get(PAGE).status_code == 200
    answer = client.get("/gone/?a=1")
    assert (answer.status_code, answer["Location"]) == (301, "/privacy/?a=1")
    assert client.post("/gone/").status_code == 404
