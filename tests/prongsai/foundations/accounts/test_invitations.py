"""An invitation opens once, for some days, for one person of one office."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundations.accounts import invitations
from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, PASSWORD, client_of, make_office, make_user

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEW = "รหัสใหม่ของดาว-2569"


def invited(**fields) -> User:
    person = make_user(**fields)
    person.set_unusable_password()
    person.save()
    return person


def key_for(person, at=NOW) -> str:
    return invitations.link_for(person, at=at).rstrip("/").rsplit("/", 1)[1]


@pytest.mark.parametrize(
    ("after", "opens"), [(timedelta(), True), (7 * DAY, True), (8 * DAY, False)]
)
def test_an_invitation_opens_for_seven_days(after, opens):
    dao = invited()

    found = invitations.person_of(key_for(dao), at=NOW + after)

    assert found == (dao if opens else None)


def test_an_invitation_from_the_future_opens_nothing():
    dao = invited()

    assert invitations.person_of(key_for(dao, NOW + DAY), at=NOW) is None


def test_a_set_password_a_new_invitation_or_a_closed_account_end_it():
    key = key_for(dao := invited())
    dao.set_unusable_password()
    dao.save()
    assert invitations.person_of(key, at=NOW) is None

    key = key_for(dao)
    dao.is_active = False
    dao.save()
    assert invitations.person_of(key, at=NOW) is None

    key = key_for(bob := invited())
    bob.set_password(PASSWORD)
    bob.save()
    assert invitations.person_of(key, at=NOW) is None


def test_an_invitation_opens_nothing_at_another_office():
    ours, theirs = make_office(), make_office()
    key = key_for(invited(office=ours))

    with tenancy.acting_for(theirs.pk):
        assert invitations.person_of(key, at=NOW) is None


@pytest.mark.parametrize(
    "key", ["", "-", "1-", "x", "1-1-1", "zzzzzzzzzzzzzzz-1", "๑-๑"]
)
def test_a_key_that_makes_no_sense_opens_nothing(key):
    invited()

    assert invitations.person_of(key, at=NOW) is None


def test_a_changed_key_opens_nothing():
    key = key_for(invited())

    for changed in (key[:-1], key + "0", key.replace("-", "--", 1), key.upper() + "x"):
        assert invitations.person_of(changed, at=NOW) is None


def test_the_secret_may_change_with_a_fallback(settings):
    key = key_for(dao := invited())

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret"

    assert invitations.person_of(key, at=NOW) == dao


def test_a_person_follows_the_link_sets_a_password_and_signs_in():
    dao = invited(username="dao")
    client = client_of(None)
    link = invitations.link_for(dao, at=timezone.now())

    first = client.get(link)
    page = client.get(first["Location"])
    answer = client.post(first["Location"], {"password": NEW, "again": NEW})

    assert first["Location"] == "/account/invitation/"
    assert "dao" in page.content.decode()
    assert answer["Location"] == "/account/login/"
    client.post(answer["Location"], {"login": "dao", "password": NEW})
    assert client.get("/staff/").wsgi_request.user == dao


def test_a_used_link_says_so():
    dao = invited()
    link = invitations.link_for(dao, at=timezone.now())
    client = client_of(None)
    client.post(client.get(link)["Location"], {"password": NEW, "again": NEW})

    for again in (client_of(None).get(link), client.get("/account/invitation/")):
        assert again.status_code == 404
        assert "/account/login/" in again.content.decode()


@pytest.mark.parametrize(
    ("password", "again"),
    [("short", "short"), (NEW, "other"), ("", ""), ("1234567890", "1234567890")],
)
def test_a_bad_password_is_refused_and_the_link_still_opens(password, again):
    dao = invited()
    client = client_of(None)
    page = client.get(invitations.link_for(dao, at=timezone.now()))["Location"]

    answer = client.post(page, {"password": password, "again": again})

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.get(pk=dao.pk).has_usable_password()
    assert client.get(page).status_code == 200
