"""Circulars through their pages: written, sent, opened and acknowledged on a phone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from prongsai.registers.meetings.models import Audience, Circular
from prongsai.registers.meetings.queries import circulars as queries
from prongsai.registers.meetings.states import CircularState
from tests.cast import client_of
from tests.gathering import copy_of, drafted, make_circle, sent

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def said(**changes):
    return {
        "subject": "ขอความร่วมมือ",
        "text": "วรรคหนึ่ง\n\nวรรคสอง",
        "audience": Audience.EVERYONE,
        "asks_acknowledgement": "on",
        "due_on": "",
    } | changes


def test_a_circular_goes_round_and_is_acknowledged():
    circle = make_circle()
    writer, reader = client_of(circle.analyst), client_of(circle.officer)

    writer.post(url("circular_new"), said())
    circular = Circular.objects.get()
    writer.post(url("circular_send", circular.pk))
    page = reader.get(circular.get_absolute_url()).content.decode()
    assert url("circular_acknowledge", circular.pk) in page
    reader.post(url("circular_acknowledge", circular.pk))

    assert queries.counts(circular).acknowledged == 1
    assert copy_of(circular, circle.officer).read_at is not None
    page = reader.get(circular.get_absolute_url()).content.decode()
    assert url("circular_acknowledge", circular.pk) not in page
    assert str(circle.secretary) not in page
    assert (
        str(circle.secretary)
        in writer.get(circular.get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize(
    "wrong", [{"subject": ""}, {"text": ""}, {"audience": Audience.DIVISIONS}]
)
def test_a_bad_circular_comes_back(wrong):
    circle = make_circle()

    answer = client_of(circle.analyst).post(url("circular_new"), said(**wrong))

    assert answer.status_code == 422
    assert not Circular.objects.exists()


def test_a_circular_is_edited_reminded_closed_and_withdrawn():
    circle = make_circle()
    client = client_of(circle.analyst)
    first, second = drafted(circle), sent(circle)
    for_one = said(audience=Audience.PEOPLE, people=[circle.head.pk], version=1)

    client.post(url("circular_edit", first.pk), for_one)
    client.post(url("circular_withdraw", first.pk), {"reason": "ซ้ำ"})
    client.post(url("circular_remind", second.pk))
    client.post(url("circular_close", second.pk))

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (
        CircularState.WITHDRAWN,
        CircularState.CLOSED,
    )
    assert first.targets.get().person == circle.head
    assert client.get(first.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("name", ["edit", "send", "remind", "close", "withdraw"])
def test_an_addressee_manages_nothing(name):
    circle = make_circle()
    circular = sent(circle)

    answer = client_of(circle.officer).post(url(f"circular_{name}", circular.pk))

    assert answer.status_code == 403


def test_who_was_not_addressed_finds_nothing():
    circle = make_circle()
    circular = sent(circle, audience=Audience.PEOPLE, people=[circle.head])
    client = client_of(circle.officer)

    assert client.get(circular.get_absolute_url()).status_code == 404
    assert client.get(url("circular_new")).status_code == 403
    assert client.post(url("circular_acknowledge", circular.pk)).status_code == 404


def test_the_list_of_acknowledgements_is_a_file():
    circle = make_circle()
    circular = sent(circle)

    answer = client_of(circle.head).get(url("circular_acknowledgements", circular.pk))

    assert answer.content.startswith(b"%PDF")


def test_home_shows_what_waits():
    circle = make_circle()
    circular = sent(circle, due_on=timezone.localdate() + timedelta(days=400))

    page = client_of(circle.officer).get(reverse("staff_home")).content.decode()

    assert circular.get_absolute_url() in page


def test_the_list_asks_no_more_as_it_grows():
    circle = make_circle()
    client = client_of(circle.officer)
    sent(circle)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url("circulars")).status_code == 200
        return len(asked.captured_queries)

    questions()
    few = questions()
    for _ in range(5):
        sent(circle)

    assert questions() == few
