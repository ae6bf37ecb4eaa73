"""Resolutions: written down, carried out, given up, open again; and every refusal."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.meetings.actions import refusals, resolving
from prongsai.registers.meetings.models import Resolution
from prongsai.registers.meetings.states import ResolutionState
from tests.cast import TODAY
from tests.gathering import (
    DAY,
    LATER,
    called,
    doing,
    first_item,
    make_circle,
    minuted,
    resolved,
    to_do,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_resolution_with_an_owner_is_open_until_it_is_late():
    mine = resolved(make_circle())

    assert (mine.state, mine.place) == (ResolutionState.OPEN, 1)
    assert mine.is_overdue(on=DAY + timedelta(days=11))
    assert not mine.is_overdue(on=DAY + timedelta(days=10))


def test_nothing_due_has_no_owner():
    circle = make_circle()
    mine = resolved(circle)
    draft = resolving.ResolutionDraft(text="รับทราบ")

    noted = resolving.resolve(mine.item, draft, by=circle.secretary, at=LATER)

    assert (noted.state, noted.place) == (ResolutionState.NOTED, 2)
    with pytest.raises(refusals.ResolutionUnowned):
        resolving.reopen(noted, reason="x", by=circle.secretary, at=LATER)


@pytest.mark.parametrize("lacking", [{"accountable": None}, {"due_on": None}])
def test_what_is_to_be_done_has_one_owner_and_a_day(lacking):
    circle = make_circle()
    row = resolved(circle)
    full = {"text": "ก", "accountable": circle.member, "due_on": TODAY}
    draft = resolving.ResolutionDraft(**full | lacking)

    with pytest.raises(refusals.ResolutionUnowned):
        resolving.resolve(row.item, draft, by=circle.secretary, at=LATER)
    with pytest.raises(refusals.ResolutionUnowned):
        resolving.reword(row, draft, version=1, by=circle.secretary, at=LATER)


def test_a_resolution_is_corrected_by_one_at_a_time():
    circle = make_circle()
    row = resolved(circle)
    by = doing(circle.secretary, LATER)

    resolving.reword(row, to_do(circle, text="ให้ทำใหม่"), version=1, **by)

    with pytest.raises(StalePage):
        resolving.reword(row, to_do(circle), version=1, **by)
    assert Resolution.objects.get().text == "ให้ทำใหม่"


def test_nothing_is_resolved_before_the_meeting():
    circle = make_circle()
    item = first_item(called(circle))

    with pytest.raises(refusals.MinutesClosed):
        resolving.resolve(item, to_do(circle), by=circle.secretary, at=LATER)


def test_the_owner_says_that_it_is_done():
    circle = make_circle()
    row = minuted(circle).resolutions.get()

    done = resolving.finish(row, done_on=DAY, note="ส่งแล้ว", by=circle.member, at=LATER)

    assert (done.state, done.settled_by) == (ResolutionState.DONE, circle.member)
    with pytest.raises(InvalidMove):
        resolving.finish(row, done_on=DAY, note="", by=circle.member, at=LATER)


def test_nothing_is_done_tomorrow():
    circle = make_circle()
    row = resolved(circle)

    with pytest.raises(refusals.DoneInFuture):
        resolving.finish(
            row, done_on=DAY + timedelta(days=1), note="", by=circle.member, at=LATER
        )


def test_given_up_and_open_again():
    circle = make_circle()
    row, by = resolved(circle), doing(circle.clerk, LATER)

    dropped = resolving.drop(row, reason="ไม่จำเป็นแล้ว", **by)
    assert (dropped.state, dropped.note) == (ResolutionState.DROPPED, "ไม่จำเป็นแล้ว")
    with pytest.raises(InvalidMove):
        resolving.drop(row, reason="x", **by)
    again = resolving.reopen(row, reason="ต้องทำ", **by)

    assert (again.state, again.settled_at) == (ResolutionState.OPEN, None)
    with pytest.raises(InvalidMove):
        resolving.reopen(row, reason="x", **by)


DEEDS = {
    "resolve": lambda c, r, by: resolving.resolve(r.item, to_do(c), by=by, at=LATER),
    "reword": lambda c, r, by: resolving.reword(
        r, to_do(c), version=1, by=by, at=LATER
    ),
    "strike": lambda _, r, by: resolving.strike(r, by=by, at=LATER),
    "finish": lambda _, r, by: resolving.finish(
        r, done_on=DAY, note="", by=by, at=LATER
    ),
    "drop": lambda _, r, by: resolving.drop(r, reason="x", by=by, at=LATER),
    "reopen": lambda _, r, by: resolving.reopen(r, reason="x", by=by, at=LATER),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_owner_finishes_and_who_keeps_the_minutes_does_the_rest(deed):
    circle = make_circle()
    row = resolved(circle)
    nobody = [circle.chair, circle.officer, circle.head]

    for by in nobody if deed == "finish" else [*nobody, circle.member]:
        with pytest.raises(PermissionDenied):
            DEEDS[deed](circle, row, by)
