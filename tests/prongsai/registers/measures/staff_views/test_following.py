"""Pages of the following-up: rounds, opened as the right person and refused to others."""

from datetime import date

import pytest
from django.urls import reverse

from prongsai.registers.measures.models import FollowUp, Measure
from tests.cast import client_of, make_user
from tests.following import make_field, said
from tests.planning import make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    """A plan whose year is the one in which the tests run."""
    return make_field()


def test_who_follows_a_measure_says_how_far_it_is(field):
    client = client_of(field.alice)
    address = reverse("measures:say", args=[field.measure.pk])
    page = client.get(address)
    assert page.status_code == 200

    answer = client.post(
        address,
        {"period": "month-2025-11-30", "progress": "๔๐", "done": "ติดป้ายแล้ว"},
    )

    assert answer.status_code == 302
    row = FollowUp.objects.get()
    assert (int(row.progress), row.done) == (
        40,
        "ติดป้ายแล้ว",
    )


def test_a_number_without_a_word_comes_back_with_the_reason(field):
    address = reverse("measures:say", args=[field.measure.pk])

    answer = client_of(field.alice).post(
        address, {"period": "month-2025-11-30", "progress": "40"}
    )

    assert answer.status_code == 422
    assert not FollowUp.objects.exists()


def test_a_colleague_says_nothing(field):
    address = reverse("measures:say", args=[field.measure.pk])

    assert client_of(field.bob).get(address).status_code == 403


def test_the_overview_names_the_silent_measures_first(field):
    Measure.objects.create(
        organisation=field.plan.organisation,
        plan=field.plan,
        order=2,
        state="running",
        title="มาตรการที่เงียบ",
        made_at=field.measure.made_at,
        made_by=field.analyst,
    )
    said(field)
    address = reverse("measures:rounds")
    query = {"plan": field.plan.pk, "kind": "month", "ends": "2025-11-30"}

    page = client_of(field.analyst).get(address, query)

    text = page.content.decode()
    assert page.status_code == 200
    assert text.index("มาตรการที่เงียบ") < text.index(field.measure.title)
    assert "1 / 2" in text


def test_the_overview_opens_in_an_office_without_a_plan():
    page = client_of(make_user()).get(reverse("measures:rounds"))

    assert page.status_code == 200


@pytest.mark.parametrize("kind", ["month", "quarter", "half", "year", "rubbish"])
def test_the_overview_opens_for_every_kind_of_round(kind):
    team = make_team()
    make_plan(team)

    page = client_of(team.head).get(reverse("measures:rounds"), {"kind": kind})

    assert page.status_code == 200


def test_the_history_is_drawn_as_a_line_once_there_are_two_rounds(field):
    said(field, 10, ends_on=date(2025, 10, 31))
    said(field, 40)

    page = client_of(field.alice).get(reverse("measures:say", args=[field.measure.pk]))

    assert "<svg" in page.content.decode()
