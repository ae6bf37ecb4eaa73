"""What a page says of a row's evidence, and how much of it still holds."""

from datetime import timedelta

import pytest

from prongsai.foundations.evidence import gathering, panels, queries
from prongsai.foundations.evidence.queries import Standing
from prongsai.foundations.files import queries as files
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, TODAY, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.gathering_cast import (
    END,
    KIND,
    make_file,
    registered,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def registers():
    with registered():
        yield


@pytest.mark.parametrize(
    ("days", "tone", "counted"),
    [
        (None, "ok", Standing(current=1, expired=0)),
        (31, "ok", Standing(current=1, expired=0)),
        (30, "warn", Standing(current=1, expired=0)),
        (0, "warn", Standing(current=1, expired=0)),
        (-1, "bad", Standing(current=0, expired=1)),
    ],
)
def test_expiry_is_computed_from_the_day_it_is_looked_at(days, tone, counted):
    alice, division = make_user(), make_division()
    until = None if days is None else TODAY + days * DAY
    make_file(division, alice, expires_on=until)

    found = panels.panel(division, user=alice, on=TODAY)

    assert found.items[0].badges[0].tone == tone
    assert queries.standing(KIND, [division.pk], on=TODAY) == {division.pk: counted}


def test_standing_answers_for_every_row_asked_and_counts_only_what_is_in_use():
    alice, one, other = make_user(), make_division(), make_division()
    old, new = make_file(one, alice), make_file(one, alice)
    gathering.replace(old, new, reason="เพราะ", by=alice, at=NOW)

    found = queries.standing(KIND, [one.pk, other.pk], on=END)

    assert found[one.pk] == Standing(current=1, expired=0)
    assert found[other.pk] == Standing(current=0, expired=0)


def test_the_panel_keeps_former_evidence_apart():
    alice, division = make_user(), make_division()
    row = make_file(division, alice)
    gathering.withdraw(row, reason="ผิดรายการ", by=alice, at=NOW)

    found = panels.panel(division, user=alice, on=TODAY)

    assert (found.items, len(found.former), found.may_add) == ([], 1, True)


def test_who_may_not_read_the_row_sees_nothing_and_opens_no_file():
    alice, division = make_user(), make_division()
    row = make_file(division, alice)
    charlie = make_user(office=make_office())

    found = panels.panel(division, user=charlie, on=TODAY)

    assert (found.items, found.former, found.may_add) == ([], [], False)
    assert files.readable(alice, pk=row.file_id, name=row.file.name) == row.file
    assert files.readable(charlie, pk=row.file_id, name=row.file.name) is None


def test_a_foreign_office_finds_no_evidence():
    alice, division = make_user(), make_division()
    make_file(division, alice)
    other = make_office()
    charlie = make_user(office=other)

    with tenancy.acting_for(other.pk):
        counted = queries.standing(KIND, [division.pk], on=TODAY)
        listed = list(queries.evidence_visible_to(charlie))
        shown = list(queries.gathered(division))

    assert counted[division.pk] == Standing(current=0, expired=0)
    assert (listed, shown) == ([], [])
    assert queries.evidence_visible_to(alice).count() == 1
