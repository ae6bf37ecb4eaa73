"""What happened to a thing, for its own page."""

from datetime import timedelta

import pytest

from prongsai.foundations.audit import actions, queries
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_office, make_user

pytestmark = pytest.mark.django_db


def test_history_of_a_row_tells_its_moments_in_order():
    alice, bob = make_user(), make_user()
    actions.record("files.claimed", on=alice, by=alice, at=NOW)
    actions.record("files.hidden", on=alice, by=bob, at=NOW + timedelta(days=1))
    actions.record("files.hidden", on=bob, by=bob, at=NOW)

    moments = queries.history_of(alice)

    assert [moment.at for moment in moments] == [NOW, NOW + timedelta(days=1)]
    assert [moment.who for moment in moments] == [str(alice), str(bob)]
    assert "files." not in str(moments[0].title)


def test_history_of_a_row_does_not_tell_who_read_it():
    alice = make_user()
    actions.record_reading(on=alice, by=alice, at=NOW, fields="phone")

    assert queries.history_of(alice) == []


def test_history_of_a_row_names_nobody_for_a_citizen():
    alice = make_user()
    actions.record("files.claimed", on=alice, by=None, at=NOW)

    assert queries.history_of(alice)[0].who == ""


def test_history_of_a_row_knows_its_own_office_only():
    alice = make_user()
    other = make_office()
    with tenancy.acting_for(other.pk):
        actions.record("files.claimed", on=alice, by=None, at=NOW)

    assert queries.history_of(alice) == []


def test_history_of_a_row_asks_few_questions(django_assert_max_num_queries):
    alice = make_user()
    for n in range(30):
        actions.record("files.claimed", on=alice, by=alice, at=NOW, step=n)

    with django_assert_max_num_queries(2):
        assert len(queries.history_of(alice)) == 30
