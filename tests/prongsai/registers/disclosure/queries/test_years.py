"""What changes from year to year: items that moved, new elements, a newer framework."""

import pytest

from prongsai.registers.disclosure.actions import years as actions
from prongsai.registers.disclosure.queries import years
from tests.cast import NOW
from tests.disclosing import make_disclosure, write_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_carrying_pairs_items_by_their_elements_whatever_their_number():
    before = make_disclosure(fiscal_year=2568)
    write_text(before.item("o20"), by=before.analyst, keys=["participation.topic"])
    year = actions.open_year(2569, by=before.analyst, at=NOW)

    found = years.carrying(year, from_year=before.year)

    one = next(o for o in found.items if o.item.code == "o19")
    assert one.before is not None
    assert (one.before.code, one.moved, len(one.parts)) == ("o20", True, 1)
    assert "participation.report" in one.new
    assert found.parts == 1


def test_nothing_to_renew_while_the_framework_says_the_same():
    made = make_disclosure()

    assert years.renewal(made.year) is None


def test_years_to_open_are_those_with_items_that_are_not_open():
    made = make_disclosure()

    found = years.to_open()

    assert made.year.fiscal_year not in found
    assert 2568 in found
