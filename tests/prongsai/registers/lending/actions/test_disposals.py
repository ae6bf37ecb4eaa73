"""Nothing leaves the register without an approved memo, and losses only as losses."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.registers.lending.actions import disposals
from prongsai.registers.lending.actions.assets import DayToCome, StruckOff
from prongsai.registers.lending.actions.missing import (
    Loss,
    NotThatMany,
    report_missing,
)
from prongsai.registers.lending.models.disposals import Disposal
from prongsai.registers.lending.states.assets import AssetState, DisposalHow
from tests.cast import NOW, TODAY, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SALE = disposals.Approval(
    how=DisposalHow.SOLD,
    quantity=1,
    memo_number="ทส 00001/77",
    memo_date=TODAY - timedelta(days=3),
    on=TODAY,
)
LOSS = replace(SALE, how=DisposalHow.WRITTEN_OFF)


def test_strike_off_takes_an_asset_off_the_register_with_its_memo():
    make_office()
    asset = make_asset()

    disposal = disposals.strike_off(asset, SALE, by=keeper_of_the_register(), at=NOW)

    asset.refresh_from_db()
    assert (asset.state, asset.quantity) == (AssetState.STRUCK_OFF, 1)
    assert (disposal.memo_number, disposal.told_on) == ("ทส 00001/77", None)
    assert Event.objects.latest("number").facts == {"how": "sold", "quantity": 1}


def test_some_of_a_lot_can_go():
    make_office()
    asset = make_asset(quantity=20)
    approval = replace(SALE, quantity=5)

    disposals.strike_off(asset, approval, by=keeper_of_the_register(), at=NOW)

    asset.refresh_from_db()
    assert (asset.state, asset.quantity) == (AssetState.IN_USE, 15)


def test_what_is_missing_can_only_be_written_off():
    make_office()
    asset, alice = make_asset(quantity=20), keeper_of_the_register()
    report_missing(asset, Loss(quantity=2), by=alice, at=NOW)

    with pytest.raises(NotThatMany):
        disposals.strike_off(asset, replace(SALE, quantity=19), by=alice, at=NOW)
    disposals.strike_off(asset, replace(LOSS, quantity=2), by=alice, at=NOW)

    asset.refresh_from_db()
    assert (asset.quantity, asset.missing) == (18, 0)


def test_what_is_there_cannot_be_written_off_as_lost():
    make_office()
    asset = make_asset()

    with pytest.raises(NotThatMany):
        disposals.strike_off(asset, LOSS, by=keeper_of_the_register(), at=NOW)

    assert not Disposal.objects.exists()


def test_a_lot_whose_rest_is_missing_goes_to_fact_finding():
    make_office()
    asset, alice = make_asset(quantity=3), keeper_of_the_register()
    report_missing(asset, Loss(quantity=1), by=alice, at=NOW)

    disposals.strike_off(asset, replace(SALE, quantity=2), by=alice, at=NOW)

    asset.refresh_from_db()
    assert (asset.state, asset.quantity, asset.missing) == (
        AssetState.FACT_FINDING,
        1,
        1,
    )


BAD_PAPERS = {
    "no memo": (replace(SALE, memo_number="  "), disposals.MemoNeeded),
    "before the memo": (
        replace(SALE, on=TODAY - timedelta(days=4)),
        disposals.BeforeTheMemo,
    ),
    "a day to come": (replace(SALE, on=TODAY + timedelta(days=1)), DayToCome),
    "none": (replace(SALE, quantity=0), NotThatMany),
    "too many": (replace(SALE, quantity=2), NotThatMany),
}


@pytest.mark.parametrize("wrong", BAD_PAPERS)
def test_bad_papers_are_refused(wrong):
    make_office()
    asset = make_asset()
    approval, refusal = BAD_PAPERS[wrong]

    with pytest.raises(refusal):
        disposals.strike_off(asset, approval, by=keeper_of_the_register(), at=NOW)

    asset.refresh_from_db()
    assert asset.state == AssetState.IN_USE


def test_nothing_is_struck_off_twice():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    disposals.strike_off(asset, SALE, by=alice, at=NOW)

    with pytest.raises(StruckOff):
        disposals.strike_off(asset, SALE, by=alice, at=NOW)


def test_only_the_supply_officer_strikes_off_and_tells():
    make_office()
    asset, other = make_asset(), make_asset()
    disposal = disposals.strike_off(other, SALE, by=keeper_of_the_register(), at=NOW)

    for role in set(Role) - {Role.SUPPLY_OFFICER}:
        bob = make_user(role=role)
        with pytest.raises(PermissionDenied):
            disposals.strike_off(asset, SALE, by=bob, at=NOW)
        with pytest.raises(PermissionDenied):
            disposals.tell_audit_office(disposal, letter="1", on=TODAY, by=bob, at=NOW)


def test_the_audit_office_is_told_once():
    make_office()
    alice = keeper_of_the_register()
    disposal = disposals.strike_off(make_asset(), SALE, by=alice, at=NOW)

    with pytest.raises(DayToCome):
        disposals.tell_audit_office(
            disposal, letter="9", on=TODAY + timedelta(days=1), by=alice, at=NOW
        )
    told = disposals.tell_audit_office(
        disposal, letter="ทส 9", on=TODAY, by=alice, at=NOW
    )
    with pytest.raises(disposals.AlreadyTold):
        disposals.tell_audit_office(disposal, letter="9", on=TODAY, by=alice, at=NOW)

    assert (told.told_letter, told.told_on, told.told_recorded_by) == (
        "ทส 9",
        TODAY,
        alice,
    )
