"""What news supplies for the item on news: counted honestly, missing with its reason."""

from datetime import date, timedelta

import pytest

from prongsai.foundations.publications.supplying import Asked, supply
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.ita.thai.periods import Span
from prongsai.registers.news.actions import attaching
from tests.cast import TODAY
from tests.newsroom import make_newsroom, published, written

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def no_printing(monkeypatch):
    """No notice is printed here."""
    monkeypatch.setattr(attaching, "_notices", [])


def asked(year=2569, *, on=TODAY, end: date | None = None):
    span = Span(start=first_day(year), end=end or last_day(year))
    return Asked(year=year, data_year=year, period=span, on=on)


def answered(**more):
    return supply("news.current").run(asked(**more))


def test_articles_about_duties_satisfy_both_keys_and_stand_in_a_table():
    room = make_newsroom()
    published(room)
    published(room, slug="no-duty", mission="")
    written(room, slug="draft")

    found = answered()

    assert found.present == {"news.mission", "news.current_year"}
    assert not found.missing
    (table,) = found.tables
    (row,) = table["rows"]
    assert row[0] == TODAY.isoformat()
    assert row[-1].endswith("/news/2569/community-library-opens/")
    assert "2 เรื่อง" in found.paragraphs[0].th


def test_without_duties_only_the_year_is_satisfied():
    room = make_newsroom()
    published(room, mission="")

    found = answered()

    assert found.present == {"news.current_year"}
    assert set(found.missing) == {"news.mission"}


@pytest.mark.parametrize(
    "more",
    [
        {"year": 2568, "on": TODAY},
        {"on": TODAY - timedelta(days=1)},
        {"end": TODAY - timedelta(days=1)},
    ],
)
def test_what_lies_outside_the_period_is_missing_with_its_reason(more):
    room = make_newsroom()
    published(room)

    found = answered(**more)

    assert not found.present
    assert set(found.missing) == {"news.mission", "news.current_year"}
    assert all(said.th and said.en for said in found.missing.values())
