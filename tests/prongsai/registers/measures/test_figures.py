"""Figures of measures: values, wholes, rows without names, and the same when verified."""

from datetime import date

import pytest

from prongsai.foundations.evidence import actions as evidence
from prongsai.ita.thai.periods import Span
from prongsai.registers.measures import figures
from prongsai.registers.measures.actions import doing, parts
from prongsai.registers.measures.models import Measure
from tests.cast import NOW, TODAY, make_division
from tests.following import (
    day,
    given_part,
    make_field,
    reported,
    running,
    said,
    submitted_part,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

YEAR = Span(start=date(2025, 10, 1), end=date(2026, 9, 30))
LAST_YEAR = Span(start=date(2024, 10, 1), end=date(2025, 9, 30))


@pytest.fixture
def field():
    return make_field(measures=2)


def numbers(figure, period=YEAR):
    outcome = figure(period)
    return int(outcome.value), None if outcome.of is None else int(outcome.of)


def test_planned_counts_what_is_announced_and_runs_in_the_period(field):
    assert numbers(figures.planned) == (2, None)
    assert numbers(figures.planned, LAST_YEAR) == (0, None)


def test_planned_leaves_out_drafts_and_what_was_given_up(field):
    Measure.objects.filter(pk=field.measure.pk).update(
        state="dropped", dropped_because="ไม่มีงบ"
    )

    assert numbers(figures.planned) == (1, None)


def test_reported_counts_what_was_reported_by_the_end_of_the_period(field):
    reported(field)

    assert numbers(figures.reported) == (1, 2)
    assert numbers(
        figures.reported, Span(start=date(2025, 10, 1), end=date(2025, 11, 19))
    ) == (0, 2)
    assert numbers(figures.with_outcome_number) == (1, 1)


def test_steps_on_time_and_late_divide_what_was_due(field):
    running(field)
    doing.finish_step(field.steps[0], done_on=day(-1), by=field.alice, at=NOW)

    january = Span(start=date(2026, 1, 1), end=date(2026, 2, 28))

    assert numbers(figures.steps_on_time, january) == (1, 4)
    assert numbers(figures.steps_late, january) == (3, 4)
    assert numbers(figures.steps_done) == (1, None)


def test_followed_up_counts_measures_of_which_something_was_said(field):
    said(field, 40)
    said(field, 55)

    outcome = figures.followed_up(YEAR)

    assert numbers(figures.followed_up) == (1, 2)
    assert outcome.rows[0][-2:] == (date(2025, 11, 30), 55)


def test_parts_accepted_of_those_due(field):
    parts.accept(submitted_part(field), by=field.analyst, at=NOW)
    given_part(field, division=make_division())

    assert numbers(figures.parts_accepted) == (1, 2)


@pytest.mark.parametrize("figure", figures.FIGURES, ids=lambda f: f.key)
def test_every_figure_is_the_same_when_verified_and_names_nobody(field, figure):
    reported(field)
    said(field)
    given_part(field)

    stored = evidence.take(
        figure.key, start=date(2025, 10, 1), end=TODAY, by=field.analyst, at=NOW
    )

    assert evidence.verify(stored, at=NOW).is_same
    rows = figure.run(YEAR).rows
    assert field.alice.first_name not in str(rows)
