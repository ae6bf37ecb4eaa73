"""Whatever is done to a chain is found, with the number of the line."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.audit import actions, verifying
from prongsai.foundations.audit.models import ChainHead, Event
from prongsai.foundations.audit.verifying import Damage, Noted, verify
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_office, make_user
from tests.prongsai.foundations.audit.tampering import (
    open_the_table,
    rewrite,
    swap,
    write_lines,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Nine lines, and a table anybody may write in."""
    write_lines(9, by=make_user())
    open_the_table()


def told(report=None):
    report = report or verify()
    return [(p.damage, p.number, p.last) for p in report.problems]


def test_a_chain_nobody_touched_is_intact():
    write_lines(5, by=make_user())

    report = verify()

    assert report.is_intact
    assert (report.lines, report.number) == (5, 5)
    assert report.digest == Event.objects.get(number=5).digest


def test_an_office_without_history_is_intact():
    make_office()

    assert verify().is_intact


@pytest.mark.parametrize(
    "change",
    [
        {"verb": "other"},
        {"actor": "somebody"},
        {"target": "x:1"},
        {"at": NOW + timedelta(microseconds=1)},
        {"facts": {"step": 99}},
        {"previous": "0" * 64},
        {"digest": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_line_is_found(chain, change):
    Event.objects.filter(number=4).update(**change)

    assert told() == [(Damage.CHANGED, 4, 4)]


@pytest.mark.parametrize("number", [1, 4, 9])
def test_a_line_rewritten_with_a_fresh_digest_is_found(chain, number):
    rewrite(number, verb="other")

    assert told() == [(Damage.REWRITTEN, number, number)]


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 3), (4, 4), (4, 7)])
def test_missing_lines_are_found(chain, first, last):
    Event.objects.filter(number__range=(first, last)).delete()

    assert told() == [(Damage.MISSING, first, last)]


@pytest.mark.parametrize("first", [1, 9, 6])
def test_a_cut_end_is_found(chain, first):
    Event.objects.filter(number__gte=first).delete()

    assert told() == [(Damage.CUT, first, 9)]


@pytest.mark.parametrize(("one", "two"), [(3, 4), (2, 7), (1, 9), (8, 9)])
def test_lines_that_changed_places_are_found(chain, one, two):
    swap(one, two)

    found = verify().problems

    assert [(p.damage, p.number, p.other) for p in found] == [
        (Damage.MOVED, one, two),
        (Damage.MOVED, two, one),
    ]


def test_a_line_put_behind_the_end_is_found(chain):
    last = Event.objects.get(number=9)
    extra = Event(
        organisation_id=last.organisation_id,
        number=10,
        verb="x",
        target="x:1",
        at=NOW,
        previous=last.digest,
    )
    extra.digest = actions.digest_of(extra)
    extra.save()

    assert told() == [(Damage.INSERTED, 10, 10)]


def test_a_line_put_in_between_moves_the_others_and_is_found(chain):
    for number in range(9, 4, -1):
        Event.objects.filter(number=number).update(number=number + 1)
    before = Event.objects.get(number=4)
    extra = Event(
        organisation_id=before.organisation_id,
        number=5,
        verb="x",
        target="x:1",
        at=NOW,
        previous=before.digest,
    )
    extra.digest = actions.digest_of(extra)
    extra.save()
    ChainHead.objects.update(number=10)

    found = verify().problems

    assert [(p.damage, p.number, p.other) for p in found] == [
        (Damage.MOVED, n, n - 1) for n in range(6, 11)
    ]


def test_a_line_before_the_first_is_found(chain):
    first = Event.objects.get(number=1)
    first.pk, first.number = None, 0
    first.save()

    assert told() == [(Damage.INSERTED, 0, 0)]


def test_a_deleted_end_note_is_found(chain):
    ChainHead.objects.all().delete()

    assert told() == [(Damage.NO_HEAD, 9, 9)]


def test_a_chain_rewritten_as_a_whole_is_found_by_an_earlier_note(chain):
    noted = Noted(number=5, digest=Event.objects.get(number=5).digest)
    previous = verifying.START
    for number in range(1, 10):
        previous = rewrite(number, previous=previous, actor="x").digest
    ChainHead.objects.update(digest=previous)

    assert verify().is_intact
    assert told(verify(noted=[noted])) == [(Damage.NOT_AS_NOTED, 5, 5)]


def test_a_chain_that_is_gone_altogether_is_found_by_an_earlier_note(chain):
    Event.objects.all().delete()
    ChainHead.objects.all().delete()

    report = verify(noted=[Noted(number=5, digest="x")])

    assert told(report) == [(Damage.NOT_AS_NOTED, 5, 5)]


def test_after_a_hundred_problems_the_rest_is_counted(chain):
    write_lines(verifying.MOST_TOLD + 20, by=make_user())
    Event.objects.all().update(verb="other")

    report = verify()

    assert len(report.problems) == verifying.MOST_TOLD
    assert report.untold == 29


def test_another_offices_chain_is_its_own():
    write_lines(3, by=make_user())
    other = make_office()
    with tenancy.acting_for(other.pk):
        write_lines(2, by=make_user(office=other))

        report = verify()

    assert (report.is_intact, report.lines) == (True, 2)
    assert verify().lines == 3


@pytest.mark.parametrize(
    "at",
    [
        datetime(2025, 11, 20, 2, 0, 0, 123456, tzinfo=UTC),
        datetime(2025, 11, 20, 2, 0, 0, 1, tzinfo=UTC),
        datetime(2025, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7))),
        datetime(2025, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(1987, 1, 1, tzinfo=UTC),
    ],
)
def test_every_moment_comes_back_as_it_went_in(at):
    alice = make_user()

    actions.record("test.deed", on=alice, by=alice, at=at)

    assert verify().is_intact


facts = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
    max_size=4,
)


@given(content=facts)
def test_any_facts_come_back_as_they_went_in(content):
    event = Event(
        organisation_id=1, number=1, verb="v", target="t", at=NOW, facts=content
    )
    digest = actions.digest_of(event)
    event.facts = dict(reversed(content.items()))

    assert actions.digest_of(event) == digest
