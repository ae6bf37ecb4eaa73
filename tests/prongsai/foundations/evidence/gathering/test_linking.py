"""A web page is proved by a copy, or by visiting it where that is switched on."""

from typing import Any

import pytest
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend

from prongsai.foundations.evidence import gathering, links
from prongsai.foundations.evidence.gathering.linking import visit_link, visit_page
from prongsai.foundations.evidence.models import Check, Evidence, State
from prongsai.foundations.evidence.queries import standing
from prongsai.foundations.evidence.refusals import CopyNeeded
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.refusals import UnfitAddress
from tests.cast import NOW, TODAY, make_division, make_user
from tests.prongsai.foundations.evidence.gathering_cast import (
    KIND,
    about,
    registered,
    staged,
)
from tests.prongsai.foundations.evidence.web import served

pytestmark = pytest.mark.django_db
PAGE = "https://example.org/news"
DUMMY = "django_tasks.backends.dummy.DummyBackend"


@pytest.fixture(autouse=True)
def registers():
    with registered():
        yield


@pytest.fixture
def visits(settings):
    settings.PRONGSAI_CHECK_LINKS = True
    return queue(settings)


def queue(settings) -> DummyBackend:
    """A queue nobody works at, empty."""
    settings.TASKS = {"default": {"BACKEND": DUMMY}}
    found = task_backends["default"]
    assert isinstance(found, DummyBackend)
    found.clear()
    return found


def test_off_means_a_copy_is_needed_and_nothing_is_queued(settings):
    waiting = queue(settings)
    alice, division = make_user(), make_division()

    with pytest.raises(CopyNeeded):
        gathering.add_link(division, PAGE, about=about(), by=alice, at=NOW)
    row = gathering.add_link(
        division, PAGE, about=about(), copy=staged(alice), by=alice, at=NOW
    )

    assert row.file is not None
    assert row.digest == row.file.sha256
    assert waiting.results == []
    assert Evidence.objects.count() == 1


def test_what_is_no_web_address_is_refused():
    alice, division = make_user(), make_division()

    with pytest.raises(UnfitAddress):
        gathering.add_link(
            division, "ftp://a", about=about(), copy=staged(alice), by=alice, at=NOW
        )


def test_on_means_a_visit_is_queued_and_it_counts_only_with_its_digest(visits):
    alice, division = make_user(), make_division()

    row = gathering.add_link(division, PAGE, about=about(), by=alice, at=NOW)

    counted = standing(KIND, [division.pk], on=TODAY)[division.pk]
    assert visits.results[0].kwargs["evidence"] == row.pk
    assert (row.digest, counted.current) == ("", 0)


def test_the_first_answer_gives_the_digest_and_later_ones_are_compared(visits):
    alice, division = make_user(), make_division()
    row = gathering.add_link(division, PAGE, about=about(), by=alice, at=NOW)
    with served() as web:
        first = links.visit(web.url(), rules=web.rules)
        web.body = b"another page"
        second = links.visit(web.url(), rules=web.rules)
        lost = links.visit(web.url("/404"), rules=web.rules)

    states = [
        visit_link(row, found, by=None, at=NOW).state
        for found in (first, first, second, lost)
    ]

    row.refresh_from_db()
    assert row.digest == first.digest
    assert states == [State.SAME, State.SAME, State.CHANGED, State.GONE]
    assert Check.objects.order_by("pk")[0].final_url == first.final_url


def test_a_page_with_a_copy_is_compared_with_the_page_not_with_the_copy(visits):
    alice, division = make_user(), make_division()
    row = gathering.add_link(
        division, PAGE, about=about(), copy=staged(alice), by=alice, at=NOW
    )
    copy = row.digest
    with served() as web:
        found = links.visit(web.url(), rules=web.rules)

    states = [visit_link(row, found, by=None, at=NOW).state for _n in range(2)]

    row.refresh_from_db()
    assert row.digest == copy
    assert states == [State.SAME, State.SAME]


def test_a_check_visits_the_page_with_the_rules_it_is_given(visits):
    alice, division = make_user(), make_division()
    with served() as web:
        row = gathering.add_link(division, PAGE, about=about(), by=alice, at=NOW)
        Evidence.objects.filter(pk=row.pk).update(digest="")
        found = gathering.check(row, by=alice, at=NOW, rules=web.rules)

    assert found.state == State.UNREACHABLE  # nobody speaks https here


def test_a_visit_queued_before_the_switch_went_off_does_nothing(visits, settings):
    alice, division = make_user(), make_division()
    row = gathering.add_link(division, PAGE, about=about(), by=alice, at=NOW)
    settings.PRONGSAI_CHECK_LINKS = False

    carried: dict[str, Any] = {"evidence": row.pk, "office": tenancy.required()}
    visit_page.func(**carried)

    assert not Check.objects.exists()
