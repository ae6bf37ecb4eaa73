"""Publishing an article: who, what stops it, corrections, moves, days, taking back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Redirect
from prongsai.foundations.publications.refusals import NothingChanged
from prongsai.ita.errors import InvalidMove
from prongsai.registers.news import tasks
from prongsai.registers.news.actions import attaching, publishing, refusals, writing
from prongsai.registers.news.actions.publishing import Passing
from prongsai.registers.news.models import Listed
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.states import ArticleState
from tests.cast import NOW, TODAY, make_user
from tests.newsroom import (
    CORRECTED,
    LATER,
    SEEN,
    fresh,
    make_newsroom,
    picture,
    published,
    said,
    scheduled,
    with_photo,
    written,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def no_printing(monkeypatch):
    """Printing a notice takes a second; one test below does it."""
    monkeypatch.setattr(attaching, "_notices", [])


def edited(room, article, **fields):
    draft = said(room, slug=article.slug, **fields)
    return writing.edit(article, draft, version=article.version, by=room.head, at=LATER)


def test_the_head_the_analyst_and_the_clerk_publish_and_nobody_else():
    room = make_newsroom()
    others = [room.writer, make_user()]

    for person in others:
        with pytest.raises(PermissionDenied):
            publishing.publish(written(room), SEEN, by=person, at=LATER)
    for person in (room.head, room.analyst, room.clerk):
        publishing.publish(written(room), SEEN, by=person, at=LATER)
    assert Listed.objects.count() == 3


def test_a_published_article_is_frozen_at_its_address_with_photos_of_bare_pixels():
    room = make_newsroom()
    article = written(room)
    writing.add_photos(
        article, [picture(by=room.writer, exif=True)], by=room.writer, at=NOW
    )
    (photo,) = queries.photos(article)
    words = writing.PhotoWords(alt_th="ชั้นหนังสือ")
    writing.describe(photo, words, version=1, by=room.writer, at=NOW)

    version = publishing.publish(article, SEEN, by=room.head, at=LATER)

    assert version.publication.address == "news/2569/community-library-opens"
    (shown,) = version.content["photos"]
    assert (shown["width"], shown["height"]) == (400, 300)
    (file,) = publications.files_of(version)
    with bytes_of(file.stored) as content, Image.open(content) as drawn:
        assert not dict(drawn.getexif())


@pytest.mark.parametrize(
    "fields",
    [
        {"body_th": "<p><br></p>"},
        {"happened_on": date(2025, 9, 30)},  # the fiscal year before
        {"happened_on": TODAY + 2 * DAY},  # not yet
        {"body_th": "<p>เลขบัตร 1-2345-67890-12-1</p>"},
        {"expires_on": TODAY - DAY},
    ],
)
def test_what_the_self_check_forbids_is_not_published(fields):
    room = make_newsroom()
    article = written(room, **fields)

    with pytest.raises(refusals.NotReady):
        publishing.publish(article, SEEN, by=room.head, at=LATER)


def test_a_photo_without_words_stops_it():
    room = make_newsroom()
    article = with_photo(room, written(room), alt="")

    with pytest.raises(refusals.NotReady):
        publishing.publish(article, SEEN, by=room.head, at=LATER)


def test_a_private_telephone_is_published_only_after_somebody_looked():
    room = make_newsroom()
    article = written(room, body_th="<p>โทร. 081-234-5678</p>")

    with pytest.raises(refusals.WarningsOpen):
        publishing.publish(article, Passing(), by=room.head, at=LATER)
    assert publishing.publish(article, SEEN, by=room.head, at=LATER).number == 1


def test_a_correction_says_what_it_corrects_and_is_a_new_version():
    room = make_newsroom()
    article = published(room)
    changed = edited(room, article, body_th="<p>ฉบับแก้</p>")

    with pytest.raises(refusals.NoteMissing):
        publishing.publish(changed, SEEN, by=room.head, at=LATER)
    version = publishing.publish(changed, CORRECTED, by=room.head, at=LATER)

    assert (version.number, version.note_en) == (2, "Typing error")
    assert not fresh(article).is_changed
    with pytest.raises(NothingChanged):
        publishing.publish(fresh(article), CORRECTED, by=room.head, at=LATER)


def test_an_article_that_moves_leaves_a_way_to_its_new_address():
    room = make_newsroom()
    article = published(room)
    draft = said(room, slug="library")
    article = writing.edit(
        article, draft, version=article.version, by=room.head, at=LATER
    )

    publishing.publish(article, CORRECTED, by=room.head, at=LATER)

    (way,) = Redirect.objects.all()
    assert way.old_path == "/news/2569/community-library-opens/"
    assert way.new_path == "/news/2569/library/"
    old = publications.standing("news/2569/community-library-opens")
    assert old is not None
    assert old.withdrawal is not None
    with pytest.raises(refusals.SlugTaken):
        written(room, slug="community-library-opens")


def test_it_is_published_on_its_day_in_the_name_of_who_set_it():
    room = make_newsroom()
    article = scheduled(room, on=TODAY + DAY)

    tasks.publish(TODAY, NOW)
    assert fresh(article).state == ArticleState.SCHEDULED
    tasks.publish(TODAY + DAY, NOW + DAY)

    assert fresh(article).state == ArticleState.PUBLISHED
    assert fresh(article).published_by == room.head


def test_a_day_must_be_to_come_and_can_be_taken_back():
    room = make_newsroom()
    article = written(room)

    with pytest.raises(refusals.DayPassed):
        publishing.schedule(article, SEEN, on=TODAY, by=room.head, at=NOW)
    with pytest.raises(refusals.NotScheduled):
        publishing.unschedule(article, by=room.head, at=NOW)
    waiting = publishing.schedule(article, SEEN, on=TODAY + DAY, by=room.head, at=NOW)
    back = publishing.unschedule(waiting, by=room.head, at=NOW)
    assert (back.state, back.publish_on) == (ArticleState.DRAFT, None)


def test_what_went_wrong_meanwhile_is_not_published_and_people_are_told():
    room = make_newsroom()
    article = scheduled(room, on=TODAY + DAY)
    queries.of_office().filter(pk=article.pk).update(body_th="")

    tasks.publish(TODAY + DAY, NOW + DAY)

    assert fresh(article).state == ArticleState.DRAFT
    told = Notification.objects.filter(code="news.not-published")
    assert {n.receiver for n in told} == {room.writer, room.head}


def test_taking_back_needs_the_clerk_or_analyst_and_a_reason_in_both_languages():
    room = make_newsroom()
    article = published(room)
    reason = {"reason_th": "ข้อมูลผิด", "reason_en": "Wrong data"}

    with pytest.raises(PermissionDenied):
        publishing.withdraw(article, **reason, by=room.head, at=LATER)
    with pytest.raises(refusals.ReasonMissing):
        publishing.withdraw(
            article, reason_th="ผิด", reason_en=" ", by=room.analyst, at=LATER
        )
    publishing.withdraw(article, **reason, by=room.analyst, at=LATER)

    assert fresh(article).state == ArticleState.WITHDRAWN
    assert not Listed.objects.exists()
    with pytest.raises(InvalidMove):
        publishing.withdraw(article, **reason, by=room.clerk, at=LATER)
    assert publishing.publish(article, CORRECTED, by=room.clerk, at=LATER).number == 2


def test_only_what_is_public_stands_on_top_and_only_for_days_to_come():
    room = make_newsroom()
    article, draft = published(room), written(room)

    with pytest.raises(refusals.NotPublic):
        publishing.pin(draft, until=TODAY, version=1, by=room.head, at=LATER)
    with pytest.raises(refusals.DayPassed):
        publishing.pin(
            article, until=TODAY - DAY, version=article.version, by=room.head, at=LATER
        )
    publishing.pin(
        article, until=TODAY + DAY, version=article.version, by=room.head, at=LATER
    )
    assert Listed.objects.get().pinned_until == TODAY + DAY


def test_a_writer_hands_in_and_the_head_is_told():
    room = make_newsroom()
    empty = written(room, body_th="")

    publishing.hand_in(written(room), by=room.writer, at=LATER)

    told = Notification.objects.filter(code="news.to-publish")
    assert {n.receiver for n in told} == {room.head, room.analyst}
    with pytest.raises(refusals.NotReady):
        publishing.hand_in(empty, by=room.writer, at=LATER)
    with pytest.raises(PermissionDenied):
        publishing.hand_in(empty, by=make_user(), at=LATER)
