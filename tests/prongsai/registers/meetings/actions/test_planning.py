"""Planning and calling a meeting, its agenda; every exit and every refusal."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.meetings.actions import committees, planning, refusals
from prongsai.registers.meetings.actions.planning import ItemDraft
from prongsai.registers.meetings.models import Meeting, Member
from prongsai.registers.meetings.states import MeetingState
from tests.cast import NOW, TODAY
from tests.gathering import (
    DAY,
    called,
    doing,
    first_item,
    held,
    make_circle,
    make_committee,
    minuted,
    planned,
    when,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def told(code):
    return {n.receiver for n in Notification.objects.filter(code=code)}


def test_a_planned_meeting_has_the_usual_agenda_and_no_number():
    meeting = planned(make_circle())

    assert [item.title for item in meeting.items.all()] == [*planning.usual_agenda()]
    assert (meeting.number, meeting.state) == (None, MeetingState.PLANNED)


def test_the_agenda_begins_with_earlier_minutes_and_what_is_still_to_do():
    circle = make_circle()
    minuted(circle)

    meeting = planned(circle, day=DAY + timedelta(days=30))

    texts = {item.place: item.text for item in meeting.items.all()}
    assert texts[2] == "รายงานการประชุมครั้งที่ 1/2568"
    assert texts[3] == "ครั้งที่ 1/2568 มติที่ 1: ให้จัดทำแผน"


def test_calling_gives_a_number_of_the_committee_and_tells_the_members():
    circle = make_circle()
    other = make_circle(circle.office, title="อีกคณะหนึ่ง")

    first, second, foreign = called(circle), called(circle), called(other)

    assert [(m.number, m.year) for m in (first, second, foreign)] == [
        (1, 2568),
        (2, 2568),
        (1, 2568),
    ]
    assert {circle.chair, circle.member} <= told("meetings.called")
    assert circle.secretary not in told("meetings.called")
    assert circle.officer not in told("meetings.called")


def test_the_number_is_of_the_year_of_the_meeting():
    meeting = called(make_circle(), day=date(2026, 1, 5))

    assert (meeting.number, meeting.year) == (1, 2569)


def test_a_meeting_put_off_keeps_its_number():
    circle = make_circle()
    meeting = planning.put_off(
        called(circle), reason="ประธานติดราชการ", by=circle.secretary, at=NOW
    )

    again = planning.call(meeting, by=circle.secretary, at=NOW)

    assert (again.number, again.remark) == (1, "ประธานติดราชการ")
    assert circle.member in told("meetings.put-off")


def test_only_a_called_meeting_that_is_cancelled_is_told():
    circle = make_circle()
    end = doing(circle.secretary, NOW, reason="ไม่มีเรื่อง")

    planning.cancel(planned(circle), **end)
    assert told("meetings.cancelled") == set()
    planning.cancel(called(circle), **end)

    assert circle.member in told("meetings.cancelled")


def test_a_meeting_is_changed_before_it_is_called():
    circle = make_circle()
    meeting = planned(circle)
    change = doing(circle.secretary, NOW)

    planning.change(meeting, when(place="ศาลา"), version=1, **change)
    with pytest.raises(StalePage):
        planning.change(meeting, when(), version=1, **change)
    planning.call(meeting, **change)
    with pytest.raises(refusals.AgendaClosed):
        planning.change(meeting, when(), version=3, **change)

    assert Meeting.objects.get().place == "ศาลา"


def test_nothing_is_planned_for_a_day_past():
    circle = make_circle()

    with pytest.raises(refusals.DayPast):
        planned(circle, day=TODAY - timedelta(days=1))


def test_nobody_is_called_too_late():
    circle = make_circle()
    meeting = planned(circle)

    with pytest.raises(refusals.DayPast):
        planning.call(meeting, by=circle.secretary, at=NOW + timedelta(days=9))


def test_a_committee_without_members_calls_nobody():
    circle = make_circle()
    empty = make_committee(circle.analyst, title="ยังไม่มีใคร")
    meeting = planning.plan(empty, when(), by=circle.clerk, at=NOW)

    with pytest.raises(refusals.NobodyToCall):
        planning.call(meeting, by=circle.clerk, at=NOW)


def test_a_meeting_is_called_with_an_agenda():
    circle = make_circle()
    meeting = planned(circle)
    for item in meeting.items.all():
        planning.remove_item(item, by=circle.secretary, at=NOW)

    with pytest.raises(refusals.NoAgenda):
        planning.call(meeting, by=circle.secretary, at=NOW)


def test_a_dissolved_committee_plans_nothing():
    circle = make_circle()
    committees.dissolve(circle.committee, on=TODAY, reason="x", by=circle.clerk, at=NOW)

    with pytest.raises(refusals.CommitteeDissolved):
        planning.plan(circle.committee, when(), by=circle.clerk, at=NOW)


def test_a_held_meeting_is_neither_called_nor_put_off_nor_cancelled():
    circle = make_circle()
    meeting = held(circle)
    by = doing(circle.secretary, NOW)

    with pytest.raises(InvalidMove):
        planning.call(meeting, **by)
    with pytest.raises(InvalidMove):
        planning.put_off(meeting, reason="x", **by)
    with pytest.raises(InvalidMove):
        planning.cancel(meeting, reason="x", **by)


def test_items_are_added_edited_moved_and_removed():
    circle = make_circle()
    meeting, by = planned(circle), doing(circle.secretary, NOW)
    fifth = meeting.items.get(place=5)

    matter = planning.add_item(meeting, ItemDraft(title="แผน", under=fifth), **by)
    other = planning.add_item(meeting, ItemDraft(title="งบ", under=fifth), **by)
    planning.edit_item(other, ItemDraft(title="งบประมาณ"), version=1, **by)
    planning.move_item(other, "up", **by)
    planning.move_item(other, "up", **by)
    planning.remove_item(matter, **by)

    assert [m.title for m in fifth.matters.all()] == ["งบประมาณ"]
    assert meeting.items.filter(under=None).count() == 6


def test_an_item_with_matters_stays():
    circle = make_circle()
    meeting, by = planned(circle), doing(circle.secretary, NOW)
    item = first_item(meeting)
    matter = planning.add_item(meeting, ItemDraft(title="ย่อย", under=item), **by)

    with pytest.raises(refusals.ItemHasMore):
        planning.remove_item(item, **by)
    with pytest.raises(refusals.AgendaClosed):
        planning.add_item(meeting, ItemDraft(title="ลึกไป", under=matter), **by)


def test_an_item_is_edited_once_at_a_time():
    circle = make_circle()
    item, by = first_item(planned(circle)), doing(circle.secretary, NOW)
    planning.edit_item(item, ItemDraft(title="ก"), version=1, **by)

    with pytest.raises(StalePage):
        planning.edit_item(item, ItemDraft(title="ข"), version=1, **by)


def test_the_agenda_stands_once_the_meeting_was_held():
    circle = make_circle()
    meeting, by = held(circle), doing(circle.secretary, NOW)
    item = first_item(meeting)

    for deed in (
        lambda: planning.add_item(meeting, ItemDraft(title="ก"), **by),
        lambda: planning.edit_item(item, ItemDraft(title="ก"), version=1, **by),
        lambda: planning.remove_item(item, **by),
        lambda: planning.move_item(item, "up", **by),
    ):
        with pytest.raises(refusals.AgendaClosed):
            deed()


DEEDS = {
    "plan": lambda m, by: planning.plan(m.committee, when(), by=by, at=NOW),
    "change": lambda m, by: planning.change(m, when(), version=1, by=by, at=NOW),
    "call": lambda m, by: planning.call(m, by=by, at=NOW),
    "put_off": lambda m, by: planning.put_off(m, reason="x", by=by, at=NOW),
    "cancel": lambda m, by: planning.cancel(m, reason="x", by=by, at=NOW),
    "add_item": lambda m, by: planning.add_item(m, ItemDraft(title="ก"), by=by, at=NOW),
    "edit_item": lambda m, by: planning.edit_item(
        first_item(m), ItemDraft(title="ก"), version=1, by=by, at=NOW
    ),
    "remove_item": lambda m, by: planning.remove_item(first_item(m), by=by, at=NOW),
    "move_item": lambda m, by: planning.move_item(first_item(m), "up", by=by, at=NOW),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_only_secretary_analyst_and_clerk_plan(deed):
    circle = make_circle()
    meeting = planned(circle)

    for by in (circle.chair, circle.member, circle.officer, circle.head):
        with pytest.raises(PermissionDenied):
            DEEDS[deed](meeting, by)


def test_a_secretary_who_left_plans_nothing():
    circle = make_circle()
    seat = Member.objects.get(user=circle.secretary)
    committees.end_member(seat, on=TODAY - timedelta(days=1), by=circle.clerk, at=NOW)

    with pytest.raises(PermissionDenied):
        planned(circle)
