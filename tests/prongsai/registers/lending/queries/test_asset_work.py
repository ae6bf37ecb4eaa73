"""What waits for whom: counts for members, letters for who keeps the register."""

from datetime import date

import pytest

from prongsai.registers.lending.actions import disposals
from prongsai.registers.lending.queries import asset_work
from prongsai.registers.lending.states.assets import DisposalHow
from tests.cast import NOW, TODAY, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_check, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_running_check_waits_for_its_members():
    make_office()
    opened, member = start_check()

    (item,) = asset_work.running_checks(member, TODAY)

    assert (item.href, item.due) == (opened.get_absolute_url(), opened.due_on)
    assert item.tone == "bad"
    assert asset_work.running_checks(make_user(), TODAY) == []


def test_a_check_waits_for_nobody_before_its_first_day():
    make_office()
    member = make_user()
    make_check(members=(member,))

    assert asset_work.running_checks(member, date(2025, 9, 30)) == []


def test_a_disposal_waits_for_its_letter():
    make_office()
    alice = keeper_of_the_register()
    approval = disposals.Approval(
        how=DisposalHow.SOLD, quantity=1, memo_number="1", memo_date=TODAY, on=TODAY
    )
    disposal = disposals.strike_off(make_asset(), approval, by=alice, at=NOW)

    (item,) = asset_work.letters_to_write(alice, TODAY)
    assert item.due == date(2025, 12, 20)

    disposals.tell_audit_office(disposal, letter="1", on=TODAY, by=alice, at=NOW)
    assert asset_work.letters_to_write(alice, TODAY) == []
    assert asset_work.letters_to_write(make_user(), TODAY) == []
