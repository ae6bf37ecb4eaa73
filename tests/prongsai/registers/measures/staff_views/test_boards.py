"""My steps, the board of a division, everything late: who sees what, and how fast."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from prongsai.foundations.accounts.models import Role
from prongsai.registers.measures.models import Step
from tests.cast import client_of, make_division, make_user
from tests.following import given_part, make_field, reported, submitted_part

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    found = make_field()
    yesterday = timezone.localdate() - timedelta(days=1)
    Step.objects.filter(pk=found.steps[0].pk).update(due_on=yesterday, text="งานช้า")
    return found


def body(user, name, **query):
    answer = client_of(user).get(reverse(f"measures:{name}"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_my_list_has_my_steps_with_their_forms_and_nobody_elses(field):
    given_part(field)

    mine = body(field.alice, "mine")

    assert "งานช้า" in mine
    assert reverse("measures:step_finish", args=[field.steps[0].pk]) in mine
    assert "งานช้า" not in body(field.bob, "mine")


def test_my_list_shows_what_waits_for_my_look(field):
    submitted_part(field)
    reported(field)

    assert field.measure.get_absolute_url() in body(field.analyst, "mine")


def test_the_late_list_is_everybodys_for_the_clerk_and_ones_own_for_others(field):
    other = make_user(role=Role.HEAD, division=make_division())

    assert "งานช้า" in body(field.clerk, "late")
    assert "งานช้า" in body(field.team.head, "late")
    assert "งานช้า" in body(field.alice, "late")
    assert "งานช้า" not in body(other, "late")
    assert "งานช้า" not in body(field.bob, "late")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_late_list_can_be_taken_away(field, kind):
    answer = client_of(field.clerk).get(reverse("measures:late"), {"export": kind})

    assert answer.status_code == 200
    assert f"late.{kind}" in answer["Content-Disposition"]
    if kind == "csv":
        assert "งานช้า" in answer.content.decode("utf-8-sig")


def test_a_head_sees_the_own_division_first_and_may_choose_all(field):
    other = make_division()
    head = make_user(role=Role.HEAD, division=other)

    assert "งานช้า" in body(field.team.head, "board")
    assert "งานช้า" not in body(head, "board")
    assert "งานช้า" in body(head, "board", division="")
    assert "งานช้า" not in body(field.clerk, "board", division=other.pk)


def test_the_board_by_state_shows_the_measures_of_a_division(field):
    shown = body(field.team.head, "board", by="state")

    assert field.measure.title in shown


@pytest.mark.parametrize("name", ["mine", "board", "late"])
def test_longer_lists_ask_no_more(field, name):
    client = client_of(field.alice)
    address = reverse(f"measures:{name}")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)

    step = field.steps[0]
    for n in range(12):
        step.pk, step.text, step.due_on = None, f"งาน {n}", date(2025, 1, 1)
        step.save()
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)
