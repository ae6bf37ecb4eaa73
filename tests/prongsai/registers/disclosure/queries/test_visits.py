"""What is visited of an item, and what visits prove."""

from datetime import timedelta
from decimal import Decimal

import pytest

from prongsai.registers.disclosure.models import Visit
from prongsai.registers.disclosure.queries import visits as queries
from prongsai.registers.disclosure.states import VisitOutcome
from tests.cast import NOW, make_office
from tests.visiting import make_published

HOUR = timedelta(hours=1)


def made(url, hours, outcome=VisitOutcome.UP, *, is_own=True):
    return Visit(
        pk=hours, url=url, outcome=outcome, is_own=is_own, visited_at=NOW + hours * HOUR
    )


def test_history_tells_the_share_that_opened_and_the_longest_gap():
    rows = [made("a", 24), made("a", 0), made("a", 30, VisitOutcome.DOWN), made("b", 1)]

    first, second = queries.histories_of(rows)

    assert (first.url, first.count, first.opened, first.share) == (
        "a",
        3,
        2,
        Decimal("66.6"),
    )
    assert first.longest_gap == 24 * HOUR
    assert first.newest.outcome == VisitOutcome.DOWN
    assert (second.count, second.longest_gap) == (1, timedelta())


def test_one_bad_visit_of_very_many_is_never_rounded_away():
    rows = [
        made("a", n, VisitOutcome.DOWN if n == 7 else VisitOutcome.UP)
        for n in range(1000)
    ]

    assert queries.histories_of(rows)[0].share == Decimal("99.9")


@pytest.mark.parametrize(
    ("outcomes", "is_own", "broken"),
    [
        ([], True, False),
        (["up"], True, False),
        (["moved"], True, False),
        (["refused"], False, False),
        (["down"], True, True),
        (["changed"], True, True),
        (["down"], False, False),
        (["down", "up"], False, False),
        (["down", "slow"], False, True),
        (["missing", "up"], False, True),
        (["sign_in"], False, True),
    ],
)
def test_an_address_of_ours_must_open_and_another_may_have_a_bad_night(
    outcomes, is_own, broken
):
    rows = [made("a", -n, outcome, is_own=is_own) for n, outcome in enumerate(outcomes)]

    assert queries.is_broken(rows) is broken


@pytest.mark.django_db
def test_plan_holds_our_page_data_and_links_once_and_nothing_that_is_no_page(settings):
    settings.SITE_ADDRESS = "http://127.0.0.1:8000"
    make_office()
    own = f"{queries.site()}/about/"
    links = [
        "https://example.org/a", "https://example.org/a#part", own,
        "javascript:alert(1)", "mailto:x@example.org", "https://example.org/" + "a" * 700,
    ]  # fmt: skip
    item = make_published(links=links)

    every = queries.plan_of(item, with_links=True)
    ours = queries.plan_of(item, with_links=False)

    assert every is not None
    assert ours is not None
    assert [one.url for one in every.targets][2:] == ["https://example.org/a", own]
    assert [one.is_own for one in every.targets] == [True, True, False, True]
    assert "https://example.org/a" not in {one.url for one in ours.targets}
