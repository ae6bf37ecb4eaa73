"""News as anyone reads it: the list, one article, expiry, moves, the feed."""

from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree, html

from prongsai.registers.news.actions import attaching, publishing, writing
from prongsai.registers.news.queries import public
from prongsai.registers.news.queries.public import Asked
from tests.cast import TODAY, current_office
from tests.newsroom import (
    CORRECTED,
    LATER,
    SEEN,
    make_newsroom,
    published,
    said,
    with_photo,
    written,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def no_printing(monkeypatch):
    """No notice is printed here but in one test."""
    monkeypatch.setattr(attaching, "_notices", [])


def reader(language="th"):
    client = Client(headers={"host": f"office{current_office().pk}.localhost"})
    client.cookies["django_language"] = language
    return client


def titles(**asked):
    page = public.found(Asked(**asked), on=TODAY)
    return [one.title for one in public.teasers(list(page))]


def test_what_is_on_top_comes_first_and_what_expired_leaves():
    room = make_newsroom()
    published(room, slug="a", title_th="เก่า", happened_on=TODAY - DAY)
    published(
        room,
        slug="b",
        title_th="ปักหมุด",
        happened_on=TODAY - 3 * DAY,
        pinned_until=TODAY,
    )
    published(room, slug="c", title_th="ใหม่")
    published(room, slug="d", title_th="หมดอายุ", expires_on=TODAY)
    written(room, slug="e", title_th="ร่าง")

    assert titles() == ["ปักหมุด", "หมดอายุ", "ใหม่", "เก่า"]
    later = public.found(Asked(), on=TODAY + DAY)
    assert [row.version.title_th for row in later] == ["ใหม่", "เก่า", "ปักหมุด"]


def test_the_list_is_narrowed_by_category_year_and_words_inside_compounds():
    room = make_newsroom()
    published(room, slug="a", title_th="แผนปีงบประมาณ", category="announcement")
    published(room, slug="b", title_th="ซ้อมดับเพลิง", body_th="<p>รถกู้ภัย</p>")

    assert titles(category="announcement") == ["แผนปีงบประมาณ"]
    assert titles(year=2568) == []
    assert titles(words="งบประมาณ") == ["แผนปีงบประมาณ"]
    assert titles(words="กู้ภัย") == ["ซ้อมดับเพลิง"]
    assert titles(words="ไม่มีทางพบ") == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=%00",
        "year=๒๕๖๙",
        "year=x&category=%27%3B",
        "page=-1",
        "page=9999",
        "q=%25_%27",
    ],
)
def test_the_list_answers_whatever_stands_in_its_address(query):
    room = make_newsroom()
    published(room)

    answer = reader().get(f"/news/?{query}")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"]


def test_a_correction_in_the_making_is_not_seen():
    room = make_newsroom()
    article = published(room)
    draft = said(room, slug=article.slug, title_th="ยังไม่ให้ใครเห็น")
    writing.edit(article, draft, version=article.version, by=room.head, at=LATER)

    assert "ยังไม่ให้ใครเห็น" not in reader().get("/news/").content.decode()


def test_the_summary_describes_an_article_that_is_shared():
    room = make_newsroom()
    article = published(room)

    head = html.fromstring(reader().get(f"/{article.address}/").content)

    said = "ห้องสมุดเปิดทุกวันทำการ"
    assert head.xpath("//meta[@name='description']/@content") == [said]
    assert head.xpath("//meta[@property='og:description']/@content") == [said]


def test_an_article_shows_its_photo_with_words_and_size():
    room = make_newsroom()
    article = with_photo(room, written(room), alt="เด็กอ่านหนังสือ")
    publishing.publish(article, SEEN, by=room.head, at=LATER)

    client = reader()
    page = client.get(f"/{article.address}/").content.decode()

    assert 'alt="เด็กอ่านหนังสือ" width="400" height="300"' in page
    assert "<p>ห้องสมุดชุมชนเปิดให้บริการแล้ว</p>" in page
    with closing(client.get(f"/{article.address}/files/photo-1.jpg")) as photo:
        assert photo.headers["Content-Type"] == "image/jpeg"


def test_an_expired_article_stays_at_its_address_and_says_so():
    room = make_newsroom()
    article = published(room, expires_on=TODAY)

    answer = reader("en").get(f"/{article.address}/")

    assert answer.status_code == 200
    assert "This article is no longer current" in answer.content.decode()
    assert article.title_en not in reader("en").get("/news/").content.decode()


def test_a_moved_article_is_found_at_its_old_address_and_a_withdrawn_one_is_gone():
    room = make_newsroom()
    article = published(room)
    draft = said(room, slug="library")
    article = writing.edit(
        article, draft, version=article.version, by=room.head, at=LATER
    )
    publishing.publish(article, CORRECTED, by=room.head, at=LATER)
    client = reader()

    moved = client.get("/news/2569/community-library-opens/")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        "/news/2569/library/",
    )
    publishing.withdraw(
        article, reason_th="ผิดพลาด", reason_en="Mistake", by=room.clerk, at=LATER
    )

    gone = client.get("/news/2569/library/")
    assert gone.status_code == 410
    assert "ผิดพลาด" in gone.content.decode()
    assert client.get("/news/2569/nothing/").status_code == 404


def test_hostile_words_in_a_title_are_written_as_words():
    room = make_newsroom()
    published(room, title_th="<script>alert(1)</script>", slug="x")

    for address in ("/news/", "/news/2569/x/", "/news/atom.xml"):
        page = reader().get(address).content.decode()
        assert "<script>alert(1)" not in page


def test_the_feed_names_each_article_with_its_whole_address_and_last_change():
    room = make_newsroom()
    article = published(room)

    answer = reader("en").get("/news/atom.xml")
    feed = etree.fromstring(answer.content)

    names = {"a": "http://www.w3.org/2005/Atom"}
    (entry,) = feed.findall("a:entry", names)
    link = entry.find("a:link", names)
    assert link is not None
    assert link.get("href", "").startswith("http://office")
    assert link.get("href", "").endswith(f"/{article.address}/")
    assert entry.findtext("a:updated", namespaces=names) == LATER.isoformat()


def test_a_printable_notice_is_published_with_the_article(monkeypatch):
    monkeypatch.setattr(attaching, "_notices", [lambda _article: b"%PDF-1.7 ..."])
    room = make_newsroom()
    article = published(room)

    client = reader()
    page = client.get(f"/{article.address}/").content.decode()

    assert f"/{article.address}/files/notice.pdf" in page
    with closing(client.get(f"/{article.address}/files/notice.pdf")) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"


def test_the_list_asks_the_same_questions_however_long_it_is():
    room = make_newsroom()
    published(room)
    client = reader()
    client.get("/news/")
    with CaptureQueriesContext(connection) as few:
        client.get("/news/")
    for number in range(5):
        published(room, slug=f"more-{number}")

    with CaptureQueriesContext(connection) as many:
        client.get("/news/")

    assert len(many) == len(few)
