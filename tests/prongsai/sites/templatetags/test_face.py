"""What others show of a page: its one address, its title, its picture."""

import pytest
from lxml import html

from tests.cast import client_of, make_office
from tests.drawing import HOSTILE
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def head_of(path):
    response = client_of(None).get(path)
    return html.document_fromstring(response.content.decode()).find(".//head")


def meta(head, name):
    return [m.get("content") for m in head.iter("meta") if m.get("property") == name]


def test_a_publication_says_its_address_its_title_and_its_picture():
    version = publish(address="news/2569/fair")
    host = f"http://office{version.organisation_id}.localhost"

    head = head_of("/news/2569/fair/v1/")

    (canonical,) = head.findall("link[@rel='canonical']")
    assert canonical.get("href") == f"{host}/news/2569/fair/"
    assert meta(head, "og:title") == [version.title_th]
    assert meta(head, "og:type") == ["article"]
    assert meta(head, "og:image") == [f"{host}/card/news/2569/fair.png"]


def test_a_page_of_the_site_has_the_picture_of_the_office_and_one_address():
    office = make_office()

    head = head_of("/privacy/?a=1")

    assert head.find("link[@rel='canonical']").get("href").endswith("/privacy/")
    host = f"http://office{office.pk}.localhost"
    assert meta(head, "og:image") == [f"{host}/card/home.png"]
    assert meta(head, "og:site_name") == [office.name_th]
    assert len(head.findall("meta[@name='description']")) == 1


def test_feeds_are_announced_and_open():
    make_office()

    feeds = head_of("/").findall("link[@type='application/atom+xml']")

    assert {client_of(None).get(feed.get("href")).status_code for feed in feeds} == {
        200
    }
    assert len(feeds) == 3


def test_a_hostile_name_stays_text():
    make_office(name_th=HOSTILE)

    assert meta(head_of("/"), "og:site_name") == [HOSTILE]


def test_an_error_page_says_no_address_of_its_own():
    make_office()

    head = head_of("/nowhere/")

    assert head.findall("link[@rel='canonical']") == []
    assert meta(head, "og:url") == []
