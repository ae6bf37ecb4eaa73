"""The invented register: every kind of loan is there, and the same seed makes the same."""

import hashlib
from collections import Counter
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.registers.lending.demo import make, making
from prongsai.registers.lending.models import Asset, Chase, Extension, Loan, Settlement
from prongsai.registers.lending.states.loans import LoanState
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def invented(seed):
    """Make an invented office and return what can be said of its loans."""
    office = make_office()
    settle(office)
    cast = make_people(office, since=TODAY.replace(year=TODAY.year - 3))
    make(cast, today=TODAY, random=Random(seed))  # noqa: S311  # no secret
    rows = Loan.objects.filter(organisation=office).order_by("year", "number")
    facts = rows.values_list(
        "year", "number", "state", "borrower_name", "purpose", "due_on", "returned_at"
    )
    return hashlib.sha256(repr(list(facts)).encode()).hexdigest()


def test_a_year_of_loans_stands_in_every_state_and_the_seed_decides():
    digest = invented(1)
    states = Counter(Loan.objects.values_list("state", flat=True))
    out = Loan.objects.filter(state=LoanState.HANDED_OVER)

    assert Loan.objects.count() >= making.LOANS * 0.9
    assert Asset.objects.count() > 50
    assert set(states) >= set(LoanState.values) - {"returned", "settling", "requested"}
    assert any(loan.is_overdue(on=TODAY) for loan in out)
    assert Chase.objects.exists()
    assert Extension.objects.exists()
    assert Settlement.objects.exists()
    assert digest == invented(1)
