"""Positions: entered, edited, moved, abolished; and every refusal."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.directory.actions import refusals, seats
from prongsai.registers.directory.models import Branch, Seat, SeatKind
from prongsai.registers.directory.queries import directory as queries
from tests.cast import NOW, TODAY, make_office, make_user
from tests.chairs import BEGAN, make_keeper, make_seat, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LAST = date(2026, 9, 30)


def draft(**fields):
    said = {
        "branch": Branch.POLITICAL, "kind": SeatKind.MAYOR, "title_th": "นายกใหม่",
    }  # fmt: skip
    return seats.SeatDraft(**said | fields)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.CLERK, Role.ADMINISTRATOR])
def test_those_who_keep_the_directory_enter_positions(role):
    by = make_user(role=role)

    seat = make_seat(by)

    assert (seat.order, seat.version) == (1, 1)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.MAYOR, Role.AUDITOR])
def test_others_enter_no_position(role):
    by = make_user(role=role)

    with pytest.raises(PermissionDenied):
        make_seat(by)


def test_a_kind_belongs_to_its_side():
    by = make_keeper()

    with pytest.raises(refusals.SeatOfOtherSide):
        make_seat(by, branch=Branch.PERMANENT)


def test_edit_counts_a_version_and_refuses_a_stale_page():
    by = make_keeper()
    seat = make_seat(by)

    edited = seats.edit(seat, draft(), version=1, by=by, at=NOW)

    assert (edited.title_th, edited.version) == ("นายกใหม่", 2)
    with pytest.raises(StalePage):
        seats.edit(seat, draft(), version=1, by=by, at=NOW)


def test_a_position_cannot_stand_above_itself():
    by = make_keeper()
    top = make_seat(by)
    below = make_seat(by, kind=SeatKind.DEPUTY_MAYOR, reports_to=top)

    with pytest.raises(refusals.SeatInCircle):
        seats.edit(top, draft(reports_to=below), version=1, by=by, at=NOW)


def test_move_changes_places_on_the_same_side_only():
    by = make_keeper()
    first = make_seat(by)
    make_seat(by, branch=Branch.PERMANENT, kind=SeatKind.CLERK, title_th="ปลัด")
    third = make_seat(by, kind=SeatKind.DEPUTY_MAYOR)

    seats.move(third, up=True, by=by, at=NOW)
    seats.move(third, up=True, by=by, at=NOW)

    assert queries.seats_of(Branch.POLITICAL, on=TODAY) == [third, first]
    assert sorted(Seat.objects.values_list("order", flat=True)) == [1, 2, 3]


def test_a_position_that_is_held_is_not_abolished():
    by = make_keeper()
    term = make_term(by)

    with pytest.raises(refusals.SeatHeld) as refused:
        seats.abolish(term.seat, on=TODAY, by=by, at=NOW)

    assert refused.value.facts == {"count": 1}


def test_an_abolished_position_stays_on_record_and_is_not_changed_any_more():
    by = make_keeper()
    term = make_term(by, ends_on=date(2025, 1, 1))

    seat = seats.abolish(term.seat, on=TODAY, by=by, at=NOW)

    assert queries.seats_of(Branch.POLITICAL, on=TODAY) == []
    with pytest.raises(refusals.SeatAbolished):
        seats.edit(seat, draft(), version=2, by=by, at=NOW)
    with pytest.raises(refusals.SeatAbolished):
        seats.abolish(seat, on=TODAY, by=by, at=NOW)
    with pytest.raises(refusals.SeatAbolished):
        make_term(by, seat=seat, starts_on=TODAY)


def test_who_held_an_abolished_position_before_can_still_be_entered():
    by = make_keeper()
    seat = seats.abolish(make_seat(by), on=TODAY, by=by, at=NOW)

    term = make_term(by, seat=seat, starts_on=BEGAN, ends_on=date(2022, 1, 1))

    assert term.seat == seat


def test_the_deeds_with_positions_ask_who_does_them():
    by, other = make_keeper(), make_user()
    seat = make_seat(by)

    with pytest.raises(PermissionDenied):
        seats.edit(seat, draft(), version=1, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        seats.move(seat, up=True, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        seats.abolish(seat, on=LAST, by=other, at=NOW)


def test_a_position_of_another_office_is_not_found():
    seat = make_seat(make_keeper())
    by = make_keeper(make_office())

    with pytest.raises(Seat.DoesNotExist), tenancy.acting_for(by.organisation_id):
        seats.move(seat, up=True, by=by, at=NOW)
