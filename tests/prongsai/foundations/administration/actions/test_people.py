"""People are let in, kept right and let out by administrators."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import sessions
from prongsai.foundations.administration.actions import people
from prongsai.foundations.administration.refusals import (
    AlreadyHasPassword,
    InvitationUsed,
    LastAdministrator,
    PersonClosed,
)
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from tests.cast import NOW, PASSWORD, client_of, make_acting, make_user

pytestmark = pytest.mark.django_db
VALUES = {
    "username": "Dao.K",
    "email": "Dao@Example.org",
    "prefix": "นาง",
    "first_name": "ดาว",
    "last_name": "สมมติ",
    "phone": "",
}
NOT_ADMINISTRATORS = [role for role in Role if role != Role.ADMINISTRATOR]


@pytest.fixture
def alice():
    return make_user(role=Role.ADMINISTRATOR)


def last_event() -> Event:
    return Event.objects.latest("number")


def test_invite_adds_someone_who_cannot_sign_in_yet(alice):
    dao = people.invite(VALUES, by=alice, at=NOW)

    assert (dao.username, dao.email) == ("dao.k", "dao@example.org")
    assert not dao.has_usable_password()
    assert (last_event().verb, last_event().facts) == ("people.invited", {})


@pytest.mark.parametrize("role", NOT_ADMINISTRATORS)
def test_nobody_but_an_administrator_keeps_people(role):
    by, bob = make_user(role=role), make_user()
    deeds = [
        lambda: people.invite(VALUES, by=by, at=NOW),
        lambda: people.invite_again(bob, by=by, at=NOW),
        lambda: people.edit(bob, VALUES, version=1, by=by, at=NOW),
        lambda: people.close(bob, by=by, at=NOW),
        lambda: people.reopen(bob, by=by, at=NOW),
        lambda: people.remove_second_factors(bob, by=by, at=NOW),
    ]

    for deed in deeds:
        with pytest.raises(PermissionDenied):
            deed()

    assert not Event.objects.exists()


def test_a_closed_administrator_keeps_nobody(alice):
    alice.is_active = False

    with pytest.raises(PermissionDenied):
        people.invite(VALUES, by=alice, at=NOW)


def test_invite_again_refuses_someone_with_a_password(alice):
    with pytest.raises(AlreadyHasPassword):
        people.invite_again(make_user(), by=alice, at=NOW)


def test_invite_again_refuses_a_closed_account(alice):
    dao = people.invite(VALUES, by=alice, at=NOW)
    people.close(dao, by=alice, at=NOW)

    with pytest.raises(PersonClosed):
        people.invite_again(dao, by=alice, at=NOW)


def test_accept_sets_the_password_once(alice):
    dao = people.invite(VALUES, by=alice, at=NOW)

    people.accept_invitation(dao, password=PASSWORD, by=None, at=NOW)

    assert User.objects.get(pk=dao.pk).check_password(PASSWORD)
    assert last_event().actor == "dao.k"
    with pytest.raises(InvitationUsed):
        people.accept_invitation(dao, password="another", by=None, at=NOW)


def test_edit_changes_particulars_and_says_which(alice):
    bob = make_user(first_name="ก่อน")

    people.edit(bob, {"first_name": "หลัง"}, version=1, by=alice, at=NOW)

    bob.refresh_from_db()
    assert (bob.first_name, bob.version) == ("หลัง", 2)
    assert last_event().facts == {"fields": "first_name"}


def test_edit_refuses_a_page_gone_stale(alice):
    bob = make_user()
    people.edit(bob, {"first_name": "หนึ่ง"}, version=1, by=alice, at=NOW)

    with pytest.raises(StalePage):
        people.edit(bob, {"first_name": "สอง"}, version=1, by=alice, at=NOW)


def test_close_signs_out_at_once(alice):
    make_user(role=Role.ADMINISTRATOR)
    bob = make_user()
    browser = client_of(bob)
    browser.get("/staff/")

    people.close(bob, by=alice, at=NOW)

    assert browser.get("/staff/").status_code == 302
    assert sessions(bob) == []


def test_nobody_closes_the_own_account(alice):
    make_user(role=Role.ADMINISTRATOR)

    with pytest.raises(PermissionDenied):
        people.close(alice, by=alice, at=NOW)


def test_the_last_administrator_stays():
    bob = make_user(role=Role.ADMINISTRATOR)
    alice = make_user(role=Role.OFFICER)

    make_acting(alice, role=Role.ADMINISTRATOR)

    with pytest.raises(LastAdministrator):
        people.close(bob, by=alice, at=NOW)


def test_reopen_lets_in_again(alice):
    bob = make_user(is_active=False)

    people.reopen(bob, by=alice, at=NOW)

    assert User.objects.get(pk=bob.pk).is_active


def test_lost_factors_are_removed_by_someone_else_only(alice):
    bob = make_user()
    for person in (alice, bob):
        Authenticator.objects.create(
            user=person, type=Authenticator.Type.TOTP, data={"secret": "x"}
        )

    people.remove_second_factors(bob, by=alice, at=NOW)

    assert last_event().facts == {"count": 1}
    with pytest.raises(PermissionDenied):
        people.remove_second_factors(alice, by=alice, at=NOW)


def test_a_telephone_number_is_changed_by_its_owner_only(alice):
    bob = make_user()

    people.change_phone(bob, "0811111111", by=bob, at=NOW)

    assert User.objects.get(pk=bob.pk).phone == "0811111111"
    with pytest.raises(PermissionDenied):
        people.change_phone(bob, "", by=alice, at=NOW)
