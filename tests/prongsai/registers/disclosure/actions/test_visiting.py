"""What a stranger meets, tried against real servers that are slow, broken or lie."""

import hashlib
import json
from typing import Any

import pytest

from prongsai.foundations.publications import contents
from prongsai.registers.disclosure.actions.visiting import Round, walk
from prongsai.registers.disclosure.queries.visits import Kind, Plan, Target
from prongsai.registers.disclosure.states import VisitOutcome
from tests.visiting import (
    SIGN_IN,
    babbles,
    cuts,
    drips,
    hangs_up,
    moves,
    sends,
    website,
)

DOCUMENT: dict[str, Any] = {
    "address": "ita/2569/o7",
    "title": {"th": "แผน", "en": "Plan"},
}
DIGEST = contents.digest_of(DOCUMENT)
FILE = b"%PDF-1.7 the plan"


@pytest.fixture(scope="module")
def site():
    with website() as found:
        yield found


def target(site, path, kind=Kind.PAGE, *, host=""):
    """One address of the site; with a host it is a link to another site."""
    start = f"http://{host}:{site.port}" if host else site.address
    marks = ("แผน", DIGEST) if kind == Kind.PAGE else ()
    digest = hashlib.sha256(FILE).hexdigest()
    expected = {Kind.DOCUMENT: DIGEST, Kind.FILE: digest}
    return Target(
        url=f"{start}{path}",
        kind=kind,
        is_own=not host,
        expected=expected.get(kind, ""),
        marks=marks,
    )


def met(site, *targets, going=None):
    plan = Plan(item=1, version=1, site=site.address, targets=targets)
    return list(walk(plan, going=going or site.going()))


def outcome(site, answer, kind=Kind.PAGE, *, host="", **rules):
    site.pages["/there"] = answer
    there = target(site, "/there", kind, host=host)
    (seen,) = met(site, there, going=site.going(**rules))
    return seen.outcome, seen.detail


PAGE = sends("<h1>แผน</h1>".encode())


def data(document=DOCUMENT):
    return sends(json.dumps({"version": 1, "document": document}).encode())


@pytest.mark.parametrize(
    ("kind", "answer"),
    [(Kind.PAGE, PAGE), (Kind.DOCUMENT, data()), (Kind.FILE, sends(FILE))],
)
def test_what_was_published_opens_and_nothing_is_given_away(site, kind, answer):
    assert outcome(site, answer, kind) == (VisitOutcome.UP, "")

    _path, heads = site.heard[-1]
    assert not {"cookie", "authorization", "referer"} & set(heads)


@pytest.mark.parametrize(
    ("kind", "answer", "why"),
    [
        (Kind.PAGE, sends(b"<h1>Under construction</h1>"), "no-digest"),
        (Kind.FILE, sends(FILE + b" "), "wrong-file"),
        (Kind.FILE, sends(b""), "wrong-file"),
        (Kind.DOCUMENT, data(DOCUMENT | {"title": "x"}), "wrong-document"),
        (Kind.DOCUMENT, data(DOCUMENT | {"size": 1.5}), "wrong-document"),
        (Kind.DOCUMENT, sends(b"[" * 100_000), "wrong-document"),
        (Kind.DOCUMENT, sends(b'{"digest": "' + DIGEST.encode() + b'"}'), "wrong-document"),
        (Kind.PAGE, moves("http://elsewhere.example.org/"), "elsewhere"),
    ],
)  # fmt: skip
def test_a_server_that_lies_is_found_out(site, kind, answer, why):
    assert outcome(site, answer, kind) == (VisitOutcome.CHANGED, why)


@pytest.mark.parametrize(
    "answer",
    [sends(SIGN_IN), sends(b"-", 401), moves("http://sso.example.org/login")],
)
def test_a_page_that_asks_to_sign_in_is_not_public(site, answer):
    assert outcome(site, answer)[0] == VisitOutcome.SIGN_IN


def test_a_redirect_to_the_door_of_the_office_is_told(site):
    site.pages["/account/login/"] = sends(SIGN_IN)

    assert outcome(site, moves("/account/login/?next=/x"))[0] == VisitOutcome.SIGN_IN


