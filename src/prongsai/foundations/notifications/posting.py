"""Send a letter, and try again later, longer and longer, while the mail server is away."""

import logging
from datetime import datetime, timedelta

from anymail.exceptions import AnymailError
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications import texts
from prongsai.foundations.notifications.models import Letter, LetterState
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.office import office_task, step

log = logging.getLogger("prongsai.mail")

WAITS = tuple(
    timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440, 1440)
)
"""How long to wait after the first failure, the second …; then the letter has failed."""

LEASE = timedelta(minutes=5)
"""How long a letter belongs to the worker that sends it; longer than any time-out."""


class MailServerAway(OSError):
    """The letter was refused or nobody answered, for days."""


@office_task(label=_("Send an e-mail"), atomic=False)
def send_letter(*, letter: int) -> None:
    """Send a letter that is due; one that is sent already stays sent."""
    with step():
        message = _take(letter, at=timezone.now())
    if message is None:
        return
    try:
        message.send()
    except (OSError, AnymailError) as error:
        with step():
            has_failed = _try_later(letter, at=timezone.now())
        if has_failed:
            raise MailServerAway from error
        log.warning("letter %s was not sent: %s", letter, type(error).__name__)
        return
    with step():
        _note_sent(letter, at=timezone.now())


def _take(pk: int, *, at: datetime) -> EmailMessage | None:
    letter = _locked(pk)
    if letter.state == LetterState.SENT:
        return None
    if letter.state == LetterState.PENDING and letter.try_at > at:
        send_letter.enqueue_at(letter.try_at, letter=pk)
        return None
    if letter.state == LetterState.FAILED:
        letter.tries = 0
    letter.state = LetterState.PENDING
    letter.tries += 1
    letter.try_at = at + LEASE
    letter.save(update_fields=["state", "tries", "try_at"])
    return texts.message_of(letter)


def _try_later(pk: int, *, at: datetime) -> bool:
    letter = _locked(pk)
    if letter.tries > len(WAITS):
        letter.state = LetterState.FAILED
        letter.save(update_fields=["state"])
        return True
    letter.try_at = at + WAITS[letter.tries - 1]
    letter.save(update_fields=["try_at"])
    send_letter.enqueue_at(letter.try_at, letter=pk)
    return False


def _note_sent(pk: int, *, at: datetime) -> None:
    letter = _locked(pk)
    letter.state, letter.sent_at = LetterState.SENT, at
    letter.save(update_fields=["state", "sent_at"])


def _locked(pk: int) -> Letter:
    return Letter.objects.select_for_update(of=("self",)).get(
        organisation=tenancy.required(), pk=pk
    )
