"""The annual check (ข้อ 213): order, start, report, decision, copy; and every refusal."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.ita.errors import InvalidMove
from prongsai.registers.lending.actions import checks, counting
from prongsai.registers.lending.actions.assets import DayToCome
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from prongsai.registers.lending.models.checks import CheckItem, StockCheck
from prongsai.registers.lending.states.assets import (
    AssetState,
    Condition,
    EventKind,
)
from prongsai.registers.lending.states.checks import CheckState
from tests.cast import NOW, TODAY, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_check, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SEPTEMBER = datetime(2025, 9, 20, 3, 0, tzinfo=UTC)


def see(item, found, *, by, **what):
    sighting = counting.Sighting(found=found, **what)
    return counting.count(item, sighting, version=item.version, by=by, at=NOW)


def line_of(asset):
    return CheckItem.objects.get(asset=asset)


def reported(*, by, opened):
    counting.mark_rest_missing(opened, by=by, at=NOW)
    return checks.report(opened, by=by, at=NOW)


def test_open_check_knows_its_days():
    make_office()

    opened = make_check(fiscal_year=2568)

    assert opened.starts_on == date(2025, 10, 1)
    # 30 working days later; 13 and 23 October are holidays.
    assert opened.due_on == date(2025, 11, 14)


def test_open_check_refuses_a_supply_officer():
    make_office()

    with pytest.raises(checks.SupplyOfficerAppointed):
        make_check(members=(make_user(), keeper_of_the_register()))

    assert not StockCheck.objects.exists()


def test_open_check_refuses_an_empty_committee():
    make_office()
    order = checks.Order(
        fiscal_year=2568, number="1", dated=date(2025, 9, 15), members=()
    )

    with pytest.raises(checks.NobodyAppointed):
        checks.open_check(order, by=keeper_of_the_register(), at=NOW)


def test_one_check_a_year_unless_it_was_cancelled():
    make_office()
    first = make_check()

    with pytest.raises(checks.CheckExists):
        make_check()
    checks.cancel(first, remark="ยกเลิกคำสั่ง", by=keeper_of_the_register(), at=NOW)

    assert make_check().fiscal_year == 2568


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.AUDITOR, None])
def test_orders_and_letters_are_entered_by_few(role):
    make_office()
    opened, bob = make_check(), make_user(role=role)
    order = checks.Order(
        fiscal_year=2567, number="1", dated=date(2024, 9, 1), members=(bob,)
    )

    with pytest.raises(PermissionDenied):
        checks.open_check(order, by=bob, at=NOW)
    with pytest.raises(PermissionDenied):
        checks.cancel(opened, remark="ไม่", by=bob, at=NOW)
    with pytest.raises(PermissionDenied):
        checks.tell_audit_office(opened, letter="1", on=TODAY, by=bob, at=NOW)


def test_start_freezes_the_list():
    make_office()
    make_asset(code="A", quantity=3, place="ห้อง 1")
    gone = make_asset(code="B")
    Asset.objects.filter(pk=gone.pk).update(state=AssetState.STRUCK_OFF)

    opened, _member = start_check()
    make_asset(code="C")

    lines = CheckItem.objects.filter(stock_check=opened)
    assert [(i.asset.code, i.expected, i.expected_place) for i in lines] == [
        ("A", 3, "ห้อง 1")
    ]


def test_start_waits_for_the_first_working_day():
    make_office()
    member = make_user()
    opened = make_check(members=(member,))

    with pytest.raises(checks.TooEarly):
        checks.start(opened, by=member, at=SEPTEMBER)

    opened.refresh_from_db()
    assert opened.state == CheckState.APPOINTED


def test_only_the_appointed_start_and_report():
    make_office()
    opened, alice = make_check(), keeper_of_the_register()

    with pytest.raises(PermissionDenied):
        checks.start(opened, by=alice, at=NOW)
    with pytest.raises(PermissionDenied):
        checks.report(opened, by=alice, at=NOW)
    with pytest.raises(PermissionDenied):
        checks.send_back(opened, remark="ไม่", by=alice, at=NOW)


def test_a_check_is_started_once_and_not_cancelled_afterwards():
    make_office()
    opened, member = start_check()

    with pytest.raises(InvalidMove):
        checks.start(opened, by=member, at=NOW)
    with pytest.raises(InvalidMove):
        checks.cancel(opened, remark="x", by=keeper_of_the_register(), at=NOW)


def test_report_wants_every_line_counted():
    make_office()
    make_asset()
    opened, member = start_check()

    with pytest.raises(checks.NotAllCounted) as refusal:
        checks.report(opened, by=member, at=NOW)

    assert refusal.value.facts == {"left": 1}


def test_a_report_can_be_sent_back_by_the_committee_and_by_the_mayor():
    make_office()
    opened, member = start_check()
    mayor = make_user(role=Role.MAYOR)

    for person in (member, mayor):
        checks.report(opened, by=member, at=NOW)
        again = checks.send_back(opened, remark="นับใหม่", by=person, at=NOW)
        assert (again.state, again.reported_by) == (CheckState.COUNTING, None)


def test_only_the_head_of_the_office_approves():
    make_office()
    opened, member = start_check()
    reported(by=member, opened=opened)

    for role in set(Role) - {Role.MAYOR}:
        with pytest.raises(PermissionDenied):
            checks.approve(opened, number="1", by=make_user(role=role), at=NOW)


def test_approve_wants_a_report():
    make_office()
    opened, _member = start_check()

    with pytest.raises(InvalidMove):
        checks.approve(opened, number="1", by=make_user(role=Role.MAYOR), at=NOW)


def test_approve_carries_over_what_was_seen():
    make_office()
    fine, worn, moved = (make_asset(code=code) for code in "ABC")
    opened, member = start_check()
    see(line_of(fine), 1, by=member)
    see(line_of(worn), 1, by=member, condition=Condition.WORN_OUT)
    see(line_of(moved), 1, by=member, place="โรงเรียน")
    reported(by=member, opened=opened)

    checks.approve(opened, number="77", by=make_user(role=Role.MAYOR), at=NOW)

    now = {a.code: (a.state, a.condition, a.place) for a in Asset.objects.all()}
    assert now == {
        "A": (AssetState.IN_USE, Condition.USABLE, "คลังพัสดุ"),
        "B": (AssetState.IN_USE, Condition.WORN_OUT, "คลังพัสดุ"),
        "C": (AssetState.IN_USE, Condition.USABLE, "โรงเรียน"),
    }
    assert AssetEvent.objects.filter(kind=EventKind.COUNTED).count() == 3


def test_approve_sends_what_was_not_found_to_fact_finding_and_deducts_nothing():
    make_office()
    gone, lot = make_asset(code="A"), make_asset(code="B", quantity=20)
    opened, member = start_check()
    see(line_of(lot), 18, by=member)
    reported(by=member, opened=opened)

    checks.approve(opened, number="77", by=make_user(role=Role.MAYOR), at=NOW)

    gone.refresh_from_db()
    lot.refresh_from_db()
    assert (gone.state, gone.quantity) == (AssetState.FACT_FINDING, 1)
    assert (lot.state, lot.quantity, lot.missing) == (AssetState.IN_USE, 20, 2)


def test_approve_notes_what_was_found_again():
    make_office()
    lot = make_asset(quantity=20)
    Asset.objects.update(missing=2)
    opened, member = start_check()
    see(line_of(lot), 20, by=member)
    reported(by=member, opened=opened)

    checks.approve(opened, number="77", by=make_user(role=Role.MAYOR), at=NOW)

    lot.refresh_from_db()
    assert lot.missing == 0


def test_approve_passes_over_what_was_struck_off_meanwhile():
    make_office()
    asset = make_asset()
    opened, member = start_check()
    reported(by=member, opened=opened)
    Asset.objects.update(state=AssetState.STRUCK_OFF)

    checks.approve(opened, number="77", by=make_user(role=Role.MAYOR), at=NOW)

    asset.refresh_from_db()
    assert (asset.state, asset.missing) == (AssetState.STRUCK_OFF, 0)


def test_the_copy_for_the_audit_office_closes_the_check():
    make_office()
    opened, member = start_check()
    alice = keeper_of_the_register()
    reported(by=member, opened=opened)
    with pytest.raises(InvalidMove):
        checks.tell_audit_office(opened, letter="5", on=TODAY, by=alice, at=NOW)
    checks.approve(opened, number="77", by=make_user(role=Role.MAYOR), at=NOW)

    with pytest.raises(DayToCome):
        checks.tell_audit_office(
            opened, letter="5", on=date(2025, 12, 1), by=alice, at=NOW
        )
    closed = checks.tell_audit_office(opened, letter="5", on=TODAY, by=alice, at=NOW)

    assert (closed.state, closed.told_letter) == (CheckState.CLOSED, "5")