def test_a_page_that_has_moved_still_opens(site):
    site.pages["/new"] = PAGE

    found, where = outcome(site, moves("/new", 301))

    assert (found, where) == (VisitOutcome.MOVED, f"{site.address}/new")
    assert "cookie" not in site.heard[-1][1]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (sends(b"-", 404), VisitOutcome.MISSING),
        (sends(b"-", 410), VisitOutcome.MISSING),
        (sends(b"-", 503), VisitOutcome.DOWN),
        (sends(b"-", 403), VisitOutcome.DOWN),
        (moves("/there"), VisitOutcome.DOWN),
        (moves(""), VisitOutcome.DOWN),
        (moves("file:/etc/passwd"), VisitOutcome.REFUSED),
        (cuts, VisitOutcome.DOWN),
        (hangs_up, VisitOutcome.DOWN),
        (babbles, VisitOutcome.DOWN),
        (sends(b"x" * 99, Content_Length="5000"), VisitOutcome.DOWN),
        (sends(b"x", Content_Length="many"), VisitOutcome.CHANGED),
    ],
)
def test_a_broken_server_is_told_as_it_is(site, answer, expected):
    assert outcome(site, answer)[0] == expected


def test_a_server_that_drips_for_ever_ends_with_the_time_allowed(site):
    assert outcome(site, drips, seconds=0.3) == (VisitOutcome.SLOW, "time")


def test_nobody_listens_and_a_wrong_certificate_are_down(site):
    closed = Target(url="http://127.0.0.1:9/", kind=Kind.PAGE, is_own=True)
    plan = Plan(item=1, version=1, site="http://127.0.0.1:9", targets=(closed,))
    sealed = target(site, "/there")
    sealed = Target(
        url=sealed.url.replace("http:", "https:"), kind=Kind.PAGE, is_own=True
    )

    (nobody,) = walk(plan, going=site.going())
    (unsealed,) = met(site, sealed)

    assert (nobody.outcome, nobody.detail) == (VisitOutcome.DOWN, "cut-off")
    assert (unsealed.outcome, unsealed.detail) == (VisitOutcome.DOWN, "cut-off")


def test_a_huge_answer_of_ours_is_wrong_and_of_others_only_not_read_in_full(site):
    huge = sends(b"x" * (6 * 1024 * 1024))

    assert outcome(site, huge, Kind.LINK, host="www.example.org") == (
        VisitOutcome.UP,
        "too-large",
    )
    assert outcome(site, huge, Kind.FILE) == (VisitOutcome.CHANGED, "wrong-file")


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "127.0.0.1"])
def test_a_link_into_a_closed_network_is_not_visited(host):
    link = Target(url=f"http://{host}/secret", kind=Kind.LINK, is_own=False)
    plan = Plan(item=1, version=1, site="http://127.0.0.1:9", targets=(link,))

    (seen,) = walk(plan, going=Round())

    assert (seen.outcome, seen.detail) == (VisitOutcome.REFUSED, "not-allowed")


def test_our_own_address_is_no_way_to_other_ports_of_this_machine(site):
    other = Target(url="http://127.0.0.1:22/", kind=Kind.LINK, is_own=True)

    (seen,) = met(site, other)

    assert seen.outcome == VisitOutcome.REFUSED


def test_other_sites_are_asked_seldom_and_with_pauses(site):
    site.pages["/there"] = PAGE
    waited: list[float] = []
    going = site.going(pause=1.0, most_per_host=2, most_links=3)
    going.wait = waited.append
    links = [
        target(site, f"/there?{n}", Kind.LINK, host=host)
        for n, host in enumerate(["a.example.org"] * 3 + ["b.example.org"] * 3)
    ]

    seen = met(site, *links, going=going)

    hosts = [one.target.url.split("/")[2].split(".")[0] for one in seen]
    assert hosts == ["a", "a", "b"]
    assert len(waited) == 1
    assert 0 < waited[0] <= 1.0


def test_a_round_ends_with_its_time_and_leaves_the_rest_for_the_next(site):
    site.pages["/there"] = PAGE
    moments = iter([0.0, 0.0, 4000.0, 4000.0])
    going = site.going()
    going.clock = lambda: next(moments)

    seen = met(site, *[target(site, "/there")] * 3, going=going)

    assert len(seen) == 1
