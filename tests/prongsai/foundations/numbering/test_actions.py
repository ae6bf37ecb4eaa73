"""Numbers follow one another without a gap, begin again with their year, and stay."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.numbering import actions, queries
from prongsai.foundations.numbering.errors import AlreadyVoid
from prongsai.foundations.numbering.models import Base, Number
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_acting, make_office, make_user

pytestmark = pytest.mark.django_db


def bangkok(year, month, day, hour=0, minute=0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def test_take_counts_from_one():
    alice = make_user()

    numbers = [actions.take("memo", by=alice, at=NOW) for _ in range(3)]

    assert [number.number for number in numbers] == [1, 2, 3]
    assert {number.given_by for number in numbers} == {alice}


def test_every_kind_and_every_office_counts_by_itself():
    alice, other = make_user(), make_office()
    actions.take("memo", by=alice, at=NOW)

    loan = actions.take("loan", by=alice, at=NOW)
    with tenancy.acting_for(other.pk):
        elsewhere = actions.take("memo", by=None, at=NOW)

    assert (loan.number, elsewhere.number) == (1, 1)


@pytest.mark.parametrize(
    ("base", "at", "year"),
    [
        (Base.CALENDAR, bangkok(2025, 12, 31, 23, 59), 2568),
        (Base.CALENDAR, bangkok(2026, 1, 1), 2569),
        (Base.FISCAL, bangkok(2025, 12, 31, 23, 59), 2569),
        (Base.FISCAL, bangkok(2026, 1, 1), 2569),
        (Base.FISCAL, bangkok(2026, 9, 30, 23, 59), 2569),
        (Base.FISCAL, bangkok(2026, 10, 1), 2570),
        (Base.CALENDAR, bangkok(2026, 10, 1), 2569),
    ],
)
def test_a_year_begins_at_midnight_in_bangkok(base, at, year):
    make_office()

    number = actions.take("memo", by=None, at=at, base=base)

    assert (number.year, number.number) == (year, 1)


def test_a_new_year_begins_at_one_and_the_old_one_goes_on():
    make_office()
    old, new = bangkok(2025, 12, 31), bangkok(2026, 1, 1)

    numbers = [actions.take("memo", by=None, at=at) for at in (old, new, new, old)]

    assert [str(number) for number in numbers] == [
        "1/2568",
        "1/2569",
        "2/2569",
        "2/2568",
    ]
    assert queries.gaps() == []


def test_a_deed_that_fails_gives_its_number_back():
    make_office()
    actions.take("memo", by=None, at=NOW)

    with transaction.atomic():
        actions.take("memo", by=None, at=NOW)
        transaction.set_rollback(True)
    after = actions.take("memo", by=None, at=NOW)

    assert after.number == 2
    assert queries.gaps() == []


def test_void_keeps_the_number_and_the_reason():
    clerk = make_user(role=Role.CLERK)
    number = actions.take("memo", by=clerk, at=NOW)

    actions.void(number, reason="พิมพ์ผิดฉบับ", by=clerk, at=NOW)
    following = actions.take("memo", by=clerk, at=NOW)

    kept = Number.objects.get(pk=number.pk)
    assert (kept.voided_by, kept.void_reason) == (clerk, "พิมพ์ผิดฉบับ")
    assert following.number == 2
    assert queries.gaps() == []
    assert "พิมพ์ผิดฉบับ" not in str(Event.objects.get(verb="numbering.voided").facts)


@pytest.mark.parametrize(
    "role",
    [Role.OFFICER, Role.HEAD, Role.MAYOR, Role.AUDITOR, Role.ADMINISTRATOR, None],
)
def test_void_is_the_clerks(role):
    user = make_user(role=role)
    number = actions.take("memo", by=user, at=NOW)

    with pytest.raises(PermissionDenied):
        actions.void(number, reason="x", by=user, at=NOW)

    assert Number.objects.get().voided_at is None


def test_void_is_also_theirs_who_acts_for_the_clerk():
    user = make_user()
    make_acting(user, role=Role.CLERK)
    number = actions.take("memo", by=user, at=NOW)

    assert actions.void(number, reason="x", by=user, at=NOW).voided_by == user


def test_void_twice_is_refused_and_keeps_the_first_reason():
    clerk = make_user(role=Role.CLERK)
    number = actions.take("memo", by=clerk, at=NOW)
    actions.void(number, reason="first", by=clerk, at=NOW)

    with pytest.raises(AlreadyVoid):
        actions.void(number, reason="second", by=clerk, at=NOW)

    assert Number.objects.get().void_reason == "first"


@pytest.mark.parametrize(
    "deed",
    [
        lambda rows: rows.delete(),
        lambda rows: rows.update(number=7),
        lambda rows: rows.update(kind="other"),
        lambda rows: rows.update(year=2570),
    ],
)
def test_the_database_keeps_every_number(deed):
    make_office()
    actions.take("memo", by=None, at=NOW)

    with pytest.raises(DatabaseError, match="keeps every number"), transaction.atomic():
        deed(Number.objects.all())

    assert str(Number.objects.get()) == "1/2568"


def test_the_database_keeps_what_was_declared_void():
    clerk = make_user(role=Role.CLERK)
    number = actions.take("memo", by=clerk, at=NOW)
    actions.void(number, reason="first", by=clerk, at=NOW)

    with pytest.raises(DatabaseError, match="keeps every number"), transaction.atomic():
        Number.objects.update(void_reason="second")


class Laws(TestCase):
    """Whatever is taken, given back and begun anew, nothing is missing or doubled."""

    @settings(max_examples=12)
    @given(
        deeds=st.lists(
            st.tuples(
                st.sampled_from(["memo", "loan"]),
                st.sampled_from([bangkok(2025, 9, 30), bangkok(2025, 10, 1)]),
                st.booleans(),
            ),
            max_size=15,
        )
    )
    def test_numbers_are_whole_after_any_deeds(self, deeds):
        office = make_office()
        with tenancy.acting_for(office.pk):
            for kind, at, fails in deeds:
                with transaction.atomic():
                    actions.take(kind, by=None, at=at, base=Base.FISCAL)
                    transaction.set_rollback(fails)

            kept = [(n.kind, n.year, n.number) for n in queries.given()]
            assert len(kept) == len(set(kept)) == sum(not d[2] for d in deeds)
            assert queries.gaps() == []
