"""Several members count at once and nothing is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.lending.actions import checks, counting
from prongsai.registers.lending.models.checks import CheckItem, Surplus
from prongsai.registers.lending.states.assets import Condition
from tests.cast import NOW, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_check, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def one_line(**fields):
    make_office()
    make_asset(place="คลัง", **fields)
    opened, member = start_check()
    return CheckItem.objects.get(stock_check=opened), member


def surplus(opened):
    return Surplus(
        stock_check=opened,
        description="พัดลมไม่มีรหัส",
        place="ห้อง 3",
        condition=Condition.USABLE,
    )


def test_count_takes_what_is_not_said_from_the_register():
    item, member = one_line()

    seen = counting.count(
        item, counting.Sighting(found=1), version=1, by=member, at=NOW
    )

    assert (seen.found, seen.condition, seen.place) == (1, Condition.USABLE, "คลัง")
    assert (seen.counted_by, seen.version) == (member, 2)


def test_what_is_not_found_has_neither_condition_nor_place():
    item, member = one_line()
    sighting = counting.Sighting(found=0, condition=Condition.USABLE, place="ที่อื่น")

    seen = counting.count(item, sighting, version=1, by=member, at=NOW)

    assert (seen.found, seen.condition, seen.place, seen.lacking) == (0, "", "", 1)


def test_two_members_on_one_line_the_second_is_told():
    item, member = one_line()
    counting.count(item, counting.Sighting(found=1), version=1, by=member, at=NOW)

    with pytest.raises(StalePage):
        counting.count(item, counting.Sighting(found=0), version=1, by=member, at=NOW)

    item.refresh_from_db()
    assert item.found == 1


def test_a_line_can_be_counted_again_from_a_fresh_page():
    item, member = one_line(quantity=3)
    counting.count(item, counting.Sighting(found=2), version=1, by=member, at=NOW)

    counting.count(item, counting.Sighting(found=3), version=2, by=member, at=NOW)

    item.refresh_from_db()
    assert (item.found, item.version) == (3, 3)


@pytest.mark.parametrize("deed", ["count", "rest", "add", "remove"])
def test_only_members_count(deed):
    item, member = one_line()
    opened, alice = item.stock_check, keeper_of_the_register()
    noted = counting.add_surplus(surplus(opened), by=member, at=NOW)
    deeds = {
        "count": lambda: counting.count(
            item, counting.Sighting(found=1), version=1, by=alice, at=NOW
        ),
        "rest": lambda: counting.mark_rest_missing(opened, by=alice, at=NOW),
        "add": lambda: counting.add_surplus(surplus(opened), by=alice, at=NOW),
        "remove": lambda: counting.remove_surplus(noted, by=alice, at=NOW),
    }

    with pytest.raises(PermissionDenied):
        deeds[deed]()


@pytest.mark.parametrize("deed", ["count", "rest", "add", "remove"])
def test_nothing_is_counted_after_the_report(deed):
    item, member = one_line()
    opened = item.stock_check
    noted = counting.add_surplus(surplus(opened), by=member, at=NOW)
    counting.mark_rest_missing(opened, by=member, at=NOW)
    checks.report(opened, by=member, at=NOW)
    deeds = {
        "count": lambda: counting.count(
            item, counting.Sighting(found=1), version=2, by=member, at=NOW
        ),
        "rest": lambda: counting.mark_rest_missing(opened, by=member, at=NOW),
        "add": lambda: counting.add_surplus(surplus(opened), by=member, at=NOW),
        "remove": lambda: counting.remove_surplus(noted, by=member, at=NOW),
    }

    with pytest.raises(counting.NotCounting):
        deeds[deed]()


def test_nothing_is_counted_before_the_start():
    make_office()
    member = make_user()
    opened = make_check(members=(member,))

    with pytest.raises(counting.NotCounting):
        counting.add_surplus(surplus(opened), by=member, at=NOW)


def test_the_rest_is_what_nobody_counted():
    item, member = one_line()
    opened = item.stock_check
    counting.count(item, counting.Sighting(found=1), version=1, by=member, at=NOW)

    lines = counting.mark_rest_missing(opened, by=member, at=NOW)

    item.refresh_from_db()
    assert (lines, item.found) == (0, 1)


def test_a_surplus_noted_by_mistake_goes():
    item, member = one_line()
    noted = counting.add_surplus(surplus(item.stock_check), by=member, at=NOW)

    counting.remove_surplus(noted, by=member, at=NOW)

    assert not Surplus.objects.exists()
