"""How a visit ends, beyond what evidence asks of it: each end by its own name."""

import threading
from dataclasses import replace

import pytest

from prongsai.foundations.publications.strangers import PUBLIC, End, meet
from tests.prongsai.foundations.evidence.web import BODY, served


@pytest.fixture(scope="module")
def web():
    with served() as found:
        yield found


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("/page", End.READ), ("/404", End.STATUS), ("/500", End.STATUS),
        ("/short", End.BROKEN), ("/hop-4", End.TOO_FAR), ("/to-file", End.REFUSED),
    ],
)  # fmt: skip
def test_a_visit_says_how_it_ended(web, path, end):
    assert meet(web.url(path), rules=web.rules).end == end


def test_what_is_kept_of_a_page_has_a_limit_and_its_digest_has_not(web):
    found = meet(web.url(), rules=replace(web.rules, keep_bytes=5))
    whole = meet(web.url(), rules=replace(web.rules, keep_bytes=9999))

    assert found.content == BODY[:5]
    assert (whole.content, whole.digest) == (BODY, found.digest)


def test_a_redirect_may_be_kept_at_one_host(web):
    rules = replace(web.rules, stay_at="www.example.org")

    assert meet(web.url("/hop-1"), rules=rules).end == End.READ
    assert (
        meet(web.url("/hop-1", host="other.example.org"), rules=rules).end == End.LEFT
    )


def test_too_much_and_too_slow_are_told_apart(web):
    much = meet(web.url("/large"), rules=replace(web.rules, most_bytes=10_000))
    slow = meet(web.url("/slow"), rules=replace(web.rules, seconds=0.3))

    assert (much.end, slow.end) == (End.TOO_LARGE, End.SLOW)
    assert 250 < slow.milliseconds < 900


def test_a_resolver_that_never_answers_is_not_waited_for(web):
    answered = threading.Event()

    def resolve(_host, _port):
        answered.wait(5)
        return ["127.0.0.1"]

    rules = replace(web.rules, resolve=resolve, seconds=0.2)

    found = meet(web.url(), rules=rules)
    answered.set()

    assert found.end == End.SLOW
    assert found.milliseconds < 900


def test_the_next_address_of_a_host_is_tried_when_the_first_is_dead(web):
    rules = replace(
        web.rules,
        resolve=lambda *_: ["127.1.2.3", "127.0.0.1"],
        allow=lambda address: address.startswith("127."),
    )

    assert meet(web.url(), rules=rules).end == End.READ


def test_proxies_of_the_environment_are_not_used(web, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert meet(web.url(), rules=web.rules).end == End.READ


def test_an_inner_address_is_refused_before_anything_is_asked():
    assert meet("http://127.0.0.1/", rules=PUBLIC).end == End.REFUSED
