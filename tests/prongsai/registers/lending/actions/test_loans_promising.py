"""The same thing is never promised twice: by count, by the database, by sixteen at once."""

import sys
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.registers.lending.actions.loans_promising import NotAvailable, promise
from prongsai.registers.lending.models import Reservation
from prongsai.registers.lending.queries.availability import (
    Days,
    calendar,
    free,
    in_store,
)
from tests.borrowing import approved, asked, day, lent, make_asset, make_house
from tests.cast import NOW, TODAY
from tests.crowds import own_database, run

PROGRAM = "tests.prongsai.registers.lending.actions.crowd"
OWNED, MOST, HORIZON = 5, 6, 12

wishes = st.lists(
    st.tuples(st.integers(0, HORIZON), st.integers(0, HORIZON), st.integers(1, OWNED)),
    min_size=1,
    max_size=MOST,
)


@pytest.mark.django_db
def test_a_promise_is_given_exactly_when_enough_is_free_on_every_day():
    house = make_house()
    chairs = make_asset(house, quantity=OWNED)
    loans = [asked(house, (chairs, OWNED)) for _n in range(MOST)]

    @settings(max_examples=25)
    @given(wishes)
    def law(wishes):
        with transaction.atomic():
            taken = dict.fromkeys(range(2 * HORIZON + 1), 0)
            for loan, wish in zip(loans, wishes, strict=False):
                first, length, number = wish
                days = range(first, first + length + 1)
                fits = all(taken[d] + number <= OWNED for d in days)
                assert _promised(loan, wish) == fits
                for d in days:
                    taken[d] += number * fits
            transaction.set_rollback(True)

    law()


def _promised(loan, wish):
    """Whether a promise was given for other days and another number than asked for."""
    first, length, number = wish
    (line,) = loan.lines.select_related("asset")
    line.approved = number
    loan.starts_on, loan.due_on = day(first), day(first + length)
    try:
        with transaction.atomic():
            promise(loan, [line], at=NOW)
    except NotAvailable:
        return False
    return True


def overlapping(loan, **fields):
    (line,) = loan.lines.all()
    return Reservation(
        organisation_id=loan.organisation_id,
        line=line,
        **{
            "asset_id": line.asset_id,
            "quantity": 1,
            "starts_on": loan.starts_on,
            "ends_on": loan.due_on,
            "is_single": True,
        }
        | fields,
    )


@pytest.mark.django_db
def test_the_database_itself_refuses_to_promise_one_thing_twice():
    house = make_house()
    first = Reservation.objects.get(line__loan=approved(house))
    second = overlapping(asked(house), asset_id=first.asset_id)

    with pytest.raises(DatabaseError), transaction.atomic():
        second.save()
    second.starts_on, second.ends_on = day(4), day(5)
    second.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Reservation.objects.filter(pk=second.pk).update(starts_on=day(3))


@pytest.mark.django_db
def test_the_database_lets_a_released_thing_be_promised_again():
    house = make_house()
    first = Reservation.objects.get(line__loan=approved(house))
    Reservation.objects.filter(pk=first.pk).update(released_at=NOW)

    overlapping(asked(house), asset_id=first.asset_id).save()

    assert Reservation.objects.filter(asset=first.asset_id).count() == 2


@pytest.mark.django_db
def test_what_is_overdue_is_in_the_way_until_it_is_back():
    house = make_house()
    chairs = make_asset(house, quantity=10)
    lent(house, (chairs, 4), due_on=day(1))
    later = TODAY + timedelta(days=2)
    days = Days(first=day(50), last=day(60), today=later)

    assert free([chairs], days)[chairs.pk] == 6
    assert in_store([chairs])[chairs.pk] == 6


@pytest.mark.django_db
def test_the_calendar_counts_day_by_day():
    house = make_house()
    chairs = make_asset(house, quantity=10)
    approved(house, (chairs, 4), starts_on=day(1), due_on=day(2))

    days = calendar(chairs, Days(first=day(0), last=day(3), today=TODAY))

    assert [(d.free, d.total) for d in days] == [(10, 10), (6, 10), (6, 10), (10, 10)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("owned", "each", "told"), [(1, 1, "1 15 1"), (10, 3, "3 13 9")]
)
def test_sixteen_at_once_get_what_there_is_and_no_more(tmp_path, owned, each, told):
    with own_database(tmp_path) as variables:
        command = [sys.executable, "-m", PROGRAM, str(owned), str(each)]

        assert run(command, variables) == told
