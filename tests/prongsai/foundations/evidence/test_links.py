"""A visit reaches the open web and nothing else; tried against a real server."""

import hashlib
from dataclasses import replace

import pytest

from prongsai.foundations.evidence import links
from prongsai.foundations.evidence.links import Visit
from prongsai.foundations.publications.refusals import UnfitAddress
from tests.prongsai.foundations.evidence.web import BODY, served


@pytest.fixture(scope="module")
def web():
    with served() as found:
        yield found


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0",  # noqa: S104 "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16",
        "192.0.0.192", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
        "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "fe80::1%eth0", "what",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_open_web(address):
    assert not links.is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_open_web(address):
    assert links.is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "", "ita", "/ita/2569/", "ftp://example.org/", "file:/etc/passwd",
        "javascript:alert(1)", "gopher://example.org/", "data:text/html,x",
        "https://", "https:///etc", "http://user@example.org/",
        "http://user:word@example.org/", "https://example.org:8443/",
        "http://example.org:22/", "http://example.org:443/", "http://[::1/",
        "http://example.org:port/", "http://ex\nample.org/\r\nHost: inside",
        "http://example.org\\@10.0.0.1/", "http://" + "a" * 300 + ".org/",
        "http://example.org/" + "a" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(url):
    with pytest.raises(UnfitAddress):
        links.checked(url)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org:443/a?b=ค#part", "https://example.org:443/a?b=%E0%B8%84"),
        ("http://ตัวอย่าง.ไทย/ข่าว", None),
    ],
)
def test_an_address_is_kept_in_plain_characters(url, kept):
    found = links.checked(url)

    assert found.isascii()
    assert found == (kept or found)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://127.1/",
        "http://0x7f000001/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/", "http://0/",
    ],
)  # fmt: skip
def test_this_machine_is_not_reached_under_any_of_its_names(url):
    assert links.visit(url).state == "unreachable"


def test_a_page_is_read_with_its_digest_and_nothing_is_given_away(web):
    found = links.visit(web.url("/page?q=ก"), rules=web.rules)

    assert found == Visit(
        state="read",
        status=200,
        digest=hashlib.sha256(BODY).hexdigest(),
        final_url=web.url("/page?q=%E0%B8%81"),
    )
    assert "cookie" not in web.heard[-1]
    assert web.heard[-1]["host"] == f"www.example.org:{web.port}"


@pytest.mark.parametrize(("hops", "state"), [(3, "read"), (4, "unreachable")])
def test_at_most_three_redirects_are_followed_without_cookies(web, hops, state):
    found = links.visit(web.url(f"/hop-{hops}"), rules=web.rules)

    assert found.state == state
    assert "cookie" not in web.heard[-1]


@pytest.mark.parametrize(
    ("status", "state"),
    [(404, "gone"), (410, "gone"), (403, "unreachable"), (500, "unreachable")],
)
def test_a_refusal_of_the_other_side_is_told(web, status, state):
    found = links.visit(web.url(f"/{status}"), rules=web.rules)

    assert (found.state, found.status, found.digest) == (state, status, "")


@pytest.mark.parametrize("path", ["/inside", "/to-file"])
def test_a_redirect_into_the_office_is_not_followed(web, path):
    rules = replace(
        web.rules,
        resolve=lambda host, _port: [host if host == "10.0.0.1" else "127.0.0.1"],
    )

    found = links.visit(web.url(path), rules=rules)

    assert (found.state, found.digest) == ("unreachable", "")
    assert "/secret" not in web.paths


def test_one_inner_address_among_many_refuses_the_host(web):
    rules = replace(web.rules, resolve=lambda *_: ["127.0.0.1", "10.0.0.1"])
    before = len(web.paths)

    found = links.visit(web.url(), rules=rules)

    assert found.state == "unreachable"
    assert len(web.paths) == before


def test_a_name_that_answers_differently_a_moment_later_gains_nothing(web):
    """The name is asked once; the connection goes to what was checked."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    rules = replace(web.rules, resolve=lambda *_: next(answers))

    found = links.visit(web.url(host="rebinding.example.org"), rules=rules)

    assert found.state == "read"
    assert next(answers) == ["10.0.0.1"]


def test_too_much_is_not_read(web):
    rules = replace(web.rules, most_bytes=10_000)

    assert links.visit(web.url("/large"), rules=rules).state == "unreachable"


def test_half_an_answer_is_no_answer(web):
    assert links.visit(web.url("/short"), rules=web.rules).state == "unreachable"


def test_a_page_that_drips_ends_with_the_time_allowed(web):
    rules = replace(web.rules, seconds=0.3)

    assert links.visit(web.url("/slow"), rules=rules).state == "unreachable"


def test_a_host_nobody_knows_is_unreachable(web):
    def unknown(_host, _port):
        raise OSError

    found = links.visit(web.url(), rules=replace(web.rules, resolve=unknown))

    assert found.state == "unreachable"
