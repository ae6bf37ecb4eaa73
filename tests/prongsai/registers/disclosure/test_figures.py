"""What each item earns follows from the last self-check of what is public."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.evidence.figures import registry
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.actions import withdraw
from prongsai.ita.thai.periods import Span
from prongsai.registers.disclosure.models import Check
from tests.cast import NOW, make_office, make_user
from tests.visiting import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SPAN = Span(start=date(2025, 10, 1), end=date(2026, 3, 31))
DAY = timedelta(days=1)


def points(span=SPAN):
    found = registry()["disclosure.o7"].run(span)
    return found.value, found.of


def checked(item, *, complete, at=NOW):
    with tenancy.acting_for(item.organisation_id):
        Check.objects.create(
            organisation_id=item.organisation_id,
            item=item,
            of_version=item.published,
            framework_revision=1,
            is_complete=complete,
            checked_at=at,
        )


def test_points_follow_the_last_check_of_the_public_version():
    item = make_published()

    assert points() == (0, 0)  # public, and nobody has looked
    checked(item, complete=True)
    assert points() == (100, 100)
    checked(item, complete=False, at=NOW + DAY)
    assert points() == (0, 100)
    assert points(Span(start=SPAN.start, end=NOW.date())) == (100, 100)


def test_an_item_nobody_published_earns_nothing_and_an_unopened_year_is_not_measured():
    make_published(code="o8")

    assert points() == (0, 100)
    assert points(Span(start=date(2020, 10, 1), end=date(2021, 3, 31))) == (0, 0)


def test_what_was_taken_back_earns_nothing_from_that_day_on():
    item = make_published()
    checked(item, complete=True)
    clerk = make_user(role=Role.CLERK)
    withdraw(
        item.published.publication,
        reason_th="ผิด", reason_en="Wrong", by=clerk, at=NOW + 9 * DAY,
    )  # fmt: skip
    item.published = None
    item.state = "missing"
    item.save(update_fields=["published", "state"])

    assert points(Span(start=SPAN.start, end=NOW.date())) == (100, 100)
    assert points() == (0, 100)


def test_complete_items_are_counted_of_all_items_of_the_office():
    make_office()
    item = make_published()
    checked(item, complete=True)
    checked(make_published(office=make_office()), complete=True)

    found = registry()["disclosure.items_complete"].run(SPAN)

    assert (found.value, found.of) == (Decimal(1), item.year.items.count())
    assert [row[0] for row in found.rows if row[3]] == ["o7"]
