"""What the page of an article shows: the checks, what can be done, photos, sharing."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.registers.news import permissions
from prongsai.registers.news.models import Article, Posting
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.queries import checking, postings, sharing
from prongsai.registers.news.staff_views.articles_finding import articles_trail
from prongsai.registers.news.staff_views.articles_tables import (
    postings_table,
    state_cell,
)
from prongsai.registers.news.states import ArticleState, OutletKind, PostingState
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date, short_moment


def article_context(user: User, article: Article, *, on: date) -> dict[str, object]:
    """Return everything the page of an article shows."""
    publishes = permissions.can_publish(user, article, on)
    posted = list(postings.of_article(article))
    is_public = article.state == ArticleState.PUBLISHED
    found = checking.problems(article, on=on)
    return {
        "article": article,
        "state": state_cell(article),
        "trail": articles_trail((str(article), "")),
        "problems": found,
        "is_sound": not checking.count(found, checking.Weight.ERROR),
        "facts": list(_facts(article)),
        "photos": queries.photos(article),
        "edits": permissions.can_edit(user, article, on),
        "deeds": list(_deeds(user, article, on=on)),
        "shares": sharing.texts_of(article.published, on=on)
        if is_public and article.published
        else [],
        "posts": list(_posts(article, posted)) if publishes and is_public else [],
        "postings": postings_table(posted) if posted else None,
        "unknown": [row for row in posted if row.state == PostingState.UNCERTAIN]
        if publishes
        else [],
    }


def _facts(article: Article) -> Iterator[tuple[str, object]]:
    yield _("Category"), article.get_category_display()
    yield _("Date of the event or announcement"), short_date(article.happened_on)
    yield _("Fiscal year"), article.fiscal_year
    yield pgettext("web", "Address"), f"/{article.address}/"
    yield _("Responsible division"), article.division or "–"
    yield _("Duty or mission it serves"), article.mission or "–"
    if article.source_reference:
        yield _("Reference of the memo it rests on"), article.source_reference
    if article.publish_on is not None:
        yield _("Publish on"), short_date(article.publish_on)
    if article.pinned_until is not None:
        yield _("On top of the lists until"), short_date(article.pinned_until)
    if article.expires_on is not None:
        yield _("In the lists until"), short_date(article.expires_on)
    yield _("Written by"), article.written_by
    if article.published_at is not None:
        yield pgettext("article", "Published on"), short_moment(article.published_at)


def _deeds(user: User, article: Article, *, on: date) -> Iterator[Deed]:
    state = ArticleState(article.state)
    if state == ArticleState.PUBLISHED and article.published:
        url = article.published.publication.get_absolute_url()
        yield Deed(label=_("The public page"), href=url, icon="eye")
    if permissions.can_publish(user, article, on):
        yield from _passing(article, state)
    elif permissions.can_edit(user, article, on) and state == ArticleState.DRAFT:
        ask = _("Those who publish it will be told.")
        yield _post("article_hand_in", article, _("Hand in"), ask=ask)
    if permissions.can_edit(user, article, on):
        label = _("Correct") if article.published_id else _("Write further")
        yield _to("article_edit", article, label, icon="edit")
    if state == ArticleState.PUBLISHED and permissions.can_withdraw(user, on):
        yield _to("article_withdraw", article, _("Withdraw"), kind="quiet")
    if state != ArticleState.WITHDRAWN:
        notice, square = _("Notice to print"), _("Picture for LINE")
        yield _to("notice", article, notice, kind="quiet", icon="print")
        yield _to("square", article, square, kind="quiet", icon="picture")


def _passing(article: Article, state: ArticleState) -> Iterator[Deed]:
    if state == ArticleState.SCHEDULED:
        label, ask = _("Do not publish by itself"), _("It becomes a draft again.")
        yield _post("article_unschedule", article, label, ask=ask)
    if state != ArticleState.PUBLISHED or article.is_changed:
        label = _("Publish the correction") if article.published_id else _("Publish")
        yield _to("article_publish", article, label, kind="primary", icon="globe")
    if state == ArticleState.DRAFT:
        yield _to("article_schedule", article, _("Publish on a day"), icon="calendar")
    if state == ArticleState.PUBLISHED:
        yield _to("article_pin", article, _("On top of the lists"), icon="up")


def _posts(article: Article, posted: list[Posting]) -> Iterator[Deed]:
    """The outlets this version can still be posted to."""
    taken = {
        row.kind
        for row in posted
        if row.published_id == article.published_id and row.state != PostingState.FAILED
    }
    for kind, outlet in postings.outlets().items():
        if outlet is not None and outlet.is_on and kind not in taken:
            yield _post_to(article, kind)


def _post_to(article: Article, kind: OutletKind) -> Deed:
    return Deed(
        label=_("Post to %(outlet)s") % {"outlet": kind.label},
        href=reverse("news:article_post", args=[article.pk, kind.value]),
        icon="send",
        is_post=True,
        confirm=_(
            "It is posted there for everyone and cannot be taken back from here."
        ),
    )


def _to(
    name: str, article: Article, label: str, *, kind: str = "secondary", icon: str = ""
) -> Deed:
    url = reverse(f"news:{name}", args=[article.pk])
    return Deed(label=label, href=url, kind=kind, icon=icon)


def _post(name: str, article: Article, label: str, *, ask: str) -> Deed:
    url = reverse(f"news:{name}", args=[article.pk])
    return Deed(label=label, href=url, is_post=True, confirm=ask, icon="send")
