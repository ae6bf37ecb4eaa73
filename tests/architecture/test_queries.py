"""What a page asks the database, to the question; and lists that ask no more as they grow.

A change that moves a number here is looked at: fewer is written down, more is explained
or undone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.notifications import actions as notifications
from tests.borrowing import House, asked, make_asset, make_house
from tests.cast import NOW, client_of, make_user
from tests.prongsai.foundations.approvals.desk import Desk, make_desk, submitted
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TENANT = {"sqlite": 0, "postgresql": 4}[connection.vendor]
"""A request in the name of an office: on PostgreSQL its transaction is opened and closed,
and the database is told the office before and nobody after."""

FEW, MANY = 3, 15


@dataclass
class Town:
    """An office in which everything there is to list can be made."""

    house: House
    desk: Desk
    administrator: User
    published: Iterator[int] = field(default_factory=lambda: iter(range(1000)))

    def loan(self) -> str:
        return asked(self.house).get_absolute_url()

    def asset(self) -> str:
        return make_asset(self.house).get_absolute_url()

    def memo(self) -> str:
        return submitted(self.desk).get_absolute_url()

    def person(self) -> str:
        return make_user(division=self.house.division).get_absolute_url()

    def publication(self) -> str:
        version = publish(address=f"test/{next(self.published)}")
        return str(version.publication.get_absolute_url())

    def notice(self) -> str:
        about, reader = self.house.alice, self.house.supply
        notifications.notify(
            [reader],
            "approvals.your-turn",
            about=about,
            url="/staff/",
            at=NOW,
            number="1",
        )
        return reverse("notifications:inbox")


@pytest.fixture
def town() -> Town:
    house = make_house()
    administrator = make_user(role=Role.ADMINISTRATOR, office=house.office)
    return Town(house=house, desk=make_desk(), administrator=administrator)


def questions(address: str, *, by: User | None) -> list[str]:
    """What a page asks the second time: the first visit is noted in the session."""
    client = client_of(by)
    assert client.get(address).status_code == 200

    with CaptureQueriesContext(
        connection,
    ) as asked_for:
        assert client.get(address).status_code == 200

    return [each["sql"] for each in asked_for.captured_queries]


def nobody(_town: Town) -> None:
    """A reader without a session."""


def supply(town: Town) -> User:
    return town.house.supply


def administrator(town: Town) -> User:
    return town.administrator


def officer(town: Town) -> User:
    return town.desk.officer


Reader = Callable[[Town], User | None]
Row = Callable[[Town], str]

LISTS: dict[str, tuple[Reader, Row, int]] = {
    "publications_public:index": (nobody, Town.publication, 6),
    "lending_public:borrow": (nobody, Town.asset, 5),
    "staff_home": (supply, Town.loan, 25),
    "lending:loans": (supply, Town.loan, 9),
    "lending:assets": (supply, Town.asset, 10),
    "approvals:memos": (officer, Town.memo, 12),
    "publications:index": (supply, Town.publication, 9),
    "notifications:inbox": (supply, Town.notice, 9),
    "people:list": (administrator, Town.person, 9),
}
"""Who reads a list, what stands in it, and the questions it asks."""

PAGES: dict[str, tuple[Reader, Row, int]] = {
    "home": (nobody, lambda _: reverse("home"), 8),
    "sign-in": (nobody, lambda _: reverse("account_login"), 4),
    "published page": (nobody, Town.publication, 6),
    "loan": (supply, Town.loan, 15),
    "asset": (supply, Town.asset, 10),
    "memo": (officer, Town.memo, 23),
    "person": (administrator, Town.person, 10),
}
"""Who reads a page, what it is about, and the questions it asks."""


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_so_many_questions_however_long_it_is(town, name):
    reader, make, expected = LISTS[name]
    for _ in range(FEW):
        make(town)

    few = questions(reverse(name), by=reader(town))
    for _ in range(MANY - FEW):
        make(town)
    many = questions(reverse(name), by=reader(town))

    assert len(few) == expected + TENANT, "\n".join(few)
    assert len(many) == len(few), "\n".join(many)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_so_many_questions(town, name):
    reader, make, expected = PAGES[name]

    found = questions(make(town), by=reader(town))

    assert len(found) == expected + TENANT, "\n".join(found)
