"""The home page: opening hours in few lines, the year of the assessment, the news."""

from datetime import time

import pytest
from django.utils import translation
from lxml import html

from prongsai.foundations.organisations.models import WorkingHours
from prongsai.foundations.search import queries
from prongsai.registers.news.actions import publishing
from prongsai.sites.public.front import grouped
from tests.cast import client_of, make_office
from tests.newsroom import LATER, SEEN, fresh, make_newsroom, with_photo, written
from tests.prongsai.foundations.publications.publishing import publish

MORNING, DAY = "09:00–12:00", "08:30–16:30"


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([], []),
        ([(n, DAY) for n in range(5)], [("Monday", "Friday", DAY)]),
        ([(0, DAY), (2, DAY)], [("Monday", "", DAY), ("Wednesday", "", DAY)]),
        ([(5, MORNING), (4, DAY)], [("Friday", "", DAY), ("Saturday", "", MORNING)]),
        (
            [(0, MORNING), (0, "13:00–16:30")],
            [("Monday", "", f"{MORNING}, 13:00–16:30")],
        ),
    ],
)
def test_days_with_the_same_hours_stand_together(rows, shown):
    with translation.override("en"):
        assert [(h.first, h.last, h.hours) for h in grouped(rows)] == shown


def front(language="en"):
    client = client_of(None)
    client.cookies["django_language"] = language
    return html.document_fromstring(client.get("/").content.decode())


@pytest.mark.slow
@pytest.mark.django_db
def test_the_front_shows_the_newest_year_with_something_public():
    for address in ("ita/2568/o1", "ita/2569/o12"):
        publish(address=address)

    hrefs = [a.get("href") for a in front().find(".//main").iter("a")]

    assert "/ita/2569/" in hrefs
    assert "/ita/2568/" not in hrefs


@pytest.mark.slow
@pytest.mark.django_db
def test_an_office_that_has_published_nothing_has_a_front_too():
    office = make_office()
    WorkingHours.objects.create(
        organisation=office, weekday=0, opens=time(8, 30), closes=time(16, 30)
    )

    text = front().find(".//main").text_content()

    assert "No news has been published yet." in text
    assert "Monday" in text
    assert DAY in text
    assert "Items published" not in text


@pytest.mark.slow
@pytest.mark.django_db
def test_news_stand_on_the_front_with_picture_and_link():
    room = make_newsroom()
    article = written(room)
    with_photo(room, article)
    publishing.publish(fresh(article), SEEN, by=room.head, at=LATER)

    teaser = front("th").find(".//li[@class='teaser']")

    assert article.title_th in teaser.text_content()
    assert teaser.find(".//img").get("src").startswith("/news/")
    link = teaser.find(".//a").get("href")
    assert client_of(None).get(link).status_code == 200
    assert queries.find(article.title_th).rows[0].url == link
