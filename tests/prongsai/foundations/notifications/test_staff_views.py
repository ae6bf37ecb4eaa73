"""The inbox."""

import pytest

from prongsai.foundations.notifications import queries
from tests.cast import NOW, client_of, make_user
from tests.prongsai.foundations.notifications.telling import tell

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_inbox_shows_the_unread_first():
    alice = make_user()
    (old,) = tell(alice, number="ทส 1/2569")
    tell(alice, number="ทส 2/2569", at=NOW.replace(hour=1))
    client = client_of(alice)
    client.post(f"/staff/inbox/{old.pk}/read/")

    page = client.get("/staff/inbox/").content.decode()

    assert page.index("ทส 2/2569") < page.index("ทส 1/2569")


def test_opening_a_notice_leads_to_the_thing_and_marks_it_read():
    alice = make_user()
    (told,) = tell(alice, url="/staff/figures/")

    answer = client_of(alice).get(f"/staff/inbox/{told.pk}/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/staff/figures/")
    assert queries.unread(alice) == 0


@pytest.mark.parametrize(("method", "end"), [("get", ""), ("post", "read/")])
def test_a_colleagues_notice_is_not_there(method, end):
    alice, bob = make_user(), make_user()
    (told,) = tell(alice)

    answer = getattr(client_of(bob), method)(f"/staff/inbox/{told.pk}/{end}")

    assert answer.status_code == 404
    assert queries.unread(alice) == 1


def test_everything_is_marked_read_with_one_button():
    alice = make_user()
    tell(alice)
    tell(alice)

    client_of(alice).post("/staff/inbox/read/")

    assert queries.unread(alice) == 0


def test_a_person_chooses_how_to_be_told():
    alice = make_user()
    client = client_of(alice)

    shown = client.get("/staff/inbox/preferences/")
    kept = client.post(
        "/staff/inbox/preferences/", {"mail": "digest", "language": "en"}
    )

    assert (shown.status_code, kept.status_code) == (200, 302)
    assert queries.preference_of(alice).mail == "digest"


def test_a_wish_that_does_not_exist_is_refused_beside_the_field():
    alice = make_user()

    answer = client_of(alice).post(
        "/staff/inbox/preferences/", {"mail": "pigeon", "language": "en"}
    )

    assert answer.status_code == 200
    assert queries.preference_of(alice).pk is None


def test_the_frame_of_the_page_says_how_many_are_unread():
    alice = make_user()
    for _n in range(3):
        tell(alice)

    page = client_of(alice).get("/staff/").content.decode()

    assert '<span class="count">3' in page
