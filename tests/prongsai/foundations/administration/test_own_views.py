"""My account, as I meet it."""

import pytest
from django.core.cache import cache

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.accounts.queries import sessions
from tests.cast import PASSWORD, client_of, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ME = "/staff/people/me/"
AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/120.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def no_attempts_counted_yet():
    cache.clear()


def signed_in(name: str):
    client = client_of(None)
    client.post(
        "/account/login/",
        {"login": name, "password": PASSWORD},
        headers={"user-agent": AGENT},
    )
    return client


def test_my_account_shows_my_posts_and_where_i_am_signed_in():
    make_user(username="alice", role=Role.CLERK)
    client = signed_in("alice")

    page = client.get(ME).content.decode()

    assert "alice" in page
    assert "ตำแหน่งclerk" in page
    assert "Chrome · Android" in page


def test_i_sign_out_on_another_device():
    alice = make_user(username="alice")
    here, there = signed_in("alice"), signed_in("alice")
    other = next(
        s for s in sessions(alice) if s.session_key != here.session.session_key
    )

    here.post(f"{ME}sessions/{other.pk}/end/")

    assert here.get("/staff/").status_code == 200
    assert there.get("/staff/").status_code == 302


def test_i_sign_out_everywhere_else():
    alice = make_user(username="alice")
    here, *others = [signed_in("alice") for _ in range(3)]

    here.post(f"{ME}sessions/end/")

    assert here.get("/staff/").status_code == 200
    assert {client.get("/staff/").status_code for client in others} == {302}
    assert len(sessions(alice)) == 1


def test_i_end_nobody_elses_session():
    bob = make_user(username="bob")
    theirs = signed_in("bob")
    alice = client_of(make_user())

    answer = alice.post(f"{ME}sessions/{sessions(bob)[0].pk}/end/")

    assert answer.status_code == 404
    assert theirs.get("/staff/").status_code == 200


def test_i_change_my_telephone_number():
    alice = make_user()
    client = client_of(alice)

    client.post(f"{ME}phone/", {"phone": "๐๗๓ ๑๒๓ ๔๕๖"})

    alice.refresh_from_db()
    assert alice.phone == "073-123-456"


def test_a_number_that_is_none_is_refused():
    alice = make_user(phone="0811111111")

    answer = client_of(alice).post(f"{ME}phone/", {"phone": "ไม่มี"})

    alice.refresh_from_db()
    assert answer.context["form"].errors
    assert alice.phone == "0811111111"


def test_the_entrance_of_accounts_leads_to_mine():
    assert client_of(make_user()).get("/account/")["Location"] == ME


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("page", [ME, f"{ME}phone/"])
def test_every_page_opens_in_both_languages(page, language):
    client = client_of(make_user())
    client.cookies["django_language"] = language

    assert client.get(page).status_code == 200
