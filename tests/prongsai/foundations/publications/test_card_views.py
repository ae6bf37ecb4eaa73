"""Pictures for shared links at their addresses: for anyone, cached, only what stands."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import ADDRESS, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CARD = f"/card/{ADDRESS}.png"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path


def test_a_standing_publication_has_a_picture_that_is_cached():
    publish()

    answer = client_of(None).get(CARD)
    again = client_of(None).get(CARD, headers={"if-none-match": answer["ETag"]})

    assert answer["Content-Type"] == "image/png"
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert again.status_code == 304


def test_home_has_a_picture_of_the_office():
    make_office()

    answer = client_of(None).get("/card/home.png")

    assert answer.content.startswith(b"\x89PNG")


def test_what_is_not_published_or_withdrawn_has_none():
    version = publish()
    clerk = make_user(role=Role.CLERK)
    why = {"reason_th": "ผิด", "reason_en": "Wrong"}

    actions.withdraw(version.publication, **why, by=clerk, at=NOW)

    assert client_of(None).get(CARD).status_code == 404
    assert client_of(None).get("/card/nothing/here.png").status_code == 404
