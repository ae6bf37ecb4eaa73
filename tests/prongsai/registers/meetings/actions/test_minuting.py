"""Holding a meeting, writing its minutes, adopting them; every exit and every refusal."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.records.promises import keep_all
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.meetings.actions import minuting, refusals, resolving
from prongsai.registers.meetings.actions.minuting import Came, Guest, Roll
from prongsai.registers.meetings.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Member,
    MemberRole,
    Presence,
)
from prongsai.registers.meetings.queries import contents
from prongsai.registers.meetings.states import MeetingState
from tests.cast import NOW
from tests.gathering import (
    DAY,
    LATER,
    add_member,
    adopted,
    called,
    doing,
    first_item,
    held,
    make_circle,
    minuted,
    planned,
    resolved,
    roll,
    to_do,
    written,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def came(**presences):
    """Say of each member by role how they came."""
    return [
        Came(
            member=member,
            presence=presences.get(member.role, Presence.PRESENT),
            stand_in="ผู้แทน" if member.role in presences else "",
        )
        for member in Member.objects.all()
    ]


def test_who_came_is_counted_against_the_quorum():
    circle = make_circle()

    meeting = held(circle, absent=(circle.member,))

    assert (meeting.members_count, meeting.present_count, meeting.quorum) == (3, 2, 2)
    assert meeting.has_quorum
    assert meeting.ends == time(12, 0)


def test_without_half_of_the_members_there_is_no_quorum():
    circle = make_circle()

    meeting = held(circle, absent=(circle.member, circle.secretary))

    assert not meeting.has_quorum


def test_stand_ins_are_named_and_guests_do_not_count():
    circle = make_circle()
    meeting = called(circle)
    said = Roll(
        members=came(member=Presence.REPRESENTED),
        guests=[Guest(name="นายแขก สมมติ", position="ผู้ใหญ่บ้าน")],
    )

    held_now = minuting.hold(meeting, said, by=circle.secretary, at=LATER)

    assert held_now.present_count == 3
    stand_in = Attendance.objects.get(presence=Presence.REPRESENTED)
    assert (stand_in.stand_in, stand_in.arrived) == ("ผู้แทน", time(9, 30))
    assert Attendance.objects.get(member=None).name == "นายแขก สมมติ"


def test_a_meeting_is_not_held_before_its_day():
    circle = make_circle()
    meeting = called(circle)

    with pytest.raises(refusals.NotYet):
        minuting.hold(meeting, roll(meeting), by=circle.secretary, at=NOW)


def test_a_meeting_nobody_was_called_to_is_not_held():
    circle = make_circle()
    meeting = planned(circle)

    with pytest.raises(InvalidMove):
        minuting.hold(meeting, roll(meeting), by=circle.secretary, at=LATER)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"members": []}, refusals.RollIncomplete),
        ({"ends": time(9, 0)}, refusals.EndsTooEarly),
    ],
)
def test_a_roll_is_whole(change, refusal):
    circle = make_circle()
    meeting = called(circle)

    with pytest.raises(refusal):
        minuting.hold(meeting, roll(meeting, **change), by=circle.secretary, at=LATER)

    assert Meeting.objects.get().state == MeetingState.CALLED


def test_the_roll_is_corrected_until_the_minutes_are_handed_in():
    circle = make_circle()
    meeting, by = written(circle), doing(circle.secretary, LATER)

    found = minuting.correct_roll(
        meeting, roll(meeting, absent=(circle.chair,)), version=3, **by
    )
    with pytest.raises(StalePage):
        minuting.correct_roll(meeting, roll(meeting), version=3, **by)
    minuting.hand_in(meeting, **by)
    with pytest.raises(refusals.MinutesClosed):
        minuting.correct_roll(meeting, roll(meeting), version=5, **by)

    assert found.present_count == 2
    assert Attendance.objects.count() == 3


def test_minutes_are_written_by_one_at_a_time():
    circle = make_circle()
    item, by = first_item(held(circle)), doing(circle.secretary, LATER)

    minuting.write(item, "ประธานแจ้ง", version=1, **by)

    with pytest.raises(StalePage):
        minuting.write(item, "อีกคน", version=1, **by)
    assert AgendaItem.objects.get(pk=item.pk).minutes == "ประธานแจ้ง"


def test_handing_in_tells_members_chair_and_owners():
    circle = make_circle()

    minuted(circle)

    told = set(Notification.objects.values_list("code", "receiver"))
    assert ("meetings.minutes-ready", circle.member.pk) in told
    assert ("meetings.to-adopt", circle.chair.pk) in told
    assert ("meetings.resolution-given", circle.member.pk) in told


def test_every_item_is_written_about():
    circle = make_circle()
    meeting = held(circle)
    resolving.resolve(first_item(meeting), to_do(circle), by=circle.secretary, at=LATER)

    with pytest.raises(refusals.MinutesEmpty) as said:
        minuting.hand_in(meeting, by=circle.secretary, at=LATER)

    assert said.value.facts == {"items": "2, 3, 4, 5, 6"}


def test_minutes_sent_back_are_written_again():
    circle = make_circle()
    meeting = minuted(circle)

    back = minuting.send_back(meeting, reason="ชื่อผิด", by=circle.chair, at=LATER)

    assert (back.state, back.minuted_by) == (MeetingState.HELD, None)
    with pytest.raises(InvalidMove):
        minuting.send_back(meeting, reason="x", by=circle.chair, at=LATER)


def test_the_chair_adopts_and_the_digest_binds():
    meeting = adopted(make_circle())

    assert meeting.state == MeetingState.ADOPTED
    assert meeting.digest == contents.digest_of(meeting)


def test_nothing_changes_after_adoption():
    circle = make_circle()
    meeting, by = adopted(circle), doing(circle.secretary, LATER)
    item, row = first_item(meeting), meeting.resolutions.get()

    for deed in (
        lambda: minuting.write(item, "แก้", version=item.version, **by),
        lambda: minuting.correct_roll(meeting, roll(meeting), version=5, **by),
        lambda: resolving.reword(row, to_do(circle), version=1, **by),
        lambda: resolving.resolve(item, to_do(circle), **by),
        lambda: resolving.strike(row, **by),
    ):
        with pytest.raises(refusals.MinutesClosed):
            deed()
    with pytest.raises(InvalidMove):
        minuting.send_back(meeting, reason="x", **by)


@pytest.mark.parametrize("model", [Meeting, AgendaItem, Attendance])
def test_the_database_itself_refuses_to_change_adopted_minutes(model):
    adopted(make_circle())
    with transaction.atomic():
        keep_all(transaction.get_connection())

    with pytest.raises(DatabaseError, match="adopted"), transaction.atomic():
        model.objects.update(organisation=1)
    with pytest.raises(DatabaseError, match="adopted"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_a_later_meeting_adopts():
    circle = make_circle()
    first = minuted(circle)
    later = held(circle, day=DAY + timedelta(days=30))

    found = minuting.adopt_in(first, later, by=circle.secretary, at=LATER)

    assert (found.adopted_in, found.state) == (later, MeetingState.ADOPTED)


def test_only_a_later_meeting_of_the_committee_adopts():
    circle = make_circle()
    other = make_circle(circle.office, title="อีกคณะหนึ่ง")
    meeting = minuted(circle)
    foreign = held(other, day=DAY + timedelta(days=30))
    only_called = called(circle, day=DAY + timedelta(days=30))

    for later in (meeting, foreign, only_called):
        with pytest.raises(refusals.WrongMeeting):
            minuting.adopt_in(meeting, later, by=circle.secretary, at=LATER)


def test_minutes_not_handed_in_are_not_adopted():
    circle = make_circle()

    with pytest.raises(InvalidMove):
        minuting.adopt(held(circle), by=circle.chair, at=LATER)


def test_the_deputy_adopts_where_the_chair_was_away():
    circle = make_circle()
    add_member(
        circle.committee, by=circle.clerk, user=circle.officer, role=MemberRole.DEPUTY
    )
    with_chair = minuted(circle)
    without = minuted(circle, absent=(circle.chair,))

    with pytest.raises(PermissionDenied):
        minuting.adopt(with_chair, by=circle.officer, at=LATER)

    assert minuting.adopt(without, by=circle.officer, at=LATER).digest


DEEDS = {
    "hold": lambda m, by: minuting.hold(m, roll(m), by=by, at=LATER),
    "roll": lambda m, by: minuting.correct_roll(m, roll(m), version=1, by=by, at=LATER),
    "write": lambda m, by: minuting.write(
        first_item(m), "x", version=1, by=by, at=LATER
    ),
    "hand_in": lambda m, by: minuting.hand_in(m, by=by, at=LATER),
    "send_back": lambda m, by: minuting.send_back(m, reason="x", by=by, at=LATER),
    "adopt": lambda m, by: minuting.adopt(m, by=by, at=LATER),
    "adopt_in": lambda m, by: minuting.adopt_in(m, m, by=by, at=LATER),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_who_has_no_part_in_it_does_nothing(deed):
    circle = make_circle()
    meeting = called(circle)
    nobody = [circle.member, circle.officer, circle.head]
    if deed == "adopt":
        nobody += [circle.secretary, circle.clerk, circle.analyst]
    elif deed != "send_back":
        nobody += [circle.chair]

    for by in nobody:
        with pytest.raises(PermissionDenied):
            DEEDS[deed](meeting, by)


def test_a_struck_resolution_is_gone():
    circle = make_circle()
    row = resolved(circle)

    resolving.strike(row, by=circle.secretary, at=LATER)

    assert not Meeting.objects.get().resolutions.exists()
