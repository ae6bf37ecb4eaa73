"""Publish, schedule, correct and withdraw an article; put it on top of the lists."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications import contents, moving, stamps
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.news import permissions
from prongsai.registers.news.actions import attaching, refusals
from prongsai.registers.news.actions.telling import tell_not_published, tell_to_publish
from prongsai.registers.news.actions.writing import locked
from prongsai.registers.news.models import Article, Listed
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.queries import checking
from prongsai.registers.news.queries.contents import TEMPLATE, content_of
from prongsai.registers.news.states import ARTICLE, ArticleState


@dataclass(frozen=True, kw_only=True)
class Passing:
    """What is said when an article is let through: warnings seen, what was corrected."""

    has_seen_warnings: bool = False
    note_th: str = ""
    note_en: str = ""


@transaction.atomic
def hand_in(article: Article, *, by: User, at: datetime) -> Article:
    """Tell those who may publish it that it is ready."""
    article = locked(article, by=by, at=at)
    found = checking.problems(article, on=localdate(at))
    if errors := checking.count(found, checking.Weight.ERROR):
        raise refusals.NotReady(count=errors)
    tell_to_publish(article, by=by, at=at)
    audit.record("news.handed-in", on=article, by=by, at=at)
    return article


@transaction.atomic
def publish(article: Article, said: Passing, *, by: User, at: datetime) -> Version:
    """Make an article public as it is now; the next time it is a correction."""
    article = _publishable(article, by=by, at=at)
    ARTICLE.check(ArticleState(article.state), ArticleState.PUBLISHED)
    article.publish_on = None
    _must_be_sound(article, said, on=localdate(at))
    return _publish(article, said, by=by, at=at)


@transaction.atomic
def schedule(
    article: Article, said: Passing, *, on: date, by: User, at: datetime
) -> Article:
    """Let an article become public by itself on a day to come."""
    article = _publishable(article, by=by, at=at)
    ARTICLE.check(ArticleState(article.state), ArticleState.SCHEDULED)
    if on <= localdate(at):
        raise refusals.DayPassed(day=on)
    article.publish_on = on
    _must_be_sound(article, said, on=localdate(at))
    article.state = ArticleState.SCHEDULED
    article.scheduled_at, article.scheduled_by = at, by
    advance(article)
    article.save()
    audit.record("news.scheduled", on=article, by=by, at=at, day=on.isoformat())
    return article


@transaction.atomic
def unschedule(article: Article, *, by: User, at: datetime) -> Article:
    """Let it wait for a person again."""
    article = _publishable(article, by=by, at=at)
    if article.state != ArticleState.SCHEDULED:
        raise refusals.NotScheduled
    _back_to_draft(article)
    audit.record("news.unscheduled", on=article, by=by, at=at)
    return article


@transaction.atomic
def publish_due(article: Article, *, by: User | None, at: datetime) -> Version | None:
    """Publish what waited for this day, in the name of who set the day.

    What the self-check refuses by now goes back to its writer, who is told.
    """
    rows = Article.objects.select_for_update(of=("self",)).select_related(
        "division", "published__publication", "scheduled_by", "written_by"
    )
    article = rows.get(organisation=tenancy.required(), pk=article.pk)
    signer = by or article.scheduled_by
    if article.state != ArticleState.SCHEDULED or signer is None:
        raise refusals.NotScheduled
    day = localdate(at)
    if article.publish_on is None or article.publish_on > day:
        raise refusals.NotScheduled
    found = checking.problems(article, on=day)
    if checking.count(found, checking.Weight.ERROR):
        _back_to_draft(article)
        tell_not_published(article, at=at)
        audit.record("news.unscheduled", on=article, by=None, at=at)
        return None
    return _publish(article, Passing(has_seen_warnings=True), by=signer, at=at)


@transaction.atomic
def withdraw(
    article: Article, *, reason_th: str, reason_en: str, by: User, at: datetime
) -> Article:
    """Take it back from the public, with a reason the public reads."""
    article = locked(article, by=by, at=at)
    if not permissions.can_withdraw(by, on=localdate(at)):
        raise PermissionDenied
    ARTICLE.check(ArticleState(article.state), ArticleState.WITHDRAWN)
    if article.published is None:
        raise refusals.NotPublic
    if not reason_th.strip() or not reason_en.strip():
        raise refusals.ReasonMissing
    publications.take_back(
        article.published.publication,
        reason_th=reason_th,
        reason_en=reason_en,
        by=by,
        at=at,
    )
    Listed.objects.filter(organisation=tenancy.required(), article=article).delete()
    article.state = ArticleState.WITHDRAWN
    article.withdrawn_at, article.withdrawn_by = at, by
    advance(article)
    article.save()
    audit.record("news.withdrawn", on=article, by=by, at=at)
    return article


@transaction.atomic
def pin(
    article: Article, *, until: date | None, version: int, by: User, at: datetime
) -> Article:
    """Put a public article on top of the lists until a day, or take it down."""
    article = _publishable(article, by=by, at=at)
    check_version(article, version)
    if article.state != ArticleState.PUBLISHED:
        raise refusals.NotPublic
    if until is not None and until < localdate(at):
        raise refusals.DayPassed(day=until)
    article.pinned_until = until
    advance(article)
    article.save()
    Listed.objects.filter(organisation=tenancy.required(), article=article).update(
        pinned_until=until
    )
    stamps.public_pages_changed()
    audit.record("news.pinned", on=article, by=by, at=at, is_on=until is not None)
    return article


def _publishable(article: Article, *, by: User, at: datetime) -> Article:
    article = locked(article, by=by, at=at)
    if not permissions.can_publish(by, article, on=localdate(at)):
        raise PermissionDenied
    return article


def _must_be_sound(article: Article, said: Passing, *, on: date) -> None:
    found = checking.problems(article, on=on)
    if errors := checking.count(found, checking.Weight.ERROR):
        raise refusals.NotReady(count=errors)
    warnings = checking.count(found, checking.Weight.WARNING)
    if warnings and not said.has_seen_warnings:
        raise refusals.WarningsOpen(count=warnings)
    is_correction = article.published_id is not None
    if is_correction and not (said.note_th.strip() and said.note_en.strip()):
        raise refusals.NoteMissing


def _publish(article: Article, said: Passing, *, by: User, at: datetime) -> Version:
    old = article.published.publication if article.published else None
    has_moved = old is not None and old.address != article.address
    if old is not None and has_moved and article.state == ArticleState.PUBLISHED:
        where = contents.path_of(article.address)
        publications.take_back(
            old,
            reason_th=f"ย้ายไปที่ {where}",
            reason_en=f"Moved to {where}",
            by=by,
            at=at,
        )
    version = _put_up(article, said, by=by, at=at)
    if old is not None and has_moved:
        moving.moved(
            contents.path_of(old.address),
            contents.path_of(article.address),
            by=by,
            at=at,
        )
    _note(article, version, by=by, at=at)
    audit.record("news.published", on=article, by=by, at=at, version=version.number)
    return version


def _put_up(article: Article, said: Passing, *, by: User, at: datetime) -> Version:
    photos = attaching.shown(queries.photos(article))
    return publications.publish(
        address=article.address,
        title_th=article.title_th,
        title_en=article.title_en or article.title_th,
        content=content_of(article, [photo.said for photo in photos]),
        template=TEMPLATE,
        files=[
            *(photo.file for photo in photos),
            *attaching.notices_of(article),
        ],
        note_th=said.note_th.strip(),
        note_en=said.note_en.strip(),
        by=by,
        at=at,
    )


def _note(article: Article, version: Version, *, by: User, at: datetime) -> None:
    """Write down that it is public, and what the lists say of it."""
    first = article.published_at or at
    article.state, article.is_changed = ArticleState.PUBLISHED, False
    article.published, article.published_at, article.published_by = version, at, by
    article.withdrawn_at = article.withdrawn_by = None
    advance(article)
    article.save()
    listed = Listed.objects.filter(article=article).first()
    Listed.objects.update_or_create(
        article=article,
        defaults={
            "organisation_id": article.organisation_id,
            "version": version,
            "category": article.category,
            "fiscal_year": article.fiscal_year,
            "happened_on": article.happened_on,
            "mission": article.mission,
            "first_published_at": listed.first_published_at if listed else first,
            "expires_on": article.expires_on,
            "pinned_until": article.pinned_until,
        },
    )


def _back_to_draft(article: Article) -> None:
    ARTICLE.check(ArticleState(article.state), ArticleState.DRAFT)
    article.state, article.publish_on = ArticleState.DRAFT, None
    advance(article)
    article.save()
