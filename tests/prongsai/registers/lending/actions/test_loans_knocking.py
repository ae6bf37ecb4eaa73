"""Visitors without an account: counted by the hour, told apart, forgotten."""

from datetime import timedelta

import pytest

from prongsai.registers.lending.actions import loans_knocking as actions
from prongsai.registers.lending.models import Attempt
from tests.cast import NOW, make_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def knock(address="192.0.2.1", at=NOW):
    visitor = actions.visitor_of(address, at=at)
    actions.knock(actions.REQUEST, visitor, by=None, at=at)


def test_the_sixth_request_in_an_hour_is_refused():
    make_office()
    for _n in range(5):
        knock()

    with pytest.raises(actions.TooManyTries):
        knock()


def test_other_visitors_other_doors_and_other_hours_are_not():
    make_office()
    for _n in range(5):
        knock()

    knock("192.0.2.2")
    knock(at=NOW + timedelta(hours=1))
    visitor = actions.visitor_of("192.0.2.1", at=NOW)
    actions.knock(actions.TRACK, visitor, by=None, at=NOW)

    assert Attempt.objects.count() == 4


def test_a_visitor_is_another_one_tomorrow():
    make_office()

    today = actions.visitor_of("192.0.2.1", at=NOW)
    tomorrow = actions.visitor_of("192.0.2.1", at=NOW + timedelta(days=1))

    assert today != tomorrow
    assert len(today) == 64


def test_knocks_are_forgotten_after_their_hour():
    make_office()
    knock()

    actions.forget_knocks(by=None, at=NOW)
    kept = Attempt.objects.count()
    actions.forget_knocks(by=None, at=NOW + timedelta(hours=1))

    assert (kept, Attempt.objects.count()) == (1, 0)
