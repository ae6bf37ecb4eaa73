"""What is not public yet, told row by row."""

import pytest

from prongsai.registers.directory.actions import entries, people, seats
from prongsai.registers.directory.models import SeatKind
from prongsai.registers.directory.queries.channels import official
from prongsai.registers.directory.queries.differences import Change, differences
from prongsai.registers.directory.queries.public import snapshot
from tests.cast import NOW, TODAY
from tests.chairs import make_channel, make_keeper, make_seat, make_term, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def told():
    found = differences(snapshot(), on=TODAY)
    return [(one.part, one.change) for one in found]


def test_before_the_first_version_everything_is_new():
    make_term(make_keeper())

    assert told() == [
        (part, Change.NEW) for part in ("office", "seats", "people", "terms")
    ]


def test_nothing_differs_right_after_a_publication():
    by = make_keeper()
    make_term(by)

    publish(by)

    assert told() == []


def test_new_changed_gone_and_moved_rows_are_told():
    by = make_keeper()
    term = make_term(by)
    channel = make_channel(by)
    other = make_seat(by, kind=SeatKind.DEPUTY_MAYOR)
    publish(by)

    entries.retire(channel, by=by, at=NOW)
    new = people.PersonDraft(first_name="ชื่อ", last_name="ใหม่")
    people.edit(term.holder, new, version=1, by=by, at=NOW)
    seats.move(other, up=True, by=by, at=NOW)

    assert told() == [
        ("seats", Change.CHANGED),
        ("people", Change.CHANGED),
        ("channels", Change.GONE),
    ]


def test_numbers_of_the_directory_are_official_in_drafts_and_in_public():
    by = make_keeper()
    channel = make_channel(by, kind="phone", value="0 0000 1111, 0 0000 2222")
    make_term(by)
    publish(by)

    entries.retire(channel, by=by, at=NOW)

    assert {"0 0000 1111", "0 0000 2222"} <= official()
