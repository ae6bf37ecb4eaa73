"""What lending can show for the assessment: keys that exist, content, what is missing."""

import pytest

from prongsai.ita.frameworks.loader import load
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.lending.actions.loans_publishing import (
    confirm_register,
    propose_register,
)
from prongsai.registers.lending.disclosures import DISCLOSURES
from tests.borrowing import asked_on_website, lent, make_asset, make_house
from tests.cast import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def ask(key, house):
    return DISCLOSURES[key](house.office, first_day(2569), last_day(2569))


def test_every_key_is_one_the_framework_asks_for():
    known = {e.key for item in load(2569).items or () for e in item.elements or ()}

    assert set(DISCLOSURES) <= known


def test_the_register_counts_once_it_is_published():
    house = make_house()
    lent(house)

    before = ask("integrity.result.output", house)
    proposal = propose_register(2569, by=house.supply, at=NOW)
    confirm_register(proposal, by=house.head, at=NOW)
    after = ask("integrity.result.output", house)

    assert before.missing == ("register-not-published",)
    assert (after.missing, after.content["lent"]) == ((), 1)


def test_the_service_needs_something_to_borrow():
    house = make_house()

    assert ask("eservice.system", house).missing == ("nothing-lent-to-residents",)
    make_asset(house)
    assert ask("eservice.system", house).missing == ()


def test_statistics_say_zero_and_count_what_came_online():
    house = make_house()

    before = ask("eservice.statistics.counts", house).content
    asked_on_website(house)
    after = ask("eservice.statistics.counts", house).content

    assert (before["online"], after["online"]) == (0, 1)


@pytest.mark.parametrize("key", sorted(DISCLOSURES))
def test_every_disclosure_answers(key):
    house = make_house()

    assert isinstance(ask(key, house).missing, tuple)
