"""The rounds of a fiscal year, and who said nothing."""

from datetime import date
from itertools import pairwise

import pytest

from prongsai.registers.measures.models import Measure, Round
from prongsai.registers.measures.queries import rounds
from tests.following import later, make_field, said

QUARTERS = [(2025, 12, 31), (2026, 3, 31), (2026, 6, 30), (2026, 9, 30)]


def ends(kind):
    return [period.ends_on for period in rounds.periods(2569, [kind])]


def test_a_year_has_twelve_months_four_quarters_a_half_and_itself():
    assert len(ends(Round.MONTH)) == 12
    assert ends(Round.QUARTER) == [date(*day) for day in QUARTERS]
    assert ends(Round.HALF) == [date(2026, 3, 31)]
    assert ends(Round.YEAR) == [date(2026, 9, 30)]


def test_months_follow_one_another_without_a_gap():
    months = rounds.periods(2567, [Round.MONTH])

    assert months[0].starts_on == date(2023, 10, 1)
    assert months[4].ends_on == date(2024, 2, 29)
    for one, next_ in pairwise(months):
        assert (next_.starts_on - one.ends_on).days == 1


def test_the_running_round_is_the_one_a_day_lies_in():
    def run(kind, *day):
        return rounds.running(2569, kind, on=date(*day)).ends_on

    assert run(Round.MONTH, 2025, 11, 20) == date(2025, 11, 30)
    assert run(Round.QUARTER, 2025, 12, 31) == date(2025, 12, 31)
    assert run(Round.HALF, 2026, 5, 1) == date(2026, 3, 31)
    assert run(Round.MONTH, 2027, 1, 1) == date(2026, 9, 30)
    assert run(Round.MONTH, 2025, 1, 1) == date(2025, 10, 31)


def test_rounds_that_begin_later_are_not_begun():
    begun = rounds.begun(2569, on=date(2025, 10, 1))

    assert [period.round for period in begun] == ["month", "quarter", "half", "year"]


def test_a_day_on_which_no_round_ends_has_none():
    assert rounds.period(2569, Round.MONTH, date(2025, 11, 29)) is None


@pytest.mark.django_db
def test_the_latest_word_of_a_round_counts_and_others_are_silent():
    field = make_field(measures=2)
    said(field, 10)
    said(field, 50, at=later(1))
    said(field, 90, ends_on=date(2025, 10, 31), at=later(2))
    november = rounds.period(2569, Round.MONTH, date(2025, 11, 30))
    assert november is not None

    words = rounds.said(rounds.followed(field.plan), november)

    assert {pk: row.progress for pk, row in words.items()} == {field.measure.pk: 50}


@pytest.mark.django_db
def test_the_trend_has_one_point_for_each_last_day():
    field = make_field()
    for progress, ends_on in ((10, date(2025, 10, 31)), (20, date(2025, 10, 31))):
        said(field, progress, ends_on=ends_on)
    said(field, 40)

    points = rounds.trend(rounds.history(field.measure))

    assert [point.progress for point in points] == [20, 40]


@pytest.mark.django_db
def test_measures_given_up_are_not_followed():
    field = make_field()
    Measure.objects.update(state="dropped", dropped_because="ไม่มีงบ")

    assert list(rounds.followed(field.plan)) == []
