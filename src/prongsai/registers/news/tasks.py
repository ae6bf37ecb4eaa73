"""The day's work of news: publish what waited for this day, try postings again."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.publications import stamps
from prongsai.foundations.tasks.office import office_task, step
from prongsai.registers.news import rules
from prongsai.registers.news.actions import posting as actions
from prongsai.registers.news.actions.publishing import publish_due
from prongsai.registers.news.actions.sending import End, send
from prongsai.registers.news.queries import articles, postings
from prongsai.registers.news.states import PostingState


def publish(day: date, at: datetime) -> None:
    """Publish what was set for this day; lists change with the day anyway."""
    for article in articles.due(day):
        publish_due(article, by=None, at=at)
    stamps.public_pages_changed()


def try_again(day: date, at: datetime) -> None:
    """Take up postings that nobody has finished."""
    wait = timedelta(minutes=rules.value("posting_wait_minutes", on=day))
    for posting in postings.unfinished(before=at - wait):
        post.enqueue(posting=posting.pk)


DAILY = [publish, try_again]


@office_task(label=_("Post an article elsewhere"), atomic=False)
def post(*, posting: int) -> None:
    """Try a posting once; what was not taken is tried again later, a few times."""
    with step():
        row = postings.posting(posting)
        message = actions.begin(row, by=None, at=timezone.now()) if row else None
    if row is None or message is None:
        return
    answer = send(message)
    with step():
        now = timezone.now()
        row = actions.end(row, answer, by=None, at=now)
        if answer.end == End.AGAIN and row.state == PostingState.WAITING:
            minutes = rules.value("posting_wait_minutes", on=timezone.localdate(now))
            post.enqueue_at(now + timedelta(minutes=minutes), posting=posting)
