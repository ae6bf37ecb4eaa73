"""Straight-line, month by month, as the books of the state want it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.registers.lending.models.assets import Asset, AssetGroup
from prongsai.registers.lending.queries.depreciation import depreciation
from prongsai.registers.lending.states.assets import AssetKind


def thing(**fields):
    return Asset(
        **{
            "unit_price": Decimal("12000.00"),
            "acquired_on": date(2024, 10, 1),
            "useful_life": 5,
            "quantity": 1,
            "group": AssetGroup(),
        }
        | fields
    )


@pytest.mark.parametrize(
    ("on", "months", "value"),
    [
        (date(2024, 10, 30), 0, "12000.00"),
        (date(2024, 10, 31), 1, "11800.00"),
        (date(2025, 9, 30), 12, "9600.00"),
        (date(2029, 8, 31), 59, "200.00"),
        (date(2029, 9, 30), 60, "1.00"),
        (date(2040, 1, 1), 60, "1.00"),
    ],
)
def test_a_share_is_written_down_each_month_and_a_baht_is_kept(on, months, value):
    found = depreciation(thing(), on=on)

    assert (found.months, found.value) == (months, Decimal(value))
    assert found.yearly == Decimal("2400.00")


def test_the_first_month_counts_when_it_came_in_its_first_half():
    early, late = (thing(acquired_on=date(2024, 10, day)) for day in (15, 16))

    assert depreciation(early, on=date(2024, 11, 30)).months == 2
    assert depreciation(late, on=date(2024, 11, 30)).months == 1


def test_the_group_lends_its_useful_life():
    lent = thing(useful_life=None, group=AssetGroup(useful_life=3))

    assert depreciation(lent, on=date(2025, 9, 30)).life == 3


@pytest.mark.parametrize("missing", ["unit_price", "acquired_on", "useful_life"])
def test_what_is_not_known_is_not_computed(missing):
    assert (
        depreciation(thing(**{missing: None}), on=date(2025, 9, 30)).reason == "unknown"
    )


@pytest.mark.parametrize(
    ("acquired_on", "price", "reason"),
    [
        (date(2019, 9, 30), "5000.00", ""),
        (date(2019, 9, 30), "4999.99", "below_threshold"),
        (date(2019, 10, 1), "9999.99", "below_threshold"),
        (date(2019, 10, 1), "10000.00", ""),
    ],
)
def test_cheap_things_are_not_written_down_by_the_rule_of_their_day(
    acquired_on, price, reason
):
    cheap = thing(acquired_on=acquired_on, unit_price=Decimal(price), quantity=3)

    assert depreciation(cheap, on=date(2025, 9, 30)).reason == reason


def test_consumables_are_not_written_down():
    paper = thing(kind=AssetKind.CONSUMABLE)

    assert depreciation(paper, on=date(2025, 9, 30)).reason == "consumable"


@given(
    price=st.decimals(10_000, 10_000_000, places=2),
    quantity=st.integers(1, 50),
    life=st.integers(1, 100),
    first=st.dates(date(2019, 10, 1), date(2030, 1, 1)),
    days=st.integers(0, 40_000),
)
def test_value_never_rises_and_never_goes_below_a_baht_each(
    price, quantity, life, first, days
):
    asset = thing(
        unit_price=price, quantity=quantity, useful_life=life, acquired_on=first
    )
    now = depreciation(asset, on=first)
    later = depreciation(asset, on=date.fromordinal(first.toordinal() + days))

    assert quantity <= later.value <= now.value <= price * quantity
