"""People of this office come in, and nobody else."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.audit.models import Event
from tests.cast import PASSWORD, client_of, make_office, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LOGIN = "/account/login/"


@pytest.fixture(autouse=True)
def no_attempts_counted_yet():
    cache.clear()


def sign_in(client: Client, login: str, password: str = PASSWORD, **more):
    return client.post(LOGIN, {"login": login, "password": password} | more)


def verbs() -> list[str]:
    return list(Event.objects.values_list("verb", flat=True))


@pytest.mark.parametrize("name", ["alice", "ALICE", "alice@example.org", " alice "])
def test_a_person_signs_in_by_user_name_or_e_mail(name):
    alice = make_user(username="alice", email="alice@example.org")
    client = client_of(None)

    answer = sign_in(client, name)

    assert answer.status_code == 302
    assert answer["Location"] == "/staff/"
    assert client.get("/staff/").wsgi_request.user == alice
    assert verbs() == ["accounts.signed_in"]


def test_signing_in_leads_back_to_the_page_that_was_asked_for():
    make_user(username="alice")
    client = client_of(None)

    answer = client.post(
        f"{LOGIN}?next=/staff/people/me/", {"login": "alice", "password": PASSWORD}
    )

    assert answer["Location"] == "/staff/people/me/"


@pytest.mark.parametrize(
    ("login", "password"), [("alice", "wrong"), ("nobody", PASSWORD), ("", "")]
)
def test_a_wrong_name_or_password_opens_nothing(login, password):
    make_user(username="alice")
    client = client_of(None)

    answer = sign_in(client, login, password)

    assert answer.status_code == 200
    assert not answer.wsgi_request.user.is_authenticated


def test_wrong_name_and_wrong_password_read_alike():
    make_user(username="alice", email="alice@example.org")
    client = client_of(None)

    answers = [
        str(sign_in(client, name, "wrong").context["form"].errors)
        for name in ("alice", "nobody", "alice@example.org", "nobody@example.org")
    ]

    assert len(set(answers)) == 1


def test_a_wrong_password_is_written_down_for_people_who_exist():
    make_user(username="alice")

    for name in ("alice", "nobody"):
        sign_in(client_of(None), name, "wrong")

    assert verbs() == ["accounts.sign_in_failed"]


def test_a_closed_account_stays_closed():
    make_user(username="alice", is_active=False)
    client = client_of(None)

    answer = sign_in(client, "alice")

    assert answer["Location"] == "/account/inactive/"
    assert client.get("/staff/").status_code == 302


def test_five_wrong_attempts_lock_even_the_right_password_out():
    make_user(username="alice")
    client = client_of(None)
    for _ in range(5):
        sign_in(client, "alice", "wrong")

    answer = sign_in(client, "alice")

    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors().as_data()[0].code == (
        "too_many_login_attempts"
    )
    assert not answer.wsgi_request.user.is_authenticated


def test_wrong_attempts_at_one_office_lock_nobody_out_at_another():
    ours = make_office()
    theirs = make_office()
    for office in (ours, theirs):
        make_user(username="alice", office=office)
    for _ in range(5):
        sign_in(client_of(None, office=theirs), "alice", "wrong")

    answer = sign_in(client_of(None, office=ours), "alice")

    assert answer.status_code == 302


def test_a_person_of_another_office_is_nobody_here():
    make_office()
    other = make_office()
    make_user(username="charlie", email="charlie@example.org", office=other)

    for name in ("charlie", "charlie@example.org"):
        answer = sign_in(client_of(None), name)
        assert answer.status_code == 200
        assert not answer.wsgi_request.user.is_authenticated


def test_the_same_name_in_two_offices_is_two_people():
    ours, theirs = make_office(), make_office()
    alice = make_user(username="same", email="same@example.org", office=ours)
    charlie = make_user(username="same", email="same@example.org", office=theirs)

    for office, person in ((ours, alice), (theirs, charlie)):
        client = client_of(None, office=office)
        assert sign_in(client, "same@example.org").status_code == 302
        assert client.get("/staff/").wsgi_request.user == person


def test_a_session_of_another_office_opens_nothing_here():
    ours, theirs = make_office(), make_office()
    charlie = client_of(make_user(office=theirs))
    here = client_of(None, office=ours)
    here.cookies = charlie.cookies

    answer = here.get("/staff/")

    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN)


def test_nobody_signs_up():
    assert (
        client_of(None, office=make_office()).get("/account/signup/").status_code == 404
    )


def reset_link() -> str:
    found = re.search(
        r"http://\S+(/account/password/reset/\S+/)", str(mail.outbox[-1].body)
    )
    assert found
    return found.group(1)


def test_a_forgotten_password_is_set_anew_by_mail_and_lifts_the_lock():
    make_user(username="alice", email="alice@example.org")
    client = client_of(None)
    for _ in range(5):
        sign_in(client, "alice", "wrong")

    client.post("/account/password/reset/", {"email": "Alice@Example.org"})
    form = client.get(reset_link(), follow=True)
    new = "ใหม่กว่าเดิม-2569"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})

    assert sign_in(client, "alice", new).status_code == 302
    assert "accounts.password_reset" in verbs()


def test_a_reset_link_opens_once_and_only_at_its_own_office():
    ours, theirs = make_office(), make_office()
    make_user(username="alice", email="alice@example.org", office=ours)
    client = client_of(None, office=ours)
    client.post("/account/password/reset/", {"email": "alice@example.org"})
    link = reset_link()

    elsewhere = client_of(None, office=theirs).get(link)
    form = client.get(link, follow=True)
    new = "ใหม่กว่าเดิม-2569"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    again = client_of(None, office=ours).get(link)

    assert elsewhere.status_code == 404
    assert again.status_code == 404


def test_asking_for_a_new_password_tells_nobody_who_exists():
    ours, theirs = make_office(), make_office()
    make_user(email="charlie@example.org", office=theirs)
    client = client_of(None, office=ours)

    answer = client.post("/account/password/reset/", {"email": "charlie@example.org"})

    assert answer["Location"] == "/account/password/reset/sent/"
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_a_dead_mail_server_is_told_in_words_to_everybody_alike(settings, email):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    make_user(email="alice@example.org")

    answer = client_of(None).post("/account/password/reset/", {"email": email})

    assert answer.status_code == 409


def test_a_changed_password_signs_out_everywhere_else():
    alice = make_user(username="alice")
    here, there = client_of(None), client_of(None)
    for client in (here, there):
        sign_in(client, "alice")
    new = "ใหม่กว่าเดิม-2569"

    here.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert here.get("/staff/").status_code == 200
    assert there.get("/staff/").status_code == 302
    assert User.objects.get(pk=alice.pk).check_password(new)


@pytest.mark.parametrize("new", ["short", "password123", "1234567890"])
def test_a_weak_password_is_refused(new):
    make_user(username="alice", role=Role.OFFICER)
    client = client_of(None)
    sign_in(client, "alice")

    answer = client.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert answer.context["form"].errors["password1"]


def test_too_many_sign_ins_from_one_place_get_the_page_that_says_so(settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    make_user(username="alice")
    client = client_of(None)
    sign_in(client, "alice", "wrong")

    answer = sign_in(client, "alice")

    assert answer.status_code == 429


def test_attempts_are_counted_in_the_database_where_several_workers_count(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "prongsai_cache",
        }
    }
    call_command("createcachetable", verbosity=0)
    make_user(username="alice")
    for _ in range(5):
        sign_in(client_of(None), "alice", "wrong")

    answer = sign_in(client_of(None), "alice")

    assert not answer.wsgi_request.user.is_authenticated
