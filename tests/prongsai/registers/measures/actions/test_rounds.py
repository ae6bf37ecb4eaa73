"""What is said of a measure in a round."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.registers.measures.actions import lines, rounds
from prongsai.registers.measures.models import FollowUp, Round
from tests.following import closed, later, make_field, said

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def test_say_keeps_progress_obstacle_and_what_comes_next(field):
    row = said(field, 40, obstacle=" ฝนตก ", next="ติดอีก 3 จุด")

    assert row.progress == 40
    assert (row.obstacle, row.next) == ("ฝนตก", "ติดอีก 3 จุด")
    assert (row.round, row.said_by) == ("month", field.alice)


def test_a_later_word_stands_beside_the_earlier_one(field):
    said(field, 40)
    said(field, 60, at=later(1))

    assert [row.progress for row in FollowUp.objects.order_by("pk")] == [40, 60]


def test_say_is_for_those_who_follow_the_measure(field):
    said(field, by=field.team.head)
    said(field, by=field.analyst)

    with pytest.raises(PermissionDenied):
        said(field, by=field.bob)


def test_say_refuses_a_day_on_which_no_round_ends(field):
    with pytest.raises(rounds.NotARound):
        said(field, ends_on=date(2025, 11, 29))
    with pytest.raises(rounds.NotARound):
        said(field, round=Round.HALF, ends_on=date(2026, 9, 30))


def test_say_refuses_a_round_that_has_not_begun(field):
    with pytest.raises(rounds.RoundNotBegun):
        said(field, ends_on=date(2025, 12, 31))


def test_the_six_and_twelve_month_rounds_are_open_from_the_first_day(field):
    said(field, round=Round.HALF, ends_on=date(2026, 3, 31))
    said(field, round=Round.YEAR, ends_on=date(2026, 9, 30))

    assert FollowUp.objects.count() == 2


@pytest.mark.parametrize("progress", [-1, 101])
def test_say_refuses_more_than_all_and_less_than_nothing(field, progress):
    with pytest.raises(rounds.ProgressOutOfRange):
        said(field, progress)


def test_say_refuses_a_number_without_a_word(field):
    with pytest.raises(rounds.NothingSaid):
        said(field, done=" ")


def test_say_refuses_once_the_measure_is_closed(field):
    closed(field)

    with pytest.raises(lines.NotFollowed):
        said(field)
