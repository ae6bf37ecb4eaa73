"""The page of what is published, and taking something back."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import queries
from tests.cast import client_of, make_user
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WHY = {"reason_th": "มีข้อผิดพลาด", "reason_en": "It was wrong"}


def test_the_clerk_takes_a_publication_back_with_a_reason():
    clerk = make_user(role=Role.CLERK)
    version = publish()
    client = client_of(clerk)
    address = f"/staff/publications/{version.publication_id}/withdraw/"

    shown, done = client.get(address), client.post(address, WHY)

    assert (shown.status_code, done.status_code) == (200, 302)
    assert queries.standing_versions() == []
    assert "มีข้อผิดพลาด" in client.get("/staff/publications/").content.decode()
    assert client.post(address, WHY).status_code == 409


def test_an_officer_sees_the_list_and_no_way_to_take_back():
    alice = make_user()
    version = publish()
    client = client_of(alice)
    address = f"/staff/publications/{version.publication_id}/withdraw/"

    page = client.get("/staff/publications/").content.decode()

    assert version.title in page
    assert address not in page
    assert client.post(address, WHY).status_code == 403


def test_a_withdrawal_without_a_reason_is_shown_again():
    clerk = make_user(role=Role.CLERK)
    version = publish()

    answer = client_of(clerk).post(
        f"/staff/publications/{version.publication_id}/withdraw/",
        {"reason_th": " ", "reason_en": "x"},
    )

    assert answer.status_code == 200
    assert len(queries.standing_versions()) == 1
