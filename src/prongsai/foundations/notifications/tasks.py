"""Each day: the letters of the day, and letters whose turn was lost."""

from datetime import date, datetime
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications import letters, queries
from prongsai.foundations.notifications.posting import send_letter
from prongsai.foundations.tasks.naming import labelled
from prongsai.foundations.tasks.schedule import Daily


@labelled(_("Letters of the day"))
def write_digests(_day: date, at: datetime) -> None:
    """Put what people have not read into one letter each, for those who wish it so."""
    waiting = queries.for_the_digest()
    for _receiver, notices in groupby(waiting, key=lambda one: one.receiver_id):
        letters.write(list(notices), at=at, is_digest=True)


@labelled(_("Letters that wait"))
def send_what_waits(_day: date, at: datetime) -> None:
    """Give every letter whose try is past a new turn, should its own be lost."""
    for letter in queries.overdue_letters(at):
        send_letter.enqueue(letter=letter.pk)


DAILY: list[Daily] = [write_digests, send_what_waits]
