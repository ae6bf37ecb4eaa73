"""Letters are never lost and never sent twice, whatever the mail server does."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from prongsai.foundations.notifications import queries, tasks
from prongsai.foundations.notifications.models import Letter
from prongsai.foundations.notifications.posting import WAITS, send_letter
from prongsai.foundations.tasks.concerns import concerns
from prongsai.foundations.tasks.models import Failure
from tests.cast import make_user
from tests.prongsai.foundations.notifications.mailboxes import closed_port, mail_server
from tests.prongsai.foundations.notifications.telling import make_real_office, tell
from tests.prongsai.foundations.tasks.queues import (
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("queued"),
    pytest.mark.slow,
]
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def use(settings, port):
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""


def let_time_pass():
    """Make every waiting letter and job due."""
    now = timezone.now()
    Letter.objects.update(try_at=now - timedelta(seconds=1))
    DBTaskResult.objects.filter(status="READY").update(run_after=now)


def test_a_letter_leaves_through_the_queue():
    make_real_office()
    alice = make_user()

    tell(alice)
    before = len(mail.outbox)
    work_off()

    assert (before, len(mail.outbox)) == (0, 1)
    assert Letter.objects.get().state == "sent"


def test_a_letter_waits_for_a_server_that_is_down_and_arrives_once(settings):
    make_real_office()
    alice = make_user()
    use(settings, closed_port())
    tell(alice)

    work_off()
    waiting = Letter.objects.get()
    said = concerns()
    with mail_server() as server:
        use(settings, server.port)
        let_time_pass()
        work_off()
        let_time_pass()
        send_letter.enqueue(letter=waiting.pk)
        work_off()

    assert (waiting.state, waiting.tries) == ("pending", 1)
    assert len(said) == 1
    assert queries.unread(alice) == 1
    assert len(server.letters) == 1
    assert alice.email in server.letters[0]
    assert Letter.objects.get().state == "sent"
    assert not Failure.objects.exists()


def test_a_letter_nobody_takes_has_failed_in_the_end_and_can_be_tried_again(settings):
    make_real_office()
    alice = make_user()
    with mail_server(refuses=True) as server:
        use(settings, server.port)
        tell(alice)
        for _n in range(len(WAITS) + 1):
            work_off()
            let_time_pass()

    letter = Letter.objects.get()
    failure = Failure.objects.get()
    assert (letter.state, letter.tries) == ("failed", len(WAITS) + 1)
    assert (failure.code, failure.detail) == (
        "tasks.reason.unreachable",
        "MailServerAway",
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_letter.enqueue(letter=letter.pk)
    work_off()
    assert Letter.objects.get().state == "sent"


def test_two_jobs_for_one_letter_send_it_once():
    make_real_office()
    alice = make_user()
    tell(alice)
    send_letter.enqueue(letter=Letter.objects.get().pk)

    work_off()

    assert len(mail.outbox) == 1


def test_a_letter_another_worker_is_sending_is_left_to_it():
    make_real_office()
    alice = make_user()
    tell(alice)
    soon = timezone.now() + timedelta(minutes=5)
    Letter.objects.update(try_at=soon, tries=1)

    work_off()

    assert mail.outbox == []
    assert Letter.objects.get().state == "pending"


def test_a_letter_that_lost_its_turn_gets_a_new_one_the_next_day():
    make_real_office()
    alice = make_user()
    tell(alice)
    work_off()
    now = timezone.now()
    Letter.objects.update(
        state="pending", sent_at=None, try_at=now - timedelta(minutes=1)
    )
    mail.outbox.clear()

    tasks.send_what_waits(now.date(), now)
    work_off()

    assert len(mail.outbox) == 1
