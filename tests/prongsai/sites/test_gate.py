"""Strangers at the back office are sent to sign in, and what they sent is kept."""

import pytest

from tests.cast import client_of, make_office, make_user

pytestmark = pytest.mark.django_db


def test_gate_sends_strangers_to_sign_in_and_back():
    make_office()

    response = client_of(None).get("/staff/ui/?a=1")

    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/staff/ui/%3Fa%3D1"


def test_gate_lets_people_of_the_office_pass():
    assert client_of(make_user()).get("/staff/").status_code == 200


def test_gate_keeps_out_people_of_another_office():
    stranger = make_user(office=make_office())
    other = make_office()
    client = client_of(stranger)
    client.defaults["HTTP_HOST"] = f"office{other.pk}.localhost"

    assert client.get("/staff/").status_code == 302


def test_gate_keeps_out_people_who_may_no_longer_sign_in():
    user = make_user()
    client = client_of(user)
    user.is_active = False
    user.save(update_fields=["is_active"])

    assert client.get("/staff/").status_code == 302


@pytest.mark.parametrize("path", ["/staff/", "/staff/ui/", "/staff/no/such/page/"])
def test_gate_shows_back_what_came_after_the_session_ended(path):
    make_office()

    response = client_of(None).post(path, {"purpose": "ใช้ในงานวัด", "password": "x9"})

    text = response.content.decode()
    assert response.status_code == 401
    assert "ท่านออกจากระบบแล้ว" in text
    assert "ใช้ในงานวัด" in text
    assert "x9" not in text
    assert 'href="/account/login/' in text


def test_gate_leaves_the_public_site_open():
    make_office()

    assert client_of(None).get("/").status_code == 200
    assert client_of(None).get("/staffing/").status_code == 404
