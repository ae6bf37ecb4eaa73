"""Committees and meetings through their pages, from the order to adopted minutes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from prongsai.foundations.accounts.models import Role
from prongsai.registers.meetings.actions import planning
from prongsai.registers.meetings.models import (
    Committee,
    Meeting,
    Member,
    MemberRole,
    Presence,
    Resolution,
)
from prongsai.registers.meetings.states import MeetingState
from tests.cast import client_of, make_office, make_user
from tests.gathering import (
    adopted,
    called,
    first_item,
    held,
    make_circle,
    minuted,
    planned,
    resolved,
    when,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def typed(day):
    return f"{day.day}/{day.month}/{day.year + 543}"


def today():
    return timezone.localdate()


def plan_today(circle):
    """A meeting of today, called: its pages ask the clock."""
    at = timezone.now()
    meeting = planning.plan(circle.committee, when(today()), by=circle.secretary, at=at)
    return planning.call(meeting, by=circle.secretary, at=at)


def roll_of(meeting, **changes):
    said = {"guests": "นายแขก สมมติ, ผู้ใหญ่บ้าน", "ends": "๑๒.๐๐ น."}
    for member in Member.objects.all():
        said |= {
            f"presence-{member.pk}": Presence.PRESENT,
            f"arrived-{member.pk}": "",
            f"stand_in-{member.pk}": "",
            f"reason-{member.pk}": "",
        }
    return said | changes


def test_a_committee_is_entered_with_its_order_and_members():
    make_office()
    bob = make_user()
    client = client_of(make_user(role=Role.ANALYST))
    said = {
        "title": "คณะทำงาน ITA",
        "number": "๑๐๑/๒๕๖๘",
        "dated": "25 ก.ย. 2568",
        "starts_on": "1 ต.ค. 2568",
    }

    answer = client.post(url("committee_new"), said)

    committee = Committee.objects.get()
    assert answer.headers["Location"] == committee.get_absolute_url()
    new = url("member_new", committee.orders.get().pk)
    seat = {"user": bob.pk, "role": MemberRole.CHAIR}
    assert client.post(new, seat).status_code == 302
    outside = {"name": "นางนอก สมมติ", "role": MemberRole.MEMBER}
    assert client.post(new, outside).status_code == 302
    page = client.get(committee.get_absolute_url()).content.decode()
    assert "นางนอก สมมติ" in page
    assert str(bob) in page


@pytest.mark.parametrize("wrong", [{}, {"user": True, "name": "ก"}])
def test_a_member_is_one_person_or_one_name(wrong):
    circle = make_circle()
    order = circle.committee.orders.get()
    said = {"role": MemberRole.MEMBER} | wrong
    if "user" in said:
        said["user"] = circle.officer.pk

    answer = client_of(circle.clerk).post(url("member_new", order.pk), said)

    assert answer.status_code == 422
    assert Member.objects.count() == 3


def test_the_pages_of_a_committee_are_for_those_who_keep_it():
    circle = make_circle()
    pk, seat = circle.committee.pk, Member.objects.all()[0].pk
    order = circle.committee.orders.get().pk
    pages = [
        url("committee_new"),
        url("committee_correct", pk),
        url("committee_order", pk),
        url("committee_dissolve", pk),
        url("member_new", order),
        url("member", seat),
        url("member_end", seat),
    ]

    assert {client_of(circle.clerk).get(p).status_code for p in pages} == {200}
    assert {client_of(circle.chair).get(p).status_code for p in pages} == {403}
    for page in (url("committees"), circle.committee.get_absolute_url()):
        assert client_of(circle.officer).get(page).status_code == 200


def test_a_new_order_and_the_end_through_the_pages():
    circle = make_circle()
    client, pk = client_of(circle.clerk), circle.committee.pk
    order = {"number": "5/2569", "dated": "1/1/2569", "starts_on": "2/1/2569"}
    end = {"on": "30/9/2569", "reason": "หมดวาระ"}

    client.post(url("committee_order", pk), order | {"keep_members": "on"})
    seat = Member.objects.order_by("pk").reverse()[0]
    client.post(url("member", seat.pk), {"name": "ก ข", "role": MemberRole.MEMBER})
    client.post(url("member_end", seat.pk), {"on": "3/1/2569"})
    client.post(
        url("committee_correct", pk), {"title": "ใหม่", "duties": "", "version": 1}
    )
    client.post(url("committee_dissolve", pk), end)

    circle.committee.refresh_from_db()
    assert (circle.committee.title, circle.committee.dissolved_because) == (
        "ใหม่",
        "หมดวาระ",
    )
    assert Member.objects.count() == 6


def test_a_meeting_from_plan_to_adopted_minutes():
    circle = make_circle()
    client = client_of(circle.secretary)
    day = today()
    said = {
        "committee": circle.committee.pk,
        "day": typed(day),
        "begins": "๙.๓๐ น.",
        "place": "ห้องประชุม",
    }

    client.post(url("meeting_new"), said)
    meeting = Meeting.objects.get()
    item = first_item(meeting)
    client.post(url("item_new", meeting.pk), {"title": "แผน", "under": item.pk})
    client.post(url("meeting_call", meeting.pk))
    client.post(url("meeting_roll", meeting.pk), roll_of(meeting))
    for each in meeting.items.all():
        client.post(
            url("item_minutes", each.pk), {"minutes": "ไม่มี", "version": each.version}
        )
    client.post(url("resolution_new", item.pk), {"text": "เห็นชอบ"})
    client.post(url("meeting_hand_in", meeting.pk))
    answer = client_of(circle.chair).post(url("meeting_adopt", meeting.pk))

    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ADOPTED
    assert (meeting.present_count, f"{meeting.begins:%H:%M}") == (3, "09:30")
    page = client_of(circle.officer).get(meeting.get_absolute_url()).content.decode()
    assert "เห็นชอบ" in page
    assert meeting.digest in page


@pytest.mark.parametrize(
    "wrong",
    [{"place": ""}, {"begins": "25:00"}, {"begins": "เช้า"}, {"day": "x"}],
)
def test_a_bad_plan_comes_back(wrong):
    circle = make_circle()
    said = {
        "committee": circle.committee.pk,
        "day": typed(today()),
        "begins": "9:30",
        "place": "ห้อง",
    }

    answer = client_of(circle.secretary).post(url("meeting_new"), said | wrong)

    assert answer.status_code == 422
    assert not Meeting.objects.exists()


def test_a_bad_roll_comes_back():
    circle = make_circle()
    meeting = plan_today(circle)
    seat = Member.objects.all()[0]
    said = roll_of(meeting, **{f"presence-{seat.pk}": Presence.REPRESENTED})

    answer = client_of(circle.secretary).post(url("meeting_roll", meeting.pk), said)

    assert answer.status_code == 422
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CALLED


def test_a_refusal_is_a_409_that_says_why():
    circle = make_circle()
    meeting = plan_today(circle)
    client = client_of(circle.secretary)

    answer = client.post(url("item_remove", first_item(meeting).pk))
    assert answer.status_code == 302
    again = client.post(url("meeting_call", meeting.pk))

    assert again.status_code == 409


DEEDS = {
    "meeting_new": (planned, False),
    "meeting_change": (planned, True),
    "meeting_put_off": (called, True),
    "meeting_cancel": (called, True),
    "meeting_roll": (called, True),
    "meeting_adopt_in": (minuted, True),
    "item_new": (planned, True),
}


@pytest.mark.parametrize("name", DEEDS)
def test_the_forms_of_a_meeting_are_for_those_who_keep_it(name):
    circle = make_circle()
    make, keyed = DEEDS[name]
    meeting = make(circle)
    page = url(name, meeting.pk) if keyed else url(name)

    assert client_of(circle.secretary).get(page).status_code == 200
    assert client_of(circle.member).get(page).status_code == 403


def test_the_chair_may_send_back_and_others_may_not():
    circle = make_circle()
    page = url("meeting_send_back", minuted(circle).pk)

    assert client_of(circle.chair).get(page).status_code == 200
    assert client_of(circle.officer).get(page).status_code == 403
    assert client_of(circle.chair).post(page, {"reason": "แก้"}).status_code == 302
    assert Meeting.objects.get().state == MeetingState.HELD


def test_put_off_changed_and_cancelled_through_the_pages():
    circle = make_circle()
    meeting = plan_today(circle)
    client = client_of(circle.secretary)
    day = typed(today() + timedelta(days=3))

    client.post(url("meeting_put_off", meeting.pk), {"reason": "ฝนตก"})
    meeting.refresh_from_db()
    said = {"day": day, "begins": "13.00", "online": "https://example.org/m"}
    said["version"] = meeting.version
    client.post(url("meeting_change", meeting.pk), said)
    item = meeting.items.last()
    client.post(url("item", item.pk), {"title": "อื่น ๆ", "version": item.version})
    client.post(url("item_move", item.pk, "up"))
    client.post(url("meeting_cancel", meeting.pk), {"reason": "ไม่มีเรื่อง"})

    meeting.refresh_from_db()
    assert (meeting.state, meeting.online) == (
        MeetingState.CANCELLED,
        "https://example.org/m",
    )
    assert meeting.items.get(place=5).title == "อื่น ๆ"
    assert client.get(meeting.get_absolute_url()).status_code == 200


def test_a_resolution_through_its_pages():
    circle = make_circle()
    row = minuted(circle).resolutions.get()
    owner, clerk = client_of(circle.member), client_of(circle.clerk)

    assert owner.get(row.get_absolute_url()).status_code == 200
    assert owner.get(url("resolutions") + "?late=yes&state=open").status_code == 200
    assert (
        client_of(circle.officer).get(url("resolution_finish", row.pk)).status_code
        == 403
    )
    assert owner.get(url("resolution_drop", row.pk)).status_code == 403
    owner.post(
        url("resolution_finish", row.pk), {"done_on": typed(today()), "note": "ส่งแล้ว"}
    )
    clerk.post(url("resolution_reopen", row.pk), {"reason": "ยังไม่ครบ"})
    clerk.post(url("resolution_drop", row.pk), {"reason": "เลิก"})

    row.refresh_from_db()
    assert (row.state, row.note) == ("dropped", "เลิก")


def test_a_resolution_is_corrected_and_struck_while_writing():
    circle = make_circle()
    row = resolved(circle)
    client = client_of(circle.secretary)
    said = {"text": "ให้แก้", "accountable": circle.member.pk, "version": 1}

    lacking = client.post(url("resolution_edit", row.pk), said)
    client.post(url("resolution_edit", row.pk), said | {"due_on": typed(today())})
    row.refresh_from_db()
    assert (lacking.status_code, row.text) == (422, "ให้แก้")
    client.post(url("resolution_strike", row.pk))

    assert not Resolution.objects.exists()


@pytest.mark.parametrize("kind", ["invitation", "sheet", "minutes"])
@pytest.mark.parametrize(("ending", "magic"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_papers_are_files(kind, ending, magic):
    circle = make_circle()
    meeting = adopted(circle)

    answer = client_of(circle.officer).get(
        url("meeting_paper", meeting.pk, kind, ending)
    )

    assert answer.content.startswith(magic)


def test_the_annex_is_a_file():
    circle = make_circle()

    answer = client_of(circle.officer).get(url("committee_annex", circle.committee.pk))

    assert answer.content.startswith(b"%PDF")


def test_lists_ask_no_more_as_they_grow():
    circle = make_circle()
    client = client_of(circle.secretary)
    pages = [url("meetings"), url("resolutions"), url("committees")]

    def questions():
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(page).status_code == 200
            found.append(len(asked.captured_queries))
        return found

    minuted(circle)
    questions()
    few = questions()
    for _ in range(4):
        minuted(circle)
        make_circle(circle.office)

    assert questions() == few


def test_the_page_of_a_meeting_asks_no_more_for_a_long_agenda():
    circle = make_circle()
    client = client_of(circle.secretary)
    meeting = held(circle)
    resolved(circle, meeting)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(meeting.get_absolute_url()).status_code == 200
        return len(asked.captured_queries)

    questions()
    few = questions()
    for _ in range(5):
        resolved(circle, meeting)

    assert questions() == few
