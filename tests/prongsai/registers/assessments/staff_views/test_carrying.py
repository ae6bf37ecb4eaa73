"""The pages of items carried over as people open them."""

import pytest
from django.urls import reverse

from prongsai.registers.assessments.models import (
    Carry,
    SelfCheck,
)
from tests.cast import NOW, client_of, make_office
from tests.readings import (
    analyst,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def browser():
    return client_of(analyst())


def at(name, *args):
    return reverse(f"assessments:{name}", args=args)


def test_an_item_is_confirmed_and_its_check_copied(browser):
    by = analyst()
    SelfCheck.objects.create(
        organisation_id=by.organisation_id, fiscal_year=2568, code="o12",
        points=50, ground="ก", checked_at=NOW, checked_by=by,
    )  # fmt: skip
    line = at("carry_line") + "?from=2568&code=o11"

    browser.post(line, {"relation": "renamed", "note": ""})
    browser.post(at("carry_copy"), {"from": "2568"})

    assert Carry.objects.get().relation == "renamed"
    assert SelfCheck.objects.get(fiscal_year=2569).code == "o11"


@pytest.mark.parametrize("address", ["?from=2400", "?from=x", "?from=2568&code=o99"])
def test_years_and_items_that_are_not_there_answer_404(browser, address):
    assert browser.get(at("carry_line") + address).status_code == 404
