"""The letter of the day: everything unread in one, for those who wish it so."""

import pytest
from django.core import mail

from prongsai.foundations.notifications import actions, queries, tasks
from prongsai.foundations.notifications.models import Letter, Mail
from tests.cast import NOW, TODAY, make_user
from tests.prongsai.foundations.notifications.telling import make_real_office, tell

pytestmark = pytest.mark.django_db


def make_reader(language="th"):
    alice = make_user()
    actions.prefer(mail=Mail.DIGEST, language=language, by=alice, at=NOW)
    return alice


def test_the_notices_of_a_day_come_in_one_letter():
    make_real_office()
    alice, bob = make_reader(), make_reader("en")
    for number in ("ทส 1/2569", "ทส 2/2569"):
        tell(alice, bob, number=number)

    tasks.write_digests(TODAY, NOW)

    assert len(mail.outbox) == 2
    assert mail.outbox[1].subject == "2 new notices"
    for letter in mail.outbox:
        assert "ทส 1/2569" in letter.body
        assert "ทส 2/2569" in letter.body


def test_what_was_read_or_sent_already_is_in_no_letter():
    make_real_office()
    alice = make_reader()
    (told,) = tell(alice)
    actions.mark_read(told, by=alice, at=NOW)
    tell(alice)

    tasks.write_digests(TODAY, NOW)
    tasks.write_digests(TODAY, NOW)

    assert Letter.objects.count() == 1
    assert not queries.for_the_digest().exists()
