"""What is to be done and by when: computed, never stored, for whom it concerns."""

from datetime import date

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.measures.actions import doing
from prongsai.registers.measures.models import Measure, Step
from prongsai.registers.measures.queries import board, work
from tests.cast import NOW, TODAY, make_division, make_user
from tests.following import day, given_part, make_field, reported, submitted_part

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    found = make_field()
    Step.objects.filter(pk=found.steps[0].pk).update(due_on=day(-3))
    return found


def kinds(rows):
    return [(row.kind, row.due_on) for row in rows]


def test_mine_is_sorted_by_date_and_holds_steps_parts_and_measures(field):
    given_part(field)

    assert kinds(work.mine(field.alice)) == [
        ("step", day(-3)),
        ("part", day(10)),
        ("step", date(2026, 2, 28)),
        ("measure", date(2026, 9, 30)),
    ]
    assert work.mine(field.bob) == []


def test_what_is_done_or_not_yet_approved_is_not_to_be_done(field):
    doing.finish_step(field.steps[0], done_on=TODAY, by=field.alice, at=NOW)
    assert "step" not in [row.kind for row in work.late(field.alice, on=TODAY)]

    Measure.objects.update(state="proposed")

    assert work.mine(field.alice) == []


def test_steps_of_a_reported_measure_are_no_longer_to_be_done(field):
    reported(field)

    assert work.mine(field.alice) == []
    assert work.late(field.clerk, on=TODAY) == []


def test_a_heading_is_not_work_its_points_are(field):
    heading = field.steps[0]
    Step.objects.filter(pk=field.steps[1].pk).update(parent=heading)

    steps = [row.pk for row in work.mine(field.alice) if row.kind == "step"]

    assert steps == [field.steps[1].pk]


def test_late_counts_days_from_the_date(field):
    (row,) = work.late(field.clerk, on=TODAY)

    assert (row.days_late(TODAY), row.tone(TODAY)) == (3, "bad")
    assert row.days_late(day(-3)) == 0
    assert work.late(field.clerk, on=day(-3)) == []


def test_late_is_seen_by_the_office_the_head_and_the_person(field):
    auditor = make_user(role=Role.AUDITOR)
    other = make_user(role=Role.HEAD, division=make_division())
    seen = {
        name: len(work.late(person, on=TODAY))
        for name, person in {
            "clerk": field.clerk, "mayor": field.team.mayor, "auditor": auditor,
            "analyst": field.analyst, "head": field.team.head, "alice": field.alice,
            "bob": field.bob, "other head": other,
        }.items()
    }  # fmt: skip

    assert seen == {
        "clerk": 1, "mayor": 1, "auditor": 1, "analyst": 1, "head": 1, "alice": 1,
        "bob": 0, "other head": 0,
    }  # fmt: skip


def test_a_step_without_a_division_belongs_to_that_of_its_measure(field):
    Step.objects.update(division=None, accountable=field.bob)

    assert len(work.late(field.team.head, on=TODAY)) == 1


def test_late_and_due_of_a_division(field):
    Step.objects.filter(pk=field.steps[1].pk).update(due_on=day(2))
    pks = {field.team.division.pk}

    assert work.late_and_due(pks, on=TODAY, until=day(6)) == (1, 1)
    assert work.count_late(on=TODAY) == 1


def test_home_lists_what_waits_for_each_person(field):
    part = submitted_part(field)

    assert [item.badge for item in work.steps_due(field.alice, TODAY)]
    assert work.parts_to_submit(field.alice, TODAY) == []
    (item,) = work.parts_to_accept(field.analyst, TODAY)
    assert item.href == part.get_absolute_url()
    assert work.parts_to_accept(field.alice, TODAY) == []


def test_home_lists_reported_measures_for_those_who_close_them(field):
    reported(field)

    assert len(work.measures_to_close(field.analyst, TODAY)) == 1
    assert work.measures_to_close(field.alice, TODAY) == []


def test_home_lists_a_part_to_submit(field):
    given_part(field)

    (item,) = work.parts_to_submit(field.alice, TODAY)
    assert item.due == day(10)


def titles(columns):
    return [len(column.cards) for column in columns]


def test_the_board_sorts_by_date(field):
    Step.objects.filter(pk=field.steps[1].pk).update(due_on=None)
    given_part(field)

    columns = board.by_due({field.team.division.pk}, on=TODAY)

    assert titles(columns) == [1, 1, 1, 1]


def test_the_board_by_state_says_how_far_each_measure_is(field):
    doing.finish_step(field.steps[1], done_on=TODAY, by=field.alice, at=NOW)

    columns = board.by_state({field.team.division.pk}, on=TODAY)

    (card,) = columns[1].cards
    assert (card.done, card.steps, card.tone) == (1, 2, "bad")
    assert titles(columns) == [0, 1, 0, 0]


def test_a_head_begins_with_the_own_division_others_with_all(field):
    own = board.chosen_divisions(field.team.head, None, asked=False, on=TODAY)
    everyone = board.chosen_divisions(field.clerk, None, asked=False, on=TODAY)
    asked = board.chosen_divisions(field.team.head, None, asked=True, on=TODAY)

    assert own.division == field.team.division
    assert everyone.division is None
    assert asked.pks == everyone.pks >= own.pks


def test_a_long_column_says_how_much_it_leaves_out():
    cards = [board.Card(title=str(n), href="/") for n in range(45)]
    pillar = board.Pillar(title="x", tone="plain", cards=cards)

    assert (len(pillar.shown), pillar.more) == (40, 5)
