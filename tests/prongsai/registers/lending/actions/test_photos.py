"""Photos hang on the asset they show."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from PIL import Image

from prongsai.foundations.files import actions as files
from prongsai.foundations.files import queries
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.lending.actions import photos
from prongsai.registers.lending.queries.files import can_read_asset
from tests.cast import NOW, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def photo(by):
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(picture, "PNG")
    upload = ContentFile(picture.getvalue(), name="tent.png")
    return files.receive(upload, rules=FileRules(), by=by, at=NOW)


def test_add_hangs_photos_on_the_asset():
    make_office()
    asset, alice = make_asset(), keeper_of_the_register()

    photos.add(asset, [photo(alice)], by=alice, at=NOW)

    assert [file.name for file in queries.of(asset)] == ["tent.png"]


def test_only_the_supply_officer_adds():
    make_office()
    asset, bob = make_asset(), make_user()

    with pytest.raises(PermissionDenied):
        photos.add(asset, [photo(bob)], by=bob, at=NOW)

    assert not queries.of(asset).exists()


def test_who_sees_the_asset_sees_the_photo():
    make_office()
    asset = make_asset(internal_borrowable=False)
    colleague = make_user(division=asset.division)
    elsewhere = make_user(division=make_asset().division)

    assert can_read_asset(colleague, asset.pk)
    assert not can_read_asset(elsewhere, asset.pk)
