"""Groups of assets are a tree, kept by the supply officer."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.registers.lending.actions import groups
from prongsai.registers.lending.models.assets import AssetGroup
from tests.cast import NOW, make_office, make_user
from tests.shelf import keeper_of_the_register, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_save_group_enters_and_corrects():
    make_office()
    group = make_group(code="7440", useful_life=3)
    group.useful_life = 5

    groups.save_group(group, by=keeper_of_the_register(), at=NOW)

    assert AssetGroup.objects.get().useful_life == 5


def test_a_group_cannot_be_inside_itself_or_its_parts():
    make_office()
    outer = make_group()
    inner = make_group(parent=outer)

    for parent in (outer, inner):
        outer.parent = parent
        with pytest.raises(groups.GroupInsideItself):
            groups.save_group(outer, by=keeper_of_the_register(), at=NOW)


def test_only_the_supply_officer_saves_groups():
    make_office()

    with pytest.raises(PermissionDenied):
        groups.save_group(AssetGroup(code="1", name_th="ก"), by=make_user(), at=NOW)

    assert not AssetGroup.objects.exists()
