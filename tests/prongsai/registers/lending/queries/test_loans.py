"""Who sees which loans, and which loans wait for whom."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.queries import loans as queries
from tests.borrowing import (
    asked,
    asked_at_counter,
    checked,
    day,
    lent,
    make_asset,
    make_house,
)
from tests.cast import TODAY, make_division, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def seen_by(user):
    return set(queries.visible_to(user, on=TODAY))


@pytest.mark.parametrize(
    "role", [Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR]
)
def test_who_oversees_lending_sees_every_loan(role):
    house = make_house()
    loans = {asked(house), asked_at_counter(house)}

    assert seen_by(make_user(role=role, division=make_division())) == loans


def test_a_head_sees_what_the_division_lends_or_borrows():
    house = make_house()
    borrowing = asked(house, (make_asset(house, division=make_division()), 1))
    lending = asked_at_counter(house)
    other = make_user(role=Role.HEAD, division=make_division())

    assert seen_by(house.head) == {borrowing, lending}
    assert seen_by(other) == set()


def test_an_officer_sees_their_own_and_an_administrator_none():
    house = make_house()
    mine, _other = asked(house), asked_at_counter(house)

    assert seen_by(house.alice) == {mine}
    assert seen_by(make_user(role=Role.ADMINISTRATOR)) == set()


def test_a_loan_waits_for_whoever_the_matrix_names():
    house = make_house()
    inside, outside = checked(house), checked(house, on_premises=False)

    assert queries.to_decide(house.head, on=TODAY) == [inside]
    assert queries.to_decide(house.mayor, on=TODAY) == [outside]
    assert queries.to_decide(house.supply, on=TODAY) == []


def test_overdue_is_what_should_be_back_and_past_the_chase_what_nobody_chased():
    house = make_house()
    loan = lent(house)
    rows = queries.office_loans()

    assert list(queries.overdue(rows, on=day(3))) == []
    assert list(queries.overdue(rows, on=day(4))) == [loan]
    assert queries.past_the_chase(rows, on=day(10)) == []
    assert queries.past_the_chase(rows, on=day(11)) == [loan]
