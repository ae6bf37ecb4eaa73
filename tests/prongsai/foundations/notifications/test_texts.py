"""What an e-mail says, in the language of who reads it."""

import pytest
from django.core import mail

from prongsai.foundations.notifications import actions, texts
from prongsai.foundations.notifications.models import Letter, Mail
from prongsai.foundations.organisations.models import HostName
from tests.cast import NOW, make_user
from tests.prongsai.foundations.notifications.telling import make_real_office, tell

pytestmark = pytest.mark.django_db


def test_a_letter_speaks_the_receivers_language_and_links_to_the_offices_host():
    office = make_real_office()
    alice, bob = make_user(), make_user()
    actions.prefer(mail=Mail.IMMEDIATE, language="en", by=bob, at=NOW)

    told, other = tell(alice, bob)

    thai, english = mail.outbox
    assert "Real" in english.body
    assert "หน่วยงานจริง" in thai.body
    assert (
        f"http://office{office.pk}.localhost:8000/staff/inbox/{told.pk}/" in thai.body
    )
    assert f"/staff/inbox/{other.pk}/" in english.body


def test_a_letter_says_no_name_and_nothing_but_the_notice():
    make_real_office()
    alice = make_user()

    tell(alice)

    (letter,) = mail.outbox
    assert alice.last_name not in f"{letter.subject} {letter.body}"
    assert letter.to == [alice.email]
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_letter_keeps_its_identity_when_it_is_handed_over_twice():
    make_real_office()
    tell(make_user())
    letter = Letter.objects.get()

    first, second = texts.message_of(letter), texts.message_of(letter)

    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_the_only_office_without_a_host_name_has_the_installations_address(settings):
    settings.SITE_ADDRESS = "https://only.example.org/"
    make_real_office()
    HostName.objects.all().delete()

    tell(make_user())

    assert "https://only.example.org/staff/inbox/" in mail.outbox[0].body
