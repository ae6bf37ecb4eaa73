"""The page of a division's part: written and submitted there, judged by others."""

import pytest
from django.urls import reverse

from prongsai.registers.measures.models import Part
from tests.cast import client_of
from tests.following import given_part, make_field, submitted_part

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def test_give(field):
    address = reverse("measures:part_give", args=[field.measure.pk])
    assert client_of(field.bob).get(address).status_code == 403
    client = client_of(field.analyst)
    assert client.get(address).status_code == 200

    answer = client.post(
        address,
        {
            "division": field.team.division.pk,
            "accountable": field.alice.pk,
            "due_on": "30/11/2568",
        },
    )

    assert answer.status_code == 302
    assert Part.objects.get().accountable == field.alice


def test_a_part_is_written_and_submitted_with_one_press(field):
    part = given_part(field)
    client = client_of(field.alice)
    assert "textarea" in client.get(part.get_absolute_url()).content.decode()

    said = {"text": "ครบแล้ว", "version": 1, "then": "submit"}
    client.post(part.get_absolute_url(), said)

    part.refresh_from_db()
    assert (part.state, part.text) == ("submitted", "ครบแล้ว")


def test_others_read_a_part_and_write_nothing(field):
    part = given_part(field)
    client = client_of(field.bob)

    assert "textarea" not in client.get(part.get_absolute_url()).content.decode()
    said = {"text": "x", "version": 1}
    assert client.post(part.get_absolute_url(), said).status_code == 403


def test_submit_return_and_accept(field):
    part = submitted_part(field)
    analyst = client_of(field.analyst)
    back = reverse("measures:part_return", args=[part.pk])
    assert analyst.get(back).status_code == 200

    analyst.post(back, {"reason": "ขาดภาพ"})
    part.refresh_from_db()
    assert part.state == "returned"
    assert (
        "ขาดภาพ" in client_of(field.alice).get(part.get_absolute_url()).content.decode()
    )

    client_of(field.alice).post(reverse("measures:part_submit", args=[part.pk]))
    analyst.post(reverse("measures:part_accept", args=[part.pk]))
    part.refresh_from_db()
    assert part.state == "accepted"
