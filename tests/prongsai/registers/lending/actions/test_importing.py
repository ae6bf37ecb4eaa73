"""A file comes in as a whole or not at all."""

from time import monotonic

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.audit.models import Event
from prongsai.registers.lending.actions import importing
from prongsai.registers.lending.imports.checking import check
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.registers.lending.states.assets import EventKind
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.registers.lending.imports.files import HEADS
from tests.shelf import keeper_of_the_register, make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def kept(*codes, by=None):
    make_office()
    make_group(code="416")
    make_division(code="finance")
    lines = [[n, c, "เต็นท์", "416", "หลัง", "finance"] for n, c in enumerate(codes, 2)]
    draft = AssetImport(
        file_name="a.csv", sha256="0" * 64, table=[[0, *HEADS], *lines], rows=len(codes)
    )
    return importing.keep_file(draft, by=by or keeper_of_the_register(), at=NOW)


def test_confirm_enters_every_row_with_its_history():
    uploaded = kept("A", "B")

    count = importing.confirm(
        uploaded, check(uploaded).assets, by=keeper_of_the_register(), at=NOW
    )

    uploaded.refresh_from_db()
    assert count == Asset.objects.count() == 2
    assert AssetEvent.objects.filter(kind=EventKind.IMPORTED).count() == 2
    assert (uploaded.table, uploaded.confirmed_at) == ([], NOW)
    assert Event.objects.latest("number").facts == {"rows": 2}


def test_a_file_is_taken_over_once():
    uploaded, alice = kept("A"), keeper_of_the_register()
    assets = check(uploaded).assets
    importing.confirm(uploaded, assets, by=alice, at=NOW)

    with pytest.raises(importing.ImportOver):
        importing.confirm(uploaded, assets, by=alice, at=NOW)
    with pytest.raises(importing.ImportOver):
        importing.discard(uploaded, by=alice, at=NOW)

    assert Asset.objects.count() == 1


def test_codes_given_away_meanwhile_stop_the_whole_file():
    uploaded = kept("A", "B")
    assets = check(uploaded).assets
    make_asset(code="B")

    with pytest.raises(importing.ImportOutdated) as refusal:
        importing.confirm(uploaded, assets, by=keeper_of_the_register(), at=NOW)

    assert refusal.value.facts == {"count": 1}
    assert [asset.code for asset in Asset.objects.all()] == ["B"]


def test_a_row_the_database_refuses_takes_all_rows_back():
    uploaded = kept("A", "B")
    assets = check(uploaded).assets
    assets[1].quantity = 0

    with pytest.raises(DatabaseError), transaction.atomic():
        importing.confirm(uploaded, assets, by=keeper_of_the_register(), at=NOW)

    assert not Asset.objects.exists()


def test_a_discarded_file_is_gone():
    uploaded = kept("A")

    importing.discard(uploaded, by=keeper_of_the_register(), at=NOW)

    assert not AssetImport.objects.exists()


def test_only_the_supply_officer_brings_files_in():
    uploaded, bob = kept("A"), make_user()

    with pytest.raises(PermissionDenied):
        importing.keep_file(AssetImport(table=[], rows=0), by=bob, at=NOW)
    with pytest.raises(PermissionDenied):
        importing.confirm(uploaded, check(uploaded).assets, by=bob, at=NOW)
    with pytest.raises(PermissionDenied):
        importing.discard(uploaded, by=bob, at=NOW)


@pytest.mark.slow
def test_ten_thousand_rows_are_checked_and_entered_in_bounded_time():
    uploaded = kept(*(f"416-69-{n:05}" for n in range(10_000)))
    began = monotonic()

    importing.confirm(
        uploaded, check(uploaded).assets, by=keeper_of_the_register(), at=NOW
    )

    assert Asset.objects.count() == 10_000
    assert monotonic() - began < 40
