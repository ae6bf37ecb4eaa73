"""Entries of the register: made, corrected, moved, repaired; refused where they must be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions import assets
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.states.assets import (
    AssetKind,
    AssetState,
    Condition,
    EventKind,
)
from tests.cast import NOW, TODAY, make_division, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DEEDS = {
    "edit": lambda asset, by: assets.edit(asset, {}, version=1, by=by, at=NOW),
    "move": lambda asset, by: assets.move(
        asset, assets.Movement(division=asset.division), by=by, at=NOW
    ),
    "send_to_repair": lambda asset, by: assets.send_to_repair(
        asset, assets.Repair(on=TODAY), by=by, at=NOW
    ),
    "take_back_from_repair": lambda asset, by: assets.take_back_from_repair(
        asset, assets.Repair(on=TODAY), by=by, at=NOW
    ),
    "change_condition": lambda asset, by: assets.change_condition(
        asset, Condition.DAMAGED, note="ขาด", by=by, at=NOW
    ),
}


def last_event(asset):
    return AssetEvent.objects.filter(asset=asset).latest("pk")


def test_register_enters_an_asset_with_its_first_line_of_history():
    make_office()

    asset = make_asset(code="416-69-0001")

    assert (asset.state, asset.version) == (AssetState.IN_USE, 1)
    assert last_event(asset).kind == EventKind.REGISTERED
    assert Event.objects.latest("number").verb == "lending.asset-registered"


def test_register_refuses_everybody_but_the_supply_officer():
    make_office()
    group, division = make_group(), make_division()
    draft = Asset(code="1", name_th="ก", unit="ตัว", group=group, division=division)

    for role in set(Role) - {Role.SUPPLY_OFFICER}:
        with pytest.raises(PermissionDenied):
            assets.register(draft, by=make_user(role=role), at=NOW)

    assert not Asset.objects.exists()


def test_register_refuses_a_code_that_is_taken():
    make_office()
    make_asset(code="416-69-0001")

    with pytest.raises(assets.CodeTaken) as refusal:
        make_asset(code="416-69-0001")

    assert refusal.value.facts == {"code": "416-69-0001"}


def test_two_offices_may_use_the_same_code():
    make_office()
    make_asset(code="416-69-0001")

    other = make_asset(code="416-69-0001", office=make_office())

    assert other.code == "416-69-0001"


def test_edit_keeps_what_stood_there_before():
    make_office()
    asset = make_asset(name_th="เต็นท์", unit_price=Decimal(100))
    wanted = {"name_th": "เต็นท์ใหญ่", "unit_price": Decimal(200), "unit": asset.unit}

    edited = assets.edit(asset, wanted, version=1, by=keeper_of_the_register(), at=NOW)

    assert (edited.name_th, edited.version) == ("เต็นท์ใหญ่", 2)
    assert last_event(asset).changes == {
        "name_th": ["เต็นท์", "เต็นท์ใหญ่"],
        "unit_price": ["100.00", "200"],
    }


def test_edit_without_a_change_writes_nothing():
    make_office()
    asset = make_asset()

    edited = assets.edit(
        asset, {"unit": asset.unit}, version=1, by=keeper_of_the_register(), at=NOW
    )

    assert edited.version == 1
    assert last_event(asset).kind == EventKind.REGISTERED


def test_edit_from_a_stale_page_is_refused():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    assets.edit(asset, {"unit": "ตัว"}, version=1, by=alice, at=NOW)

    with pytest.raises(StalePage):
        assets.edit(asset, {"unit": "คัน"}, version=1, by=alice, at=NOW)

    asset.refresh_from_db()
    assert asset.unit == "ตัว"


def test_edit_refuses_a_code_that_is_taken():
    make_office()
    asset, other = make_asset(), make_asset()

    with pytest.raises(assets.CodeTaken):
        assets.edit(
            asset,
            {"code": other.code},
            version=1,
            by=keeper_of_the_register(),
            at=NOW,
        )

    asset.refresh_from_db()
    assert asset.code != other.code


def test_edit_cannot_change_state_or_condition():
    make_office()
    asset = make_asset()
    wanted = {"state": AssetState.STRUCK_OFF, "condition": Condition.LOST}

    edited = assets.edit(asset, wanted, version=1, by=keeper_of_the_register(), at=NOW)

    assert (edited.state, edited.condition) == (AssetState.IN_USE, Condition.USABLE)


@pytest.mark.parametrize("deed", DEEDS)
def test_only_the_supply_officer_may(deed):
    make_office()
    asset = make_asset()

    for role in set(Role) - {Role.SUPPLY_OFFICER}:
        with pytest.raises(PermissionDenied):
            DEEDS[deed](asset, make_user(role=role, division=asset.division))

    assert Asset.objects.get().version == 1


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_happens_to_what_is_struck_off(deed):
    make_office()
    asset = make_asset()
    Asset.objects.update(state=AssetState.STRUCK_OFF)

    with pytest.raises(assets.StruckOff):
        DEEDS[deed](asset, keeper_of_the_register())


def test_move_writes_from_where_to_where():
    make_office()
    asset, bob = make_asset(place="คลัง"), make_user()
    before, after = asset.division, make_division()
    movement = assets.Movement(division=after, place="ห้อง 2", keeper=bob, note="ย้าย")

    moved = assets.move(asset, movement, by=keeper_of_the_register(), at=NOW)

    event = last_event(asset)
    assert (moved.division, moved.place, moved.keeper) == (after, "ห้อง 2", bob)
    assert (event.from_division, event.to_division) == (before, after)
    assert (event.from_place, event.to_place) == ("คลัง", "ห้อง 2")
    assert event.changes == {"keeper": ["", str(bob.pk)]}


def test_a_repair_goes_out_and_comes_back_with_its_cost():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    back = assets.Repair(
        on=TODAY, cost=Decimal("1500.50"), condition=Condition.USABLE, note="เปลี่ยนผ้าใบ"
    )

    sent = assets.send_to_repair(
        asset, assets.Repair(on=TODAY, note="ผ้าใบขาด"), by=alice, at=NOW
    )
    returned = assets.take_back_from_repair(asset, back, by=alice, at=NOW)

    assert sent.state == AssetState.UNDER_REPAIR
    assert returned.state == AssetState.IN_USE
    assert (last_event(asset).kind, last_event(asset).cost) == (
        EventKind.REPAIRED,
        Decimal("1500.50"),
    )


def test_only_what_is_in_use_goes_to_repair_and_only_what_is_there_comes_back():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()
    trip = assets.Repair(on=TODAY)

    with pytest.raises(InvalidMove):
        assets.take_back_from_repair(asset, trip, by=alice, at=NOW)
    assets.send_to_repair(asset, trip, by=alice, at=NOW)
    with pytest.raises(InvalidMove):
        assets.send_to_repair(asset, trip, by=alice, at=NOW)


@pytest.mark.parametrize("deed", [assets.send_to_repair, assets.take_back_from_repair])
def test_a_repair_has_no_day_to_come(deed):
    make_office()
    asset = make_asset()
    trip = assets.Repair(on=TODAY + timedelta(days=1))

    with pytest.raises(assets.DayToCome):
        deed(asset, trip, by=keeper_of_the_register(), at=NOW)


def test_change_condition_is_written_once():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()

    for _again in range(2):
        assets.change_condition(asset, Condition.WORN_OUT, note="ผุ", by=alice, at=NOW)

    lines = AssetEvent.objects.filter(asset=asset, kind=EventKind.CONDITION_CHANGED)
    assert [(e.from_condition, e.to_condition) for e in lines] == [
        (Condition.USABLE, Condition.WORN_OUT)
    ]


def test_the_database_refuses_a_durable_thing_of_which_there_is_none():
    make_office()

    with pytest.raises(DatabaseError), transaction.atomic():
        make_asset(quantity=0)

    assert make_asset(quantity=0, kind=AssetKind.CONSUMABLE).quantity == 0


def test_history_is_never_changed():
    make_office()
    event = last_event(make_asset())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AssetEvent.objects.filter(pk=event.pk).update(happened_on=date(2020, 1, 1))
