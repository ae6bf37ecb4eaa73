"""The office, its names, hours and days are kept by administrators."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.administration.actions import divisions, office
from prongsai.foundations.administration.refusals import (
    DivisionInsideItself,
    DivisionInUse,
)
from prongsai.foundations.audit.models import Event
from prongsai.foundations.organisations import calendar, queries, tenancy
from prongsai.foundations.organisations.models import (
    Closure,
    Division,
    OfficeType,
    Organisation,
)
from prongsai.foundations.records.versions import StalePage
from tests.cast import NOW, current_office, make_division, make_office, make_user

pytestmark = pytest.mark.django_db
NAMES = {"type": "township", "name_th": "เทศบาลตำบลทดสอบ", "name_en": "Test Township"}
FINANCE = {"code": "finance", "name_th": "กองคลัง", "name_en": "Finance", "order": 2}


@pytest.fixture
def alice():
    return make_user(role=Role.ADMINISTRATOR)


def test_edit_changes_the_settings_and_nothing_else(alice):
    office.edit({"province": "ทดสอบ", "name_th": "อื่น"}, version=1, by=alice, at=NOW)

    found = current_office()
    assert (found.province, found.version) == ("ทดสอบ", 2)
    assert found.name_th != "อื่น"
    assert Event.objects.get().facts == {"fields": "province"}


def test_edit_refuses_a_page_gone_stale(alice):
    office.edit({"province": "ก"}, version=1, by=alice, at=NOW)

    with pytest.raises(StalePage):
        office.edit({"province": "ข"}, version=1, by=alice, at=NOW)


@pytest.mark.parametrize("role", [r for r in Role if r != Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_keeps_the_office(role):
    by, division = make_user(role=role), make_division()
    closure = Closure.objects.create(
        organisation=current_office(), day=date(2026, 1, 2), reason_th="ทดสอบ"
    )
    values = {"day": date(2026, 1, 5), "reason_th": "ทดสอบ"}

    for deed in (
        lambda: office.edit({}, version=1, by=by, at=NOW),
        lambda: office.rename(NAMES, since=date(2026, 1, 1), basis="", by=by, at=NOW),
        lambda: office.set_hours([], by=by, at=NOW),
        lambda: office.add_closure(values, by=by, at=NOW),
        lambda: office.remove_closure(closure, by=by, at=NOW),
        lambda: divisions.add(FINANCE, by=by, at=NOW),
        lambda: divisions.edit(division, FINANCE, version=1, by=by, at=NOW),
        lambda: divisions.retire(division, by=by, at=NOW),
        lambda: divisions.restore(division, by=by, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_rename_keeps_the_old_name_with_its_days(alice):
    old = current_office().name_th
    office.rename(NAMES, since=date(2025, 10, 1), basis="ประกาศทดสอบ", by=alice, at=NOW)

    office.rename(
        NAMES | {"type": "town"}, since=date(2026, 1, 1), basis="", by=alice, at=NOW
    )

    later, earlier = queries.former_names()
    assert (earlier.name_th, earlier.valid_from) == (old, None)
    assert earlier.valid_to == date(2025, 9, 30)
    assert (later.type, later.valid_from) == ("township", date(2025, 10, 1))
    assert current_office().type == OfficeType.TOWN


def test_hours_are_set_anew_for_the_whole_week(alice):
    office.set_hours(
        [(0, time(8), time(12)), (0, time(13), time(16))], by=alice, at=NOW
    )
    office.set_hours([(6, time(9), time(12))], by=alice, at=NOW)

    assert [row.weekday for row in queries.hours()] == [6]


def test_a_closed_day_moves_the_count_of_working_days(alice):
    friday = date(2025, 11, 21)
    before = calendar.add_working_days(date(2025, 11, 20), 1)

    closure = office.add_closure(
        {"day": friday, "reason_th": "น้ำท่วม"}, by=alice, at=NOW
    )

    assert before == friday
    assert not calendar.is_open(friday)
    assert calendar.add_working_days(date(2025, 11, 20), 1) == date(2025, 11, 24)
    office.remove_closure(closure, by=alice, at=NOW)
    assert calendar.is_open(friday)


def test_an_open_holiday_counts_as_a_working_day(alice):
    holiday = date(2025, 12, 5)
    values = {"day": holiday, "reason_th": "จัดงาน", "is_open": True}

    office.add_closure(values, by=alice, at=NOW)

    assert calendar.is_open(holiday)
    assert holiday in calendar.working_days(date(2025, 12, 1), date(2025, 12, 7))


def test_one_offices_closure_leaves_the_other_open(alice):
    friday = date(2025, 11, 21)
    office.add_closure({"day": friday, "reason_th": "น้ำท่วม"}, by=alice, at=NOW)
    other = make_office()

    with tenancy.acting_for(other.pk):
        assert calendar.is_open(friday)


def test_a_division_is_added_moved_and_retired(alice):
    finance = divisions.add(FINANCE, by=alice, at=NOW)
    supplies = divisions.add(
        FINANCE | {"code": "supplies", "parent": finance}, by=alice, at=NOW
    )

    with pytest.raises(DivisionInUse):
        divisions.retire(finance, by=alice, at=NOW)
    divisions.edit(supplies, {"parent": None}, version=1, by=alice, at=NOW)
    divisions.retire(finance, by=alice, at=NOW)

    assert queries.tree() == [(0, finance), (0, supplies)]
    assert not Division.objects.get(pk=finance.pk).is_active
    assert divisions.restore(finance, by=alice, at=NOW).is_active


def test_a_division_with_people_is_not_retired(alice):
    finance = divisions.add(FINANCE, by=alice, at=NOW)
    make_user(division=finance)

    with pytest.raises(DivisionInUse):
        divisions.retire(finance, by=alice, at=NOW)


def test_a_division_never_stands_under_itself(alice):
    finance = divisions.add(FINANCE, by=alice, at=NOW)
    section = divisions.add(
        FINANCE | {"code": "s", "parent": finance}, by=alice, at=NOW
    )

    for parent in (finance, section):
        with pytest.raises(DivisionInsideItself):
            divisions.edit(finance, {"parent": parent}, version=1, by=alice, at=NOW)


def test_two_divisions_never_share_a_short_code(alice):
    divisions.add(FINANCE, by=alice, at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        divisions.add(FINANCE, by=alice, at=NOW)


def test_found_makes_an_office_with_the_usual_hours_and_divisions():
    made = office.found(NAMES, host="NEW.example.org", by=None, at=NOW)

    with tenancy.acting_for(made.pk):
        divisions.add_usual(made, by=None, at=NOW)
        assert queries.hours().count() == 5
        assert queries.host_names() == ["new.example.org"]
        assert queries.divisions()[0].name_th == "สำนักปลัดเทศบาล"
        assert Event.objects.get(number=1).verb == "office.founded"
    assert Organisation.objects.count() == 1
