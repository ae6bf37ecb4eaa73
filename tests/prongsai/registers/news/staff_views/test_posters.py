"""The pages of posters: filled in, looked at, printed, refused."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.news.models import Poster
from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.models.posters import PosterDesign, PosterKind
from tests.cast import client_of, make_user
from tests.newsroom import make_newsroom, published
from tests.posters import SURVEY, make_poster

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEW = "/staff/news/posters/new/"
SHEET = {
    "title": "เชิญชวน",
    "kind": PosterKind.POSTER_A4,
    "design": PosterDesign.BAND,
    "fiscal_year": "๒๕๖๙",
    "thai_digits": "on",
}


def send(client, subject, **data):
    return client.post(f"{NEW}?subject={subject}", SHEET | data)


def test_everything_typed_by_the_line_is_kept():
    alice = make_user()
    lines = "ด้านบริหาร | ๑,๒๐๐,๐๐๐ บาท\nด้านบริการ | 5.25"

    response = send(client_of(alice), "budget", amounts=lines)

    made = Poster.objects.get()
    assert response.url == made.get_absolute_url()
    assert made.data["amounts"] == [["ด้านบริหาร", "1200000.00"], ["ด้านบริการ", "5.25"]]


@pytest.mark.parametrize(
    ("subject", "data", "field"),
    [
        ("budget", {"amounts": "ด้านบริหาร"}, "amounts"),
        ("eit", {"address": "survey.example.org"}, "address"),
        ("free", {"paragraphs": "\n".join("ก" * 11)}, "paragraphs"),
        (
            "free",
            {"paragraphs": "\n".join(["ข้อความ " * 50] * 10), "kind": "leaflet"},
            "__all__",
        ),
    ],
)
def test_what_cannot_be_printed_is_said_beside_its_field(subject, data, field):
    response = send(client_of(make_user()), subject, **data)

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Poster.objects.exists()


def test_complaints_begin_with_the_contact_of_the_office():
    alice = make_user()
    alice.organisation.phones = "0 1111 1111"
    alice.organisation.save()

    page = client_of(alice).get(f"{NEW}?subject=complaint")

    assert "โทรศัพท์ | 0 1111 1111" in page.content.decode()


def test_the_page_shows_the_picture_in_words_and_both_files():
    made = make_poster(Subject.EIT)
    client = client_of(made.made_by)

    page = client.get(made.get_absolute_url()).content.decode()
    pdf = client.get(reverse("news:poster_file", args=[made.pk, "pdf"]))
    png = client.get(reverse("news:poster_file", args=[made.pk, "png"]))

    assert f"คิวอาร์โค้ดไปยัง {SURVEY}" in page
    assert pdf.content.startswith(b"%PDF")
    assert png.content.startswith(b"\x89PNG")


def test_the_list_asks_no_more_for_more_posters(django_assert_max_num_queries):
    alice = make_user()
    client = client_of(alice)
    make_poster(by=alice)
    client.get(reverse("news:posters"))
    for _ in range(6):
        make_poster(by=alice)

    with django_assert_max_num_queries(16):
        client.get(reverse("news:posters"))


def test_editing_and_removing_are_for_the_maker_and_the_editors():
    made = make_poster()
    edit = reverse("news:poster_edit", args=[made.pk])
    remove = reverse("news:poster_remove", args=[made.pk])

    bob, clerk = client_of(make_user()), client_of(make_user(role=Role.CLERK))

    assert bob.get(edit).status_code == 403
    assert bob.post(remove).status_code == 403
    assert clerk.get(edit).status_code == 200
    assert clerk.post(remove).status_code == 302
    assert not Poster.objects.exists()


def test_a_changed_poster_shows_what_was_typed():
    made = make_poster(Subject.FREE)
    client = client_of(made.made_by)
    edit = reverse("news:poster_edit", args=[made.pk])

    client.post(edit, SHEET | {"paragraphs": "ข้อความใหม่", "version": "1"})

    assert "ข้อความใหม่" in client.get(edit).content.decode()


@pytest.mark.parametrize(
    ("page", "begins"), [("notice", b"%PDF"), ("square", b"\x89PNG")]
)
def test_an_article_is_printed_from_what_was_published(page, begins):
    room = make_newsroom()
    article = published(room)

    answer = client_of(room.writer).get(reverse(f"news:{page}", args=[article.pk]))

    assert answer.status_code == 200
    assert answer.content.startswith(begins)


def test_an_article_without_text_is_no_notice():
    room = make_newsroom()
    article = published(room)
    article.published, article.published_at, article.published_by = None, None, None
    article.body_th, article.state = "", "draft"
    article.save()

    answer = client_of(room.writer).get(reverse("news:notice", args=[article.pk]))

    assert answer.status_code == 409
