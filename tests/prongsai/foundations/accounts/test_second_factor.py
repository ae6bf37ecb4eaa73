"""Whoever approves or reads what others may not, signs in with two factors."""

import time
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.utils import timezone

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.accounts.second_factor import REQUIRED_FOR
from prongsai.foundations.organisations import tenancy
from tests.cast import (
    PASSWORD,
    client_of,
    give_post,
    make_acting,
    make_office,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SET_UP = "/account/second-factor/"


@pytest.fixture(autouse=True)
def no_attempts_counted_yet():
    cache.clear()


def real_office(**fields):
    return make_office(is_demonstration=False, **fields)


def with_app(person):
    """Give a person an authenticator app; return its secret."""
    secret = auth.generate_totp_secret()
    with tenancy.acting_for(person.organisation_id):
        auth.TOTP.activate(person, secret)
    return secret


def code_of(secret, *, ago=0):
    moment = int(time.time()) // 30 - ago
    return auth.format_hotp_value(auth.hotp_value(secret, moment))


def signed_in(name: str, password: str = PASSWORD):
    client = client_of(None)
    client.post("/account/login/", {"login": name, "password": password})
    return client


def confirmed(name: str):
    """Sign in and say the password once more, as every change of factors asks."""
    client = signed_in(name)
    client.post("/account/confirm/", {"password": PASSWORD})
    return client


def set_up(client):
    """Set up the app by the pages; return its secret."""
    secret = client.get(f"{SET_UP}app/").context["form"].secret
    client.post(f"{SET_UP}app/", {"code": code_of(secret)})
    return secret


@pytest.mark.parametrize("role", Role)
def test_only_the_set_up_is_open_to_those_who_need_a_second_factor(role):
    office = real_office()
    client = client_of(make_user(role=role, office=office))

    answer = client.get("/staff/people/me/")

    if role in REQUIRED_FOR:
        assert answer["Location"] == SET_UP
        assert client.get(SET_UP).status_code == 200
        assert client.post("/account/logout/").status_code == 302
    else:
        assert answer.status_code == 200


def test_a_fragment_is_led_to_the_set_up_as_a_page():
    client = client_of(make_user(role=Role.MAYOR, office=real_office()))

    answer = client.get("/staff/", headers={"hx-request": "true"})

    assert answer.headers["HX-Redirect"] == SET_UP


def test_an_invented_office_may_go_without_unless_it_is_switched_off(settings):
    client = client_of(make_user(role=Role.MAYOR, office=make_office()))

    settings.SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS = True
    assert client.get("/staff/").status_code == 200
    settings.SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS = False
    assert client.get("/staff/").status_code == 302


@pytest.mark.parametrize(
    ("starts", "ends", "is_open"),
    [(-5, -1, True), (-5, 0, False), (0, 5, False), (1, 5, True)],
)
def test_an_order_counts_from_its_first_day_to_its_last(starts, ends, is_open):
    person = make_user(role=Role.OFFICER, office=real_office())
    today = timezone.localdate()
    make_acting(
        person,
        role=Role.CLERK,
        starts_on=today + timedelta(days=starts),
        ends_on=today + timedelta(days=ends),
    )

    answer = client_of(person).get("/staff/")

    assert (answer.status_code == 200) == is_open


def test_a_post_that_is_over_needs_nothing():
    person = make_user(role=Role.OFFICER, office=real_office())
    give_post(person, role=Role.MAYOR, ends_on=date(2021, 1, 1))

    assert client_of(person).get("/staff/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor():
    person = make_user(role=Role.MAYOR, office=real_office())
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.RECOVERY_CODES, data={}
    )

    assert client_of(person).get("/staff/").status_code == 302


def test_a_change_of_factors_asks_for_the_password_once_more():
    make_user(office=real_office(), username="alice")

    answer = signed_in("alice").get(f"{SET_UP}app/")

    assert answer["Location"].startswith("/account/confirm/")


def test_a_mayor_sets_up_the_app_and_is_let_in():
    make_user(role=Role.MAYOR, office=real_office(), username="alice")
    client = confirmed("alice")
    page = client.get(f"{SET_UP}app/")
    secret = page.context["form"].secret

    answer = client.post(f"{SET_UP}app/", {"code": code_of(secret)})

    assert b"data:image/svg+xml;base64," in page.content
    assert answer["Location"] == f"{SET_UP}codes/"
    assert client.get("/staff/").status_code == 200


def test_a_wrong_code_sets_nothing_up():
    make_user(role=Role.MAYOR, office=real_office(), username="alice")
    client = confirmed("alice")
    client.get(f"{SET_UP}app/")

    answer = client.post(f"{SET_UP}app/", {"code": "000000x"})

    assert answer.context["form"].errors
    assert not Authenticator.objects.exists()


def test_the_password_alone_opens_nothing_once_there_is_an_app():
    alice = make_user(office=real_office(), username="alice")
    with_app(alice)

    client = signed_in("alice")

    assert client.get("/staff/")["Location"].startswith("/account/login/")
    assert client.get(f"{SET_UP}check/").status_code == 200


@pytest.mark.parametrize(("ago", "passes"), [(0, True), (1, True), (10, False)])
def test_the_code_of_the_moment_finishes_signing_in(ago, passes):
    alice = make_user(office=real_office(), username="alice")
    secret = with_app(alice)
    client = signed_in("alice")

    client.post(f"{SET_UP}check/", {"code": code_of(secret, ago=ago)})

    assert (client.get("/staff/").status_code == 200) == passes


def test_a_code_opens_once():
    alice = make_user(office=real_office(), username="alice")
    code = code_of(with_app(alice))
    signed_in("alice").post(f"{SET_UP}check/", {"code": code})

    again = signed_in("alice")
    again.post(f"{SET_UP}check/", {"code": code})

    assert again.get("/staff/").status_code == 302


def test_a_recovery_code_opens_once_when_the_telephone_is_lost():
    make_user(office=real_office(), username="alice")
    client = confirmed("alice")
    set_up(client)
    codes = client.get(f"{SET_UP}codes/").context["unused_codes"]

    for opens in (True, False):
        other = signed_in("alice")
        other.post(f"{SET_UP}check/", {"code": codes[0]})
        assert (other.get("/staff/").status_code == 200) == opens


def test_the_recovery_codes_come_as_a_text_file_too():
    make_user(office=real_office(), username="alice")
    client = confirmed("alice")
    set_up(client)
    codes = client.get(f"{SET_UP}codes/").context["unused_codes"]

    file = client.get(f"{SET_UP}codes/file/")

    assert codes[0] in file.content.decode()


def test_removing_the_app_closes_the_door_again_for_a_mayor():
    make_user(role=Role.MAYOR, office=real_office(), username="alice")
    client = confirmed("alice")
    set_up(client)

    client.post(f"{SET_UP}app/remove/")

    assert client.get("/staff/")["Location"] == SET_UP


def test_wrong_codes_are_counted():
    alice = make_user(office=real_office(), username="alice")
    secret = with_app(alice)
    client = signed_in("alice")
    for _ in range(6):
        client.post(f"{SET_UP}check/", {"code": "000000"})

    client.post(f"{SET_UP}check/", {"code": code_of(secret)})

    assert client.get("/staff/").status_code == 302


@pytest.mark.parametrize(
    "page", ["", "app/", "keys/", "keys/add/", "check/", "confirm/", "codes/"]
)
def test_no_page_of_the_second_factor_runs_a_script_of_its_own(page):
    make_user(office=real_office(), username="alice")
    client = confirmed("alice")

    text = client.get(f"{SET_UP}{page}").content.decode()

    for script in text.split("<script")[1:]:
        head, body = script.split(">", 1)
        is_data = 'type="application/json"' in head
        assert is_data or ("src=" in head and body.startswith("</script>"))
    assert " style=" not in text
    assert "onclick" not in text


def test_a_security_key_of_somebody_else_is_not_found():
    office = real_office()
    bob = make_user(office=office)
    key = Authenticator.objects.create(
        user=bob, type=Authenticator.Type.WEBAUTHN, data={"name": "กุญแจของบ๊อบ"}
    )
    make_user(office=office, username="alice")
    client = confirmed("alice")

    for page in (f"keys/{key.pk}/", f"keys/{key.pk}/remove/"):
        assert client.get(SET_UP + page).status_code == 404
        assert client.post(SET_UP + page).status_code == 404


def test_adding_a_key_asks_the_browser_for_this_host_in_the_offices_name():
    office = real_office()
    make_user(office=office, username="alice")
    client = confirmed("alice")

    options = client.get(f"{SET_UP}keys/add/").context["js_data"]["creation_options"]

    assert options["publicKey"]["rp"]["id"] == f"office{office.pk}.localhost"
    assert options["publicKey"]["rp"]["name"] == str(office)


@pytest.mark.parametrize("credential", ["", "x", "{}", "[]", '{"id": 1}'])
def test_a_key_that_makes_no_sense_is_refused_in_words(credential):
    make_user(office=real_office(), username="alice")
    client = confirmed("alice")
    client.get(f"{SET_UP}keys/add/")

    answer = client.post(
        f"{SET_UP}keys/add/", {"name": "กุญแจ", "credential": credential}
    )

    assert answer.status_code in {200, 302}
    assert not Authenticator.objects.exists()
