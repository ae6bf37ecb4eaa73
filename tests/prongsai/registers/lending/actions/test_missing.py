"""What is missing stays in the register until it is found or written off."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.actions import missing
from prongsai.registers.lending.actions.assets import StruckOff
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.states.assets import AssetState, Condition, EventKind
from tests.cast import NOW, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DEEDS = (missing.report_missing, missing.find_again, missing.establish_loss)


def loss(quantity=1):
    return missing.Loss(quantity=quantity, reference="12/2569", note="ไม่อยู่ในคลัง")


def test_a_single_thing_that_is_missing_goes_to_fact_finding():
    make_office()
    asset = make_asset()

    found = missing.report_missing(asset, loss(), by=keeper_of_the_register(), at=NOW)

    assert (found.state, found.missing, found.quantity) == (
        AssetState.FACT_FINDING,
        1,
        1,
    )
    assert AssetEvent.objects.latest("pk").kind == EventKind.MISSING


def test_a_lot_with_some_missing_stays_in_use():
    make_office()
    asset = make_asset(quantity=20)

    found = missing.report_missing(asset, loss(2), by=keeper_of_the_register(), at=NOW)

    assert (found.state, found.present, found.quantity) == (AssetState.IN_USE, 18, 20)


def test_what_is_found_again_is_in_use_again():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    missing.report_missing(asset, loss(), by=alice, at=NOW)
    missing.establish_loss(asset, loss(), by=alice, at=NOW)

    found = missing.find_again(asset, loss(), by=alice, at=NOW)

    assert (found.state, found.missing) == (AssetState.IN_USE, 0)
    assert found.condition == Condition.USABLE


def test_an_established_loss_deducts_nothing():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    missing.report_missing(asset, loss(), by=alice, at=NOW)

    lost = missing.establish_loss(asset, loss(), by=alice, at=NOW)

    assert (lost.condition, lost.quantity) == (Condition.LOST, 1)
    assert lost.state == AssetState.FACT_FINDING


@pytest.mark.parametrize("quantity", [0, 2])
@pytest.mark.parametrize("deed", DEEDS)
def test_not_more_than_there_are(deed, quantity):
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    if deed is not missing.report_missing:
        missing.report_missing(asset, loss(), by=alice, at=NOW)

    with pytest.raises(missing.NotThatMany):
        deed(asset, loss(quantity), by=alice, at=NOW)


@pytest.mark.parametrize("deed", DEEDS)
def test_only_the_supply_officer_may(deed):
    make_office()
    asset = make_asset()

    for role in set(Role) - {Role.SUPPLY_OFFICER}:
        with pytest.raises(PermissionDenied):
            deed(asset, loss(), by=make_user(role=role), at=NOW)

    assert Asset.objects.get().missing == 0


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_missing_from_what_was_struck_off(deed):
    make_office()
    asset = make_asset()
    Asset.objects.update(state=AssetState.STRUCK_OFF)

    with pytest.raises(StruckOff):
        deed(asset, loss(), by=keeper_of_the_register(), at=NOW)
