"""Figures of lending: value, whole, rows without names, and the same again when run again."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.foundations.evidence import actions as evidence
from prongsai.ita.thai.periods import Span
from prongsai.registers.lending import figures
from prongsai.registers.lending.actions.loans_chasing import Knock, chase
from prongsai.registers.lending.models.loan_choices import ChaseChannel
from tests.borrowing import approved, day, later, lent, make_house, returned_loan
from tests.cast import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

YEAR = Span(start=date(2025, 10, 1), end=date(2026, 9, 30))
NEXT = Span(start=date(2026, 10, 1), end=date(2027, 9, 30))


def year_of_a_house():
    """Two back on time, one late and chased in time, one late and chased too late."""
    house = make_house()
    for _n in range(2):
        returned_loan(house, lent(house))
    for days in (10, 11):
        loan = lent(house)
        call = Knock(channel=ChaseChannel.PHONE, on=day(days))
        chase(loan, call, by=house.supply, at=later(days))
        returned_loan(house, loan, at=later(days))
    approved(house)
    return house


@pytest.mark.parametrize(
    ("run", "value", "of"),
    [
        (figures.loans, 4, None),
        (figures.returned_on_time, 2, 4),
        (figures.overdue, 2, 4),
        (figures.chased_in_time, 1, 2),
        (figures.divisions, 1, 1),
    ],
)
def test_a_figure_comes_with_its_whole(run, value, of):
    year_of_a_house()

    found = run(YEAR)

    assert found.value == Decimal(value)
    assert found.of == (None if of is None else Decimal(of))


@pytest.mark.parametrize("figure", figures.FIGURES, ids=lambda figure: figure.key)
def test_an_empty_period_gives_zero(figure):
    year_of_a_house()

    assert figure.run(NEXT).value == 0


@pytest.mark.parametrize("figure", figures.FIGURES, ids=lambda figure: figure.key)
def test_the_rows_hold_no_name(figure):
    house = year_of_a_house()

    rows = str(figure.run(YEAR).rows)

    assert house.alice.first_name not in rows
    assert "ผู้รับ สมมติ" not in rows


@pytest.mark.parametrize("figure", figures.FIGURES, ids=lambda figure: figure.key)
def test_a_stored_figure_is_the_same_when_it_is_run_again(figure):
    house = year_of_a_house()

    stored = evidence.take(
        figure.key, start=YEAR.start, end=YEAR.end, by=house.supply, at=NOW
    )

    assert evidence.verify(stored, at=NOW).is_same
