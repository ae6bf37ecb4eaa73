"""The first steps of a new office are looked up, never ticked."""

from datetime import timedelta

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.sites.staff.first_run import LEADS, leads, looked_up
from tests.cast import (
    TODAY,
    current_office,
    give_post,
    make_division,
    make_office,
    make_user,
    settle,
)

pytestmark = pytest.mark.django_db


def done(office=None) -> list[bool]:
    steps = looked_up(office or current_office(), on=TODAY)
    return [step.done for step in steps][:5]


def test_a_new_office_has_everything_before_it():
    make_office()

    assert done() == [False] * 5


def test_an_office_is_filled_in_when_letters_can_be_written():
    office = make_office(address_th="1", phones="000", email="x@example.org")

    assert done(office)[0]
    office.letter_code = ""
    assert not done(office)[0]


def test_a_division_counts():
    make_office()
    make_division()

    assert done()[1]


@pytest.mark.parametrize(
    ("place", "role"), [(2, Role.HEAD), (3, Role.CLERK), (4, Role.MAYOR)]
)
def test_a_post_counts_while_somebody_holds_it(place, role):
    user = make_user(role=None)
    assert not done()[place]

    give_post(user, role=role, ends_on=TODAY - timedelta(days=1))
    assert not done()[place]

    give_post(user, role=role)
    assert done()[place]


def test_what_another_office_has_does_not_count():
    other = make_office()
    mine = make_office()
    make_division(office=other)
    settle(mine)

    assert not done(mine)[1]


@pytest.mark.parametrize("role", Role)
def test_those_who_set_an_office_up_lead(role):
    assert leads(make_user(role=role), on=TODAY) == (role in LEADS)


def test_every_step_leads_to_the_page_where_it_is_done():
    make_office()

    assert [s.label for s in looked_up(current_office(), on=TODAY) if not s.href] == []
