"""Figures of results: the announced points of the year a period ends in."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.foundations.evidence import actions as evidence
from prongsai.ita.thai.periods import Span
from prongsai.registers.assessments import figures
from tests.cast import NOW, make_office
from tests.results import make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

YEAR = Span(start=date(2024, 10, 1), end=date(2025, 9, 30))
NEXT = Span(start=date(2025, 10, 1), end=date(2026, 9, 30))
BY_KEY = {figure.key: figure for figure in figures.FIGURES}


@pytest.mark.parametrize(
    ("key", "value"),
    [("total", "88.94"), ("points_lost", "11.06"), ("indicator_7", "84.15")],
)
def test_a_figure_is_what_was_announced(key, value):
    make_office()
    make_result(2568, total=Decimal("88.94"))

    found = BY_KEY[f"assessments.{key}"].run(YEAR)

    assert (found.value, found.of) == (Decimal(value), Decimal(100))
    assert len(found.rows) == 1


@pytest.mark.parametrize("key", BY_KEY)
def test_a_year_without_a_confirmed_result_gives_zero_without_rows(key):
    make_office()
    make_result(2568)
    make_result(2569, confirmed=False, total=Decimal(90))

    found = BY_KEY[key].run(NEXT)

    assert found.value == 0
    assert not found.rows


def test_a_figure_is_taken_and_is_the_same_when_run_again():
    make_office()
    make_result(2568, total=Decimal("88.94"))

    stored = evidence.take(
        "assessments.total", start=YEAR.start, end=YEAR.end, by=the_analyst(), at=NOW
    )

    assert evidence.verify(stored, at=NOW).is_same
