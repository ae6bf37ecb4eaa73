"""Writing an article: who may, what is kept, what goes back, photos."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import ItaError
from prongsai.registers.news.actions import refusals, writing
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.states import ArticleState
from tests.cast import NOW, TODAY, make_user
from tests.newsroom import (
    PICTURES,
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


def test_a_draft_is_cleaned_and_gets_a_short_name_from_its_english_title():
    room = make_newsroom()

    article = written(room, body_th="<p onclick='x()'>ข่าว<script>x()</script></p>")

    assert article.body_th == "<p>ข่าว</p>"
    assert article.slug == "community-library-opens"
    assert article.state == ArticleState.DRAFT


@pytest.mark.slow  # the romaniser is loaded
def test_without_english_the_short_name_is_romanised_and_a_second_is_numbered():
    room = make_newsroom()

    first = written(room, title_en="", title_th="ประกาศ งาน")
    second = written(room, title_en="", title_th="ประกาศ งาน")
    third = written(room, title_en="", title_th="!!!")

    assert [row.slug for row in (first, second, third)] == [
        "prakat-ngan", "prakat-ngan-2", "article-1",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", ["Flood", "a b", "น้ำ", "v2", "versions", "../x"])
def test_a_short_name_that_cannot_stand_in_an_address_is_refused(slug):
    room = make_newsroom()

    with pytest.raises(refusals.SlugUnfit):
        written(room, slug=slug)


def test_a_taken_short_name_and_a_missing_title_are_refused():
    room = make_newsroom()
    written(room, slug="flood")

    with pytest.raises(refusals.SlugTaken):
        written(room, slug="flood")
    with pytest.raises(refusals.TitleMissing):
        written(room, title_th="  ")


def test_a_colleague_does_not_change_it_but_the_head_of_its_division_does():
    room = make_newsroom()
    article = written(room)

    with pytest.raises(PermissionDenied):
        writing.edit(article, said(room), version=1, by=make_user(), at=NOW)
    edited = writing.edit(
        article, said(room, title_th="ใหม่"), version=1, by=room.head, at=NOW
    )
    assert (edited.title_th, edited.slug) == ("ใหม่", "community-library-opens")


def test_a_page_gone_stale_changes_nothing():
    room = make_newsroom()
    article = written(room)
    writing.edit(article, said(room), version=1, by=room.writer, at=NOW)

    with pytest.raises(StalePage):
        writing.edit(article, said(room), version=1, by=room.writer, at=NOW)


def test_what_waits_for_its_day_goes_back_and_what_is_public_is_marked_changed():
    room = make_newsroom()
    waiting = scheduled(room, on=TODAY.replace(day=28), slug="one")
    public = published(room, slug="two")

    for row in (waiting, public):
        edit = said(room, slug=row.slug, summary_th="ใหม่")
        writing.edit(row, edit, version=row.version, by=room.head, at=NOW)

    assert fresh(waiting).state == ArticleState.DRAFT
    assert fresh(public).is_changed
    assert fresh(public).state == ArticleState.PUBLISHED


def test_a_removed_photo_is_gone_with_its_bytes():
    room = make_newsroom()
    article = with_photo(room, written(room))
    (photo,) = queries.photos(article)

    writing.remove(photo, by=room.writer, at=NOW)

    assert queries.photos(article) == []
    assert not StoredFile.objects.filter(pk=photo.file_id).exists()


def test_photos_have_a_limit_and_strangers_to_the_article_add_none():
    room = make_newsroom()
    article = written(room)
    many = [picture(by=room.writer) for _ in range(3)]

    with pytest.raises(PermissionDenied):
        writing.add_photos(article, many, by=make_user(), at=NOW)
    with pytest.raises(refusals.TooManyPhotos):
        writing.add_photos(article, many * 7, by=room.writer, at=NOW)


def test_a_drawing_with_a_script_is_no_photo_whatever_it_is_called():
    room = make_newsroom()
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"

    for name in ("ภาพ/กิจกรรม.svg", "ภาพ.jpg"):
        upload = SimpleUploadedFile(name, svg, content_type="image/jpeg")
        with pytest.raises(ItaError):
            files.receive(upload, rules=PICTURES, by=room.writer, at=NOW)
