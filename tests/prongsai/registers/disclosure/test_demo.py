"""The invented year: public where a register answers, openly missing where none does."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.organisations import tenancy
from prongsai.registers.assessments import demo as assessments
from prongsai.registers.directory import demo as directory
from prongsai.registers.disclosure.demo import make, making
from prongsai.registers.disclosure.models import Check, Item, Visit, Year
from prongsai.registers.disclosure.queries import checks
from prongsai.registers.disclosure.queries import visits as watched
from prongsai.registers.measures import demo as measures
from prongsai.registers.news import demo as news
from prongsai.registers.reports import demo as reports
from tests.cast import settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TODAY = date(2026, 11, 20)
CYCLE = (assessments.make, measures.make, reports.make)
ANSWERED = {"o1", "o2", "o3", "o4", "o25", "o26"}


def invented(*registers, today=TODAY):
    office = make_office()
    settle(office)
    cast = make_people(office, since=date(2022, 10, 1))
    with tenancy.acting_for(office.pk):
        for register in registers:
            register(cast, today=today, random=Random(1))  # noqa: S311  # no secret
    return Item.objects.filter(organisation=office).select_related("published")


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError

    monkeypatch.setattr("socket.create_connection", refuse)


@pytest.mark.usefixtures("no_network")
def test_what_registers_supply_is_public_and_visited_and_the_rest_says_why():
    rows = list(invented(*CYCLE, directory.make, news.make, make))

    public = {item.code for item in rows if item.published}
    assert public == ANSWERED
    for item in rows:
        check = checks.newest(item)
        assert (check is not None and check.is_complete) == (item.code in ANSWERED)
        assert item.division
        assert item.accountable
        assert item.due_on
        if item.code not in public:
            assert item.reason_th
            assert item.reason_en
            assert item.state in {"missing", "draft"}
    firsts = {
        item.published.publication.versions.order_by("number")
        .first()
        .published_at.date()
        for item in rows
        if item.published
    }
    assert min(firsts) >= making.FIRST
    assert Check.objects.filter(of_version__isnull=False).exists()
    every_night_was_visited(next(item for item in rows if item.code == "o2"))


def every_night_was_visited(o2):
    page = [
        h for h in watched.histories_of(watched.of_item(o2)) if h.url.endswith("o2/")
    ]
    assert page[0].count > 150
    assert page[0].opened == page[0].count - 1
    assert page[0].longest_gap <= timedelta(days=1, hours=1)
    assert o2.state != "broken"
    outcomes = Counter(Visit.objects.values_list("outcome", flat=True))
    assert set(outcomes) == {"up", "down"}


def test_nothing_is_made_before_the_year_was_opened():
    invented(make, today=date(2026, 1, 15))

    assert not Year.objects.exists()
