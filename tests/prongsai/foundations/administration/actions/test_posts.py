"""Posts are given to others, by order where somebody acts, and end with a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.foundations.accounts.models import ActingKind, Role
from prongsai.foundations.accounts.queries import capacity, holders
from prongsai.foundations.administration.actions import posts
from prongsai.foundations.administration.actions.posts import Duty, Order
from prongsai.foundations.administration.refusals import (
    EndsTooEarly,
    LastAdministrator,
    PersonClosed,
)
from prongsai.foundations.audit.models import Event
from tests.cast import (
    NOW,
    TODAY,
    give_post,
    make_acting,
    make_division,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = timedelta(days=1)
MAYOR = Duty(role=Role.MAYOR, title_th="นายกเทศมนตรี", title_en="Mayor", starts_on=TODAY)
ORDER = Order(kind=ActingKind.ACTING, number="๑๒/๒๕๖๙", date=TODAY)


@pytest.fixture
def alice():
    return make_user(role=Role.ADMINISTRATOR)


def test_give_gives_a_post_and_writes_it_down(alice):
    bob = make_user(role=None)

    post = posts.give(bob, MAYOR, by=alice, at=NOW)

    assert capacity(bob, Role.MAYOR, on=TODAY)
    event = Event.objects.get()
    assert event.target == f"accounts.post:{post.pk}"
    assert event.facts == {"role": "mayor", "to": bob.pk}


def test_nobody_gives_a_post_to_themself(alice):
    with pytest.raises(PermissionDenied):
        posts.give(alice, MAYOR, by=alice, at=NOW)
    with pytest.raises(PermissionDenied):
        posts.appoint(alice, replace(MAYOR, ends_on=TODAY), ORDER, by=alice, at=NOW)


@pytest.mark.parametrize("role", [r for r in Role if r != Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_gives_or_ends_posts(role):
    by, bob = make_user(role=role), make_user(role=None)
    post, order = give_post(bob, role=Role.OFFICER), make_acting(bob, role=Role.CLERK)
    lasting = replace(MAYOR, ends_on=TODAY)

    for deed in (
        lambda: posts.give(bob, MAYOR, by=by, at=NOW),
        lambda: posts.end(post, ends_on=TODAY, by=by, at=NOW),
        lambda: posts.appoint(bob, lasting, ORDER, by=by, at=NOW),
        lambda: posts.end_appointment(order, ends_on=TODAY, by=by, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_closed_account_gets_nothing(alice):
    bob = make_user(is_active=False)

    with pytest.raises(PersonClosed):
        posts.give(bob, MAYOR, by=alice, at=NOW)


def test_a_post_does_not_end_before_it_begins(alice):
    bob = make_user()
    early = replace(MAYOR, ends_on=TODAY - DAY)

    with pytest.raises(EndsTooEarly):
        posts.give(bob, early, by=alice, at=NOW)
    with pytest.raises(EndsTooEarly):
        posts.appoint(bob, MAYOR, ORDER, by=alice, at=NOW)
    with pytest.raises(EndsTooEarly):
        posts.end(
            give_post(bob, role=Role.HEAD, starts_on=TODAY),
            ends_on=TODAY - DAY,
            by=alice,
            at=NOW,
        )
    with pytest.raises(EndsTooEarly):
        posts.end_appointment(
            make_acting(bob, role=Role.CLERK, starts_on=TODAY),
            ends_on=TODAY - DAY,
            by=alice,
            at=NOW,
        )


def test_the_last_day_of_a_post_still_counts(alice):
    bob = make_user(role=None)
    post = posts.give(bob, replace(MAYOR, starts_on=TODAY - DAY), by=alice, at=NOW)

    posts.end(post, ends_on=TODAY, by=alice, at=NOW)

    assert capacity(bob, Role.MAYOR, on=TODAY)
    assert capacity(bob, Role.MAYOR, on=TODAY + DAY) is None


def test_the_post_of_the_last_administrator_does_not_end(alice):
    post = alice.posts.get()

    with pytest.raises(LastAdministrator):
        posts.end(post, ends_on=TODAY, by=alice, at=NOW)

    make_user(role=Role.ADMINISTRATOR, is_active=False)
    with pytest.raises(LastAdministrator):
        posts.end(post, ends_on=TODAY, by=alice, at=NOW)

    make_user(role=Role.ADMINISTRATOR)
    assert posts.end(post, ends_on=TODAY, by=alice, at=NOW).ends_on == TODAY


def test_another_administrator_who_leaves_first_does_not_count(alice):
    bob = make_user(role=None)
    give_post(bob, role=Role.ADMINISTRATOR, ends_on=TODAY)

    with pytest.raises(LastAdministrator):
        posts.end(alice.posts.get(), ends_on=TODAY, by=alice, at=NOW)


@settings(max_examples=20)
@given(starts=st.integers(-40, 40), length=st.integers(0, 40), day=st.integers(-90, 90))
def test_an_order_holds_from_its_first_day_to_its_last(starts, length, day):
    bob = make_user(role=None)
    first = TODAY + starts * DAY
    order = make_acting(
        bob, role=Role.CLERK, starts_on=first, ends_on=first + length * DAY
    )

    found = capacity(bob, Role.CLERK, on=TODAY + day * DAY)

    assert (found is not None) == (starts <= day <= starts + length)
    order.delete()
    bob.delete()


def test_a_post_at_a_division_counts_for_its_sections(alice):
    finance = make_division()
    supplies = make_division(parent=finance)
    desk = make_division(parent=supplies)
    works = make_division()
    head = make_user(role=None)
    posts.give(
        head,
        replace(MAYOR, role=Role.HEAD, division=finance, title_th="ผู้อำนวยการกองคลัง"),
        by=alice,
        at=NOW,
    )

    for division in (finance, supplies, desk):
        assert capacity(head, Role.HEAD, on=TODAY, division=division)
    assert capacity(head, Role.HEAD, on=TODAY, division=works) is None
    section_head = make_user(role=Role.HEAD, division=supplies)
    assert capacity(section_head, Role.HEAD, on=TODAY, division=finance) is None


def test_holders_come_before_those_who_act(alice):
    acting = make_user(role=None)
    holder = make_user(role=None)
    lasting = replace(MAYOR, ends_on=date(2026, 9, 30))
    posts.appoint(acting, lasting, ORDER, by=alice, at=NOW)
    posts.give(holder, MAYOR, by=alice, at=NOW)

    found = holders(Role.MAYOR, on=TODAY)

    assert [each.user for each in found] == [holder, acting]
    assert found[1].acting is not None
