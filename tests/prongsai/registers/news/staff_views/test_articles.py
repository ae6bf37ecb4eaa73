"""Articles through their pages: written, checked, published, corrected, taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from prongsai.foundations.accounts.models import Role
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.news.actions import attaching, posting
from prongsai.registers.news.actions.sending import Answer, End
from prongsai.registers.news.models import Article, Outlet, Posting
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.states import ArticleState, OutletKind, PostingState
from prongsai.ui.writing import short_date
from tests.cast import NOW, client_of, make_user
from tests.newsroom import (
    LATER,
    fresh,
    make_newsroom,
    picture,
    published,
    with_photo,
    written,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def no_printing(monkeypatch):
    """No notice is printed here."""
    monkeypatch.setattr(attaching, "_notices", [])


def url(name, *args):
    return reverse(f"news:{name}", args=args)


def typed(**changes):
    today = timezone.localdate()
    return {
        "title_th": "ซ้อมแผนป้องกันภัย",
        "category": "activity",
        "happened_on": short_date(today),
        "fiscal_year": str(fiscal_year_of(today)),
        "body_th": "ย่อหน้าแรก\n\nย่อหน้าสอง",
    } | changes


def test_an_article_is_written_without_a_script_and_becomes_public():
    room = make_newsroom()
    writer, head = client_of(room.writer), client_of(room.analyst)

    writer.post(url("article_new"), typed(title_en="Drill"))
    article = Article.objects.get()
    page = writer.get(article.get_absolute_url()).content.decode()
    assert url("article_hand_in", article.pk) in page
    assert url("article_publish", article.pk) not in page
    writer.post(url("article_hand_in", article.pk))
    head.post(url("article_publish", article.pk), {})

    assert article.body_th == "<p>ย่อหน้าแรก</p><p>ย่อหน้าสอง</p>"
    assert fresh(article).state == ArticleState.PUBLISHED
    page = head.get(article.get_absolute_url()).content.decode()
    assert f"/news/{article.fiscal_year}/drill/" in page
    assert '<textarea id="share-line"' in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"title_th": ""},
        {"happened_on": "31 กุมภาพันธ์ 2569"},
        {"fiscal_year": "12"},
        {"slug": "ก"},
        {"category": "gossip"},
    ],
)
def test_a_bad_article_comes_back(wrong):
    room = make_newsroom()

    answer = client_of(room.writer).post(url("article_new"), typed(**wrong))

    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_an_article_leads_to_its_notice_and_its_picture_until_it_is_withdrawn():
    room = make_newsroom()
    article = published(room)
    ways = [url("notice", article.pk), url("square", article.pk)]

    page = client_of(room.writer).get(url("article", article.pk)).text
    reasons = {"reason_th": "ผิด", "reason_en": "Wrong"}
    client_of(room.clerk).post(url("article_withdraw", article.pk), reasons)
    after = client_of(room.writer).get(url("article", article.pk)).text

    assert all(way in page and way not in after for way in ways)


def test_a_correction_is_published_with_its_note_and_taken_back_with_a_reason():
    room = make_newsroom()
    article = published(room)
    clerk = client_of(room.clerk)
    same = {"version": article.version, "slug": article.slug, "fiscal_year": "2569"}

    changed = typed(happened_on=short_date(article.happened_on), **same)
    clerk.post(url("article_edit", article.pk), changed)
    notes = {"note_th": "แก้วัน", "note_en": "Date"}
    assert clerk.post(url("article_publish", article.pk), {}).status_code == 422
    clerk.post(url("article_publish", article.pk), notes)
    version = fresh(article).published
    assert version is not None
    assert version.number == 2
    reasons = {"reason_th": "ผิด", "reason_en": "Wrong"}
    clerk.post(url("article_withdraw", article.pk), reasons)

    assert fresh(article).state == ArticleState.WITHDRAWN


def test_a_day_is_set_and_taken_back_and_an_article_stands_on_top():
    room = make_newsroom()
    draft, public = written(room, slug="one"), published(room, slug="two")
    head = client_of(room.head)
    ahead = timezone.localdate() + timedelta(days=3)

    head.post(url("article_schedule", draft.pk), {"publish_on": short_date(ahead)})
    assert fresh(draft).publish_on == ahead
    head.post(url("article_unschedule", draft.pk))
    assert fresh(draft).state == ArticleState.DRAFT
    said = {"pinned_until": short_date(ahead), "version": public.version}
    head.post(url("article_pin", public.pk), said)

    assert fresh(public).pinned_until == ahead


def test_photos_are_added_described_and_removed():
    room = make_newsroom()
    article = with_photo(room, written(room), alt="")
    writer = client_of(room.writer)
    (photo,) = queries.photos(article)

    assert writer.get(url("article_photos", article.pk)).status_code == 200
    said = {"alt_th": "เด็กอ่านหนังสือ", "order": "๑", "version": "1"}
    writer.post(url("photo", photo.pk), said)
    page = writer.get(article.get_absolute_url()).content.decode()
    assert "เด็กอ่านหนังสือ" in page
    assert writer.get(photo.file.get_absolute_url()).getvalue()
    writer.post(url("photo_remove", photo.pk))

    assert queries.photos(article) == []


@pytest.mark.parametrize(
    "name",
    [
        "article_edit",
        "article_photos",
        "article_publish",
        "article_schedule",
        "article_pin",
    ],
)
def test_a_colleague_reads_but_does_not_write_or_publish(name):
    room = make_newsroom()
    article = published(room)
    colleague = client_of(make_user())

    assert colleague.get(article.get_absolute_url()).status_code == 200
    assert colleague.get(url(name, article.pk)).status_code == 403


def test_the_head_does_not_withdraw():
    room = make_newsroom()
    article = published(room)

    answer = client_of(room.head).get(url("article_withdraw", article.pk))

    assert answer.status_code == 403


def test_an_administrator_switches_posting_on_and_never_sees_the_token_again():
    admin = client_of(make_user(role=Role.ADMINISTRATOR))

    admin.post(url("outlet_line"), {"token": "very-secret", "page": ""})
    outlet = Outlet.objects.get()
    page = admin.get(url("outlet_line")).content.decode()
    assert outlet.is_on
    assert "very-secret" not in page
    assert outlet.sealed not in page
    admin.post(url("outlet_off_line"))

    assert not Outlet.objects.get().is_on
    assert client_of(make_newsroom().clerk).get(url("outlets")).status_code == 403


def test_posting_is_asked_for_by_one_button_and_settled_by_another(settings):
    settings.NEWS_LINE_API = "http://127.0.0.1:1"
    room = make_newsroom()
    article = published(room)
    admin = make_user(role=Role.ADMINISTRATOR)
    for kind in OutletKind:
        access = posting.Access(token="x", page="1")
        posting.switch_on(kind, access, version=0, by=admin, at=NOW)
    head = client_of(room.head)

    page = head.get(article.get_absolute_url()).content.decode()
    assert url("article_post", article.pk, "line") in page
    head.post(url("article_post", article.pk, "line"))
    row = posting.ask(article, OutletKind.FACEBOOK, by=room.head, at=LATER)
    posting.begin(row, by=None, at=LATER)
    posting.end(row, Answer(end=End.UNKNOWN), by=None, at=LATER)
    page = head.get(article.get_absolute_url()).content.decode()
    assert url("posting_there", row.pk) in page
    head.post(url("posting_there", row.pk))

    assert Posting.objects.get(pk=row.pk).state == PostingState.SENT
    assert Posting.objects.filter(kind=OutletKind.LINE).count() == 1
    assert head.post(url("article_post", article.pk, "smoke")).status_code == 404


def test_the_list_asks_the_same_questions_however_long_it_is():
    room = make_newsroom()
    client = client_of(room.clerk)
    written(room)
    client.get(url("articles"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(url("articles"))
    for number in range(5):
        written(room, slug=f"more-{number}")

    with CaptureQueriesContext(connection) as many:
        page = client.get(url("articles")).content.decode()

    assert len(many) == len(few)
    assert "เปิดห้องสมุดชุมชน" in page


def test_a_received_photo_is_nobody_elses():
    room = make_newsroom()
    staged = picture(by=room.writer)

    answer = client_of(room.head).get(staged.get_absolute_url())

    assert answer.status_code == 404
