"""The pages of stored figures."""

from datetime import date

import pytest

from prongsai.foundations.evidence import actions
from prongsai.foundations.evidence.models import StoredFigure
from tests.cast import NOW, client_of, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
YEAR = {"start": date(2025, 10, 1), "end": date(2026, 9, 30)}


@pytest.fixture(autouse=True)
def figure():
    with offered():
        yield


def make_stored():
    make_division()
    return actions.take(KEY, **YEAR, by=None, at=NOW)


def test_the_list_shows_value_with_its_whole_and_period():
    alice = make_user()
    make_stored()

    text = client_of(alice).get("/staff/figures/").content.decode()

    assert "Divisions in use" in text
    assert "1 ต.ค. 2568" in text
    assert "1" in text


def test_the_list_can_be_taken_as_a_file():
    alice = make_user()
    make_stored()

    answer = client_of(alice).get("/staff/figures/?export=csv")

    assert b"Divisions in use" in answer.content


@pytest.mark.parametrize(("more", "words"), [(0, "alert ok"), (1, "alert warn")])
def test_verify_shows_whether_it_is_the_same(more, words):
    alice = make_user()
    stored = make_stored()
    for _n in range(more):
        make_division()

    answer = client_of(alice).post(f"/staff/figures/{stored.pk}/verify/")

    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_figure_is_taken_by_the_form_with_days_as_people_write_them():
    alice = make_user()

    answer = client_of(alice).post(
        "/staff/figures/take/",
        {"key": KEY, "start": "๑ ต.ค. ๒๕๖๘", "end": "30/9/2569"},
    )

    stored = StoredFigure.objects.get()
    assert answer.headers["Location"] == stored.get_absolute_url()
    assert (stored.start, stored.end) == (YEAR["start"], YEAR["end"])


@pytest.mark.parametrize(
    "change", [{"key": "no.such"}, {"start": "x"}, {"end": ""}, {"end": "1/1/2560"}]
)
def test_a_form_that_makes_no_sense_is_shown_again(change):
    alice = make_user()
    filled = {"key": KEY, "start": "1/10/2568", "end": "30/9/2569"} | change

    answer = client_of(alice).post("/staff/figures/take/", filled)

    assert answer.status_code == 200
    assert not StoredFigure.objects.exists()


def test_another_offices_figure_is_not_there():
    stored = make_stored()
    charlie = make_user(office=make_office())

    client = client_of(charlie)

    assert client.get(f"/staff/figures/{stored.pk}/").status_code == 404
    assert client.post(f"/staff/figures/{stored.pk}/verify/").status_code == 404
