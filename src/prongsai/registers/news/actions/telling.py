"""Who is told what about articles."""

from datetime import datetime

from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.notifications.actions import notify
from prongsai.registers.news.models import Article, Posting


def tell_to_publish(article: Article, *, by: User, at: datetime) -> None:
    """Tell those who may publish it that its writer is ready."""
    day = localdate(at)
    people = [held.user for held in holders(Role.ANALYST, on=day)]
    if article.division is not None:
        heads = holders(Role.HEAD, on=day, division=article.division)
        people += [held.user for held in heads]
    notify(
        [person for person in people if person != by],
        "news.to-publish",
        about=article,
        url=article.get_absolute_url(),
        by=by,
        at=at,
        number=article.pk,
    )


def tell_not_published(article: Article, *, at: datetime) -> None:
    """Tell writer and publisher that it did not become public on its day."""
    people = {article.written_by, article.scheduled_by}
    notify(
        [person for person in people if person is not None],
        "news.not-published",
        about=article,
        url=article.get_absolute_url(),
        at=at,
        number=article.pk,
    )


def tell_not_posted(posting: Posting, *, at: datetime) -> None:
    """Tell who asked for it that a posting did not go through, or may not have."""
    notify(
        [posting.asked_by],
        "news.not-posted",
        about=posting,
        url=posting.article.get_absolute_url(),
        at=at,
        number=posting.article_id,
    )
