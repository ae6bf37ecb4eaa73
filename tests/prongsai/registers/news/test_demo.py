"""The invented news: every state is there, dates are plausible, the same seed repeats."""

from datetime import date
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.registers.news import demo
from prongsai.registers.news.models import Article, Listed, Poster
from prongsai.registers.news.queries import checking, public
from prongsai.registers.news.queries.public import Asked
from tests.cast import settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2026, 11, 21)


def test_the_invented_news_are_sound_and_show_every_state():
    office = make_office()
    settle(office)
    cast = make_people(office, since=date(2023, 10, 1))

    demo.make(cast, today=TODAY, random=Random(1))  # noqa: S311  # no secret

    rows = list(Article.objects.all())
    assert len(rows) == 14
    assert {row.state for row in rows} == {"published", "scheduled", "withdrawn"}
    assert {row.fiscal_year for row in rows} == {2568, 2569, 2570}
    assert all(row.happened_on < TODAY for row in rows)
    assert not any(
        checking.count(
            checking.problems(row, on=row.happened_on), checking.Weight.ERROR
        )
        for row in rows
    )
    first_half = Listed.objects.filter(
        happened_on__range=(date(2025, 10, 1), date(2026, 3, 31))
    )
    assert first_half.exclude(mission="").count() >= 5
    page = public.found(Asked(), on=TODAY)
    assert page[0].is_pinned
    assert Listed.objects.filter(expires_on__lt=TODAY).count() == 2
    assert Listed.objects.filter(version__number=2).count() == 1
    assert Poster.objects.count() == 3


@pytest.mark.parametrize(
    "today", [date(2026, 10, 1), date(2027, 2, 28), date(2028, 2, 29)]
)
def test_it_can_be_made_on_any_day(today):
    office = make_office()
    settle(office)
    cast = make_people(office, since=date(today.year - 3, 10, 1))

    demo.make(cast, today=today, random=Random(1))  # noqa: S311  # no secret

    assert all(row.happened_on < today for row in Article.objects.all())
