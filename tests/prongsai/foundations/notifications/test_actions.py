"""People are told once, in the inbox always, and by mail as they wish."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from prongsai.foundations.notifications import actions, notices, queries
from prongsai.foundations.notifications.models import Letter, Mail, Notification
from prongsai.foundations.notifications.notices import UnfitFact, UnknownNotice
from tests.cast import NOW, make_office, make_user
from tests.prongsai.foundations.notifications.telling import (
    CODE,
    make_real_office,
    tell,
)

pytestmark = pytest.mark.django_db


def test_notify_puts_a_notice_into_the_inbox_and_sends_a_letter():
    make_real_office()
    alice = make_user()

    (told,) = tell(alice)

    assert queries.unread(alice) == 1
    assert told.facts == {"number": "ทส 7/2569"}
    assert "ทส 7/2569" in mail.outbox[0].subject
    assert Letter.objects.get().state == "sent"


def test_notify_tells_a_person_named_twice_once():
    make_real_office()
    alice, bob = make_user(), make_user()

    told = tell(alice, bob, alice)

    assert {one.receiver for one in told} == {alice, bob}
    assert len(mail.outbox) == 2


def test_notify_passes_by_strangers_and_those_who_left():
    make_real_office()
    alice = make_user()
    charlie = make_user(office=make_office())
    gone = make_user(is_active=False)

    told = tell(alice, charlie, gone)

    assert [one.receiver for one in told] == [alice]


def test_notify_sends_nothing_from_an_invented_office():
    alice = make_user()

    tell(alice)

    assert queries.unread(alice) == 1
    assert mail.outbox == []


def test_notify_sends_nothing_to_a_person_without_an_address():
    make_real_office()
    alice = make_user(email="")

    tell(alice)

    assert Notification.objects.get().mail == Mail.NONE


def test_notify_follows_the_wish_of_the_receiver():
    make_real_office()
    alice, bob = make_user(), make_user()
    actions.prefer(mail=Mail.NONE, language="th", by=alice, at=NOW)
    actions.prefer(mail=Mail.DIGEST, language="th", by=bob, at=NOW)

    tell(alice, bob)

    assert mail.outbox == []
    assert [one.receiver for one in queries.for_the_digest()] == [bob]


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", ""]
)
def test_notify_refuses_a_link_that_leaves_the_site(url):
    alice = make_user()

    with pytest.raises(ValueError, match=r".*"):
        tell(alice, url=url)


def test_notify_refuses_facts_that_could_be_content():
    alice = make_user()

    with pytest.raises(UnfitFact):
        tell(alice, name="สมชาย")


def test_notify_refuses_a_notice_nobody_listed():
    alice = make_user()

    with pytest.raises(UnknownNotice):
        actions.notify([alice], "no.such", about=alice, url="/", at=NOW)


def test_mark_read_counts_the_first_time():
    alice = make_user()
    (told,) = tell(alice)
    later = NOW.replace(hour=9)

    actions.mark_read(told, by=alice, at=NOW)
    read = actions.mark_read(told, by=alice, at=later)

    assert read.read_at == NOW
    assert queries.unread(alice) == 0


def test_mark_read_is_the_receivers_alone():
    alice, bob = make_user(), make_user()
    (told,) = tell(alice)

    with pytest.raises(PermissionDenied):
        actions.mark_read(told, by=bob, at=NOW)

    assert queries.unread(alice) == 1


def test_mark_all_read_leaves_what_comes_later_and_what_is_others():
    alice, bob = make_user(), make_user()
    tell(alice, bob)
    tell(alice, at=NOW.replace(hour=9))

    marked = actions.mark_all_read(by=alice, at=NOW)

    assert (marked, queries.unread(alice), queries.unread(bob)) == (1, 1, 1)


def test_prefer_lets_what_waited_for_a_digest_rest_in_the_inbox():
    make_real_office()
    alice = make_user()
    actions.prefer(mail=Mail.DIGEST, language="th", by=alice, at=NOW)
    tell(alice)

    actions.prefer(mail=Mail.IMMEDIATE, language="en", by=alice, at=NOW)

    assert not queries.for_the_digest().exists()
    assert queries.preference_of(alice).language == "en"


def test_unread_is_one_query(django_assert_num_queries):
    alice = make_user()
    tell(alice)

    with django_assert_num_queries(1):
        queries.unread(alice)


def test_the_code_of_the_tests_is_listed():
    assert CODE in notices.registry()
