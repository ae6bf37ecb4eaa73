"""Committees by order: entered, replaced with history, dissolved; and every refusal."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.meetings.actions import committees, refusals
from prongsai.registers.meetings.models import Committee, Member, MemberRole
from prongsai.registers.meetings.queries import committees as queries
from tests.cast import NOW, TODAY, make_user
from tests.gathering import add_member, called, doing, make_circle, order

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEXT = date(2026, 1, 1)


def names(committee, day):
    return [member.name for member in queries.members_on(committee, day)]


def test_members_are_named_from_their_posts():
    circle = make_circle()

    chair = queries.members_on(circle.committee, TODAY)[0]

    assert (chair.name, chair.position) == (str(circle.chair), "ตำแหน่งmayor")
    assert chair.role == MemberRole.CHAIR


def test_an_outsider_is_entered_by_name():
    circle = make_circle()

    member = add_member(
        circle.committee, by=circle.clerk, name="นายนอก สมมติ", position="ผู้แทนชุมชน"
    )

    assert (member.user, member.position) == (None, "ผู้แทนชุมชน")


def test_a_new_order_replaces_the_members_and_keeps_history():
    circle = make_circle()

    anew = committees.order_anew(
        circle.committee, order(NEXT), keep_members=False, by=circle.clerk, at=NOW
    )

    assert len(names(circle.committee, date(2025, 12, 31))) == 3
    assert names(circle.committee, NEXT) == []
    assert queries.latest_order(circle.committee) == anew


def test_a_new_order_may_begin_with_the_members_before():
    circle = make_circle()

    committees.order_anew(
        circle.committee, order(NEXT), keep_members=True, by=circle.clerk, at=NOW
    )

    before = names(circle.committee, TODAY)
    assert names(circle.committee, NEXT) == before
    assert Member.objects.count() == 6


def test_a_new_order_begins_after_the_one_before():
    circle = make_circle()

    with pytest.raises(refusals.OrderTooEarly):
        committees.order_anew(
            circle.committee, order(), keep_members=True, by=circle.clerk, at=NOW
        )


def test_members_are_added_to_the_latest_order_only():
    circle = make_circle()
    old = circle.committee.orders.get()
    committees.order_anew(
        circle.committee, order(NEXT), keep_members=True, by=circle.clerk, at=NOW
    )

    with pytest.raises(refusals.OrderReplaced):
        committees.add_member(
            old, committees.MemberDraft(name="ก"), by=circle.clerk, at=NOW
        )


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (lambda c: {"user": c.member}, refusals.AlreadyMember),
        (lambda _: {"name": "ก", "role": MemberRole.CHAIR}, refusals.ChairTaken),
    ],
)
def test_nobody_twice_and_one_chair(who, refusal):
    circle = make_circle()

    with pytest.raises(refusal):
        add_member(circle.committee, by=circle.clerk, **who(circle))


def test_an_order_appoints_so_many_at_most():
    circle = make_circle()
    order_now = queries.latest_order(circle.committee)
    Member.objects.bulk_create(
        Member(
            organisation=circle.office,
            order=order_now,
            name=f"ก{n}",
            starts_on=TODAY,
        )
        for n in range(57)
    )

    with pytest.raises(refusals.TooManyMembers):
        add_member(circle.committee, by=circle.clerk, name="เกิน")


def test_a_member_is_corrected_and_leaves():
    circle = make_circle()
    member = Member.objects.get(user=circle.member)
    draft = committees.MemberDraft(user=circle.member, duties="จดบันทึก")

    committees.edit_member(member, draft, by=circle.analyst, at=NOW)
    committees.end_member(member, on=TODAY, by=circle.analyst, at=NOW)

    member.refresh_from_db()
    assert (member.duties, member.ends_on) == ("จดบันทึก", TODAY)
    with pytest.raises(refusals.MemberLeft):
        committees.end_member(member, on=TODAY, by=circle.analyst, at=NOW)


def test_nobody_leaves_before_they_came():
    circle = make_circle()
    member = Member.objects.get(user=circle.member)

    with pytest.raises(refusals.BadLastDay):
        committees.end_member(member, on=date(2025, 9, 1), by=circle.clerk, at=NOW)


def test_a_committee_is_corrected_once_at_a_time():
    circle = make_circle()
    said = doing(circle.clerk, NOW, title="ชื่อใหม่", duties="")

    committees.correct(circle.committee, version=1, **said)

    with pytest.raises(StalePage):
        committees.correct(circle.committee, version=1, **said)


def test_dissolving_ends_everybody_and_stands():
    circle = make_circle()
    end = doing(circle.clerk, NOW, on=TODAY, reason="หมดหน้าที่")

    committees.dissolve(circle.committee, **end)

    assert not Member.objects.filter(ends_on=None).exists()
    with pytest.raises(refusals.CommitteeDissolved):
        committees.dissolve(circle.committee, **end)


def test_a_committee_with_meetings_ahead_is_not_dissolved():
    circle = make_circle()
    called(circle)

    with pytest.raises(refusals.MeetingsAhead):
        committees.dissolve(
            circle.committee, on=TODAY, reason="x", by=circle.clerk, at=NOW
        )


DEEDS = {
    "found": lambda _, by: committees.found("ก", "", order(), by=by, at=NOW),
    "correct": lambda c, by: committees.correct(
        c.committee, title="ข", duties="", version=1, by=by, at=NOW
    ),
    "order": lambda c, by: committees.order_anew(
        c.committee, order(NEXT), keep_members=True, by=by, at=NOW
    ),
    "add": lambda c, by: add_member(c.committee, by=by, name="ก"),
    "edit": lambda _, by: committees.edit_member(
        Member.objects.all()[0], committees.MemberDraft(name="ก"), by=by, at=NOW
    ),
    "end": lambda _, by: committees.end_member(
        Member.objects.all()[0], on=TODAY, by=by, at=NOW
    ),
    "dissolve": lambda c, by: committees.dissolve(
        c.committee, on=TODAY, reason="x", by=by, at=NOW
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_only_analyst_and_clerk_keep_committees(deed):
    circle = make_circle()

    for by in (circle.secretary, circle.chair, make_user()):
        with pytest.raises(PermissionDenied):
            DEEDS[deed](circle, by)

    assert Committee.objects.get().title == circle.committee.title
