"""Public pages are kept in memory, fresh within a second, and never mixed up."""

import time

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.administration.actions import office as office_actions
from prongsai.foundations.publications.page_cache import (
    ASK_EVERY,
    Page,
    PageCache,
    Pages,
    key_of,
    may_be_kept,
)
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def cached(settings):
    settings.PAGE_CACHE_BYTES = 1024 * 1024


def warm(client, address=PAGE):
    """Ask until the page is kept: the first answer teaches whose host this is."""
    client.get(address)
    client.get(address)
    return client.get(address)


def is_hit(answer):
    return answer.headers.get("X-Page-Cache") == "hit"


def test_a_page_is_given_again_without_asking_the_database(
    cached, django_assert_num_queries
):
    publish()
    client = client_of(None)
    first = client.get(PAGE)

    answer = warm(client)

    with django_assert_num_queries(0):
        again = client.get(PAGE)
    assert is_hit(answer)
    assert is_hit(again)
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Content-Security-Policy"]


@pytest.mark.slow
def test_a_new_version_shows_within_a_second(cached):
    publish()
    client = client_of(None)
    warm(client)

    publish(("โต๊ะ", 2))
    time.sleep(ASK_EVERY)
    answer = client.get(PAGE)

    assert "โต๊ะ" in answer.content.decode()


@pytest.mark.slow
def test_what_an_office_changes_about_itself_shows_within_a_second(cached):
    office = make_office()
    administrator = make_user(role=Role.ADMINISTRATOR)
    client = client_of(None)
    assert is_hit(warm(client, "/"))

    office_actions.edit(
        {"phones": "0 2000 0000"}, version=office.version, by=administrator, at=NOW
    )
    time.sleep(ASK_EVERY)
    answer = client.get("/")

    assert "0 2000 0000" in answer.content.decode()


def test_readers_of_two_languages_and_sizes_get_their_own(cached):
    publish()
    client = client_of(None)
    warm(client)

    client.cookies["django_language"] = "en"
    english = client.get(PAGE)
    client.cookies["text_size"] = "3"
    large = client.get(PAGE)

    assert "Register of loans" in english.content.decode()
    assert not is_hit(english)
    assert not is_hit(large)


def test_two_offices_never_share_a_page(cached):
    alice, charlie = make_office(), make_office()
    publish()
    client = client_of(None, office=alice)
    warm(client)

    answer = client.get(PAGE, headers={"host": f"office{charlie.pk}.localhost"})

    assert answer.status_code == 404


def test_a_person_who_signed_in_passes_by(cached):
    alice = make_user()
    publish()
    warm(client_of(None))
    client = client_of(alice)

    assert not any(is_hit(client.get(PAGE)) for _ in range(3))


def test_a_kept_page_answers_that_nothing_changed(cached):
    publish()
    client = client_of(None)
    answer = warm(client)

    again = client.get(PAGE, headers={"If-None-Match": answer.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({}, True),
        ({"status": 404}, False),
        ({"headers": {"Cache-Control": "private"}}, False),
        ({"content": b'<input name="csrfmiddlewaretoken">'}, False),
        ({"content": b"x" * (3 * 1024 * 1024)}, False),
    ],
)
def test_only_what_is_public_and_whole_is_kept(change, kept):
    facts = {"content": b"x", "headers": {"Cache-Control": "public"}} | change

    assert may_be_kept(HttpResponse(**facts)) is kept


def test_an_answer_that_sets_a_cookie_is_never_kept():
    answer = HttpResponse(b"x", headers={"Cache-Control": "public"})
    answer.set_cookie("a", "b")

    assert not may_be_kept(answer)


@pytest.mark.parametrize(
    "facts",
    [
        {"method": "POST"},
        {"headers": {"HX-Request": "true"}},
        {"headers": {"Range": "bytes=0-1"}},
        {"headers": {"Cookie": "sessionid=x"}},
        {"headers": {"Cookie": "messages=x"}},
        {"data": {"q": "x" * 201}},
    ],
)
def test_requests_that_are_not_like_the_others_pass_by(facts):
    method = facts.pop("method", "GET").lower()

    assert key_of(getattr(RequestFactory(), method)("/", **facts)) is None


def make_page(size=10):
    return Page(
        office=1, stamp=0, until=time.monotonic() + 9, content=b"x" * size, headers={}
    )


def test_memory_is_bounded_and_the_least_used_goes_first():
    pages = Pages(most_bytes=25, stamps={1: (time.monotonic() + 9, 0)})
    for name in ("a", "b"):
        pages.put((name,), make_page())
    pages.get(("a",))

    pages.put(("c",), make_page())

    assert list(pages.pages) == [("a",), ("c",)]
    assert pages.size == 20


def test_a_page_is_not_kept_for_ever():
    pages = Pages(most_bytes=25)
    old = Page(office=1, stamp=0, until=time.monotonic() - 1, content=b"", headers={})

    pages.put(("a",), old)

    assert pages.get(("a",)) is None


def test_a_page_made_while_something_changes_is_not_believed_afterwards():
    """The stamp of a page is from before it was made."""
    office = make_office()

    def answer(request: HttpRequest) -> HttpResponse:
        request.organisation = office  # type: ignore[attr-defined]  # as the middleware does
        publish((str(time.monotonic()), 1))
        return HttpResponse(b"before", headers={"Cache-Control": "public"})

    cache = PageCache.__new__(PageCache)
    cache.get_response, cache.pages = answer, Pages(most_bytes=100)
    request = RequestFactory().get("/")
    cache(request)
    cache.pages.stamps.clear()

    cache(request)
    cache.pages.stamps.clear()

    key = key_of(request)
    assert key
    assert cache.pages.get(key) is None
