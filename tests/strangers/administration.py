"""Strangers at the pages of administration: Alice's people and divisions are not there."""

from datetime import date

from allauth.usersessions.models import UserSession

from prongsai.foundations.accounts import invitations
from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations.models import Closure
from tests.cast import NOW, give_post, make_acting, make_division, make_user

PERSON = {
    "username": "taken",
    "email": "taken@example.org",
    "first_name": "ชาลี",
    "last_name": "แอบแก้",
    "version": "1",
}
POST = {
    "role": "mayor",
    "title_th": "นายก",
    "starts_on": "1 ต.ค. 2568",
    "ends_on": "30 ก.ย. 2569",
    "kind": "acting",
    "order_number": "1/2569",
    "order_date": "1 ต.ค. 2568",
}
DIVISION = {"code": "taken", "name_th": "ของชาลี", "name_en": "C", "order": "1"}


def alice_of(office):
    return make_user(office=office, username="alice", first_name="อลิซาเบธ")


def person(office):
    alice = alice_of(office)
    return {
        "kwargs": {"pk": alice.pk},
        "data": PERSON | POST,
        "secrets": ["อลิซาเบธ", alice.email],
    }


def people(office):
    alice = alice_of(office)
    return {"data": {"q": "อลิซาเบธ"}, "secrets": [alice.email, str(alice)]}


def invite(office):
    alice = alice_of(office)
    return {"data": PERSON | {"email": alice.email}, "secrets": [str(alice)]}


def post(office):
    row = give_post(alice_of(office), role=Role.MAYOR)
    return {"kwargs": {"pk": row.pk}, "data": {"ends_on": "1 ม.ค. 2569"}}


def order(office):
    row = make_acting(alice_of(office), role=Role.MAYOR)
    return {"kwargs": {"pk": row.pk}, "data": {"ends_on": "1 ม.ค. 2569"}}


def session(office):
    row = UserSession.objects.create(
        user=alice_of(office), ip="192.0.2.1", session_key="a" * 32, user_agent="x"
    )
    return {"kwargs": {"pk": row.pk}, "secrets": ["192.0.2.1"]}


def invitation(office):
    alice = alice_of(office)
    alice.set_unusable_password()
    alice.save()
    key = invitations.link_for(alice, at=NOW).rstrip("/").rsplit("/", 1)[1]
    return {"kwargs": {"key": key}, "secrets": ["อลิซาเบธ"]}


def division(office):
    row = make_division(office=office, name_th="กองของอลิซ", name_en="Alice Division")
    return {
        "kwargs": {"pk": row.pk},
        "data": DIVISION | {"version": "1"},
        "secrets": ["กองของอลิซ", "Alice Division"],
    }


def under_alices(office):
    row = make_division(office=office, name_th="กองของอลิซ", name_en="Alice Division")
    return {
        "data": DIVISION | {"parent": str(row.pk)},
        "secrets": ["กองของอลิซ", "Alice Division"],
    }


def closure(office):
    row = Closure.objects.create(
        organisation=office, day=date(2026, 1, 2), reason_th="เหตุผลของอลิซ"
    )
    return {"kwargs": {"pk": row.pk}, "secrets": ["เหตุผลของอลิซ"]}


def settings(_office):
    return {"data": {"province": "ของชาลี", "colour": "#0b5563", "version": "1"}}


CASES = {
    "people:list": people,
    "people:invite": invite,
    "people:me": people,
    "people:phone": people,
    "people:end_other_sessions": people,
    "people:end_session": session,
    "people:end_post": post,
    "people:end_order": order,
    "office:office": under_alices,
    "office:edit": settings,
    "office:rename": settings,
    "office:seal": settings,
    "office:hours": settings,
    "office:add_closure": settings,
    "office:remove_closure": closure,
    "office:add_division": under_alices,
    "office:division": division,
    "office:retire_division": division,
    "office:restore_division": division,
    "invitations:open": invitation,
    "invitations:accept": people,
} | {
    f"people:{name}": person
    for name in (
        "person", "edit", "invite_again", "show_link", "close", "reopen",
        "remove_factors", "give_post", "appoint",
    )
}  # fmt: skip
