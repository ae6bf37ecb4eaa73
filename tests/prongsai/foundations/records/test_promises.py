"""What the database promises by itself holds for rows that no deed has looked at."""

import pytest
from django.db import DatabaseError, connection, transaction

from prongsai.foundations.records.promises import no_overlap

pytestmark = pytest.mark.django_db

TABLE = "promised_days"
BOOKED = ("2026-03-10", "2026-03-20")
FOR_EVER = ("2026-03-10", None)


@pytest.fixture
def days():
    """Make a table that keeps the promise; a row is a thing, its days, and if it counts."""
    promise = no_overlap(TABLE, of="thing", when="NOT {row}is_off")
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE {TABLE} (id integer PRIMARY KEY, thing integer, "
            "starts_on date, ends_on date, is_off boolean)"
        )
        for statement in promise.statements(connection.vendor) * 2:
            cursor.execute(statement)
        yield cursor


def book(cursor, pk, days, *, thing=1, is_off=False):
    with transaction.atomic():
        cursor.execute(
            f"INSERT INTO {TABLE} VALUES (%s, %s, %s, %s, %s)",
            [pk, thing, *days, is_off],
        )


def booked(cursor):
    cursor.execute(f"SELECT id FROM {TABLE} ORDER BY id")
    return [pk for (pk,) in cursor.fetchall()]


@pytest.mark.parametrize("first", [BOOKED, FOR_EVER])
@pytest.mark.parametrize(
    "second",
    [
        ("2026-03-20", "2026-03-25"),
        ("2026-03-01", "2026-03-10"),
        ("2026-03-12", "2026-03-13"),
        ("2026-03-01", None),
    ],
)
def test_days_of_one_thing_that_meet_are_refused(days, first, second):
    book(days, 1, first)

    with pytest.raises(DatabaseError, match=f"{TABLE}_no_overlap"):
        book(days, 2, second)

    assert booked(days) == [1]


@pytest.mark.parametrize(
    "second",
    [("2026-03-21", "2026-03-25"), ("2026-03-21", None), ("2026-03-01", "2026-03-09")],
)
def test_days_beside_each_other_are_fine(days, second):
    book(days, 1, BOOKED)

    book(days, 2, second)

    assert booked(days) == [1, 2]


@pytest.mark.parametrize("fields", [{"thing": 2}, {"is_off": True}])
def test_another_thing_and_a_row_that_does_not_count_are_fine(days, fields):
    book(days, 1, BOOKED)

    book(days, 2, BOOKED, **fields)

    assert booked(days) == [1, 2]


def test_a_row_that_does_not_count_stands_in_nobodys_way(days):
    book(days, 1, BOOKED, is_off=True)

    book(days, 2, BOOKED)

    assert booked(days) == [1, 2]


def test_a_change_is_refused_like_a_new_row_and_a_row_never_meets_itself(days):
    book(days, 1, BOOKED)
    book(days, 2, BOOKED, is_off=True)
    days.execute(f"UPDATE {TABLE} SET ends_on = '2026-03-22' WHERE id = 1")

    with (
        pytest.raises(DatabaseError, match=f"{TABLE}_no_overlap"),
        transaction.atomic(),
    ):
        days.execute(f"UPDATE {TABLE} SET is_off = %s WHERE id = 2", [False])
