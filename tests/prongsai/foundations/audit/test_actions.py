"""History is chained and cannot be changed."""

import pytest
from django.db import DatabaseError, transaction

from prongsai.foundations.audit import actions
from prongsai.foundations.audit.models import Event
from tests.cast import NOW, make_user

pytestmark = pytest.mark.django_db


def test_record_chains_each_line_to_the_one_before():
    alice = make_user()

    first = actions.record("test.first", on=alice, by=alice, at=NOW)
    second = actions.record("test.second", on=alice, by=alice, at=NOW, kind="x")

    assert (first.number, second.number) == (1, 2)
    assert second.previous == first.digest
    assert actions.digest_of(Event.objects.get(number=2)) == second.digest


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_history(deed):
    alice = make_user()
    actions.record("test.first", on=alice, by=alice, at=NOW)

    rows = Event.objects.all()
    change = rows.delete if deed == "delete" else lambda: rows.update(verb="other")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()

    assert Event.objects.get().verb == "test.first"
