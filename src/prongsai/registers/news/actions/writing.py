"""Begin an article, write it further, keep its photos."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.publications import prose
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.news import permissions, rules
from prongsai.registers.news.actions import refusals
from prongsai.registers.news.models import Article, Photo
from prongsai.registers.news.queries import articles as queries
from prongsai.registers.news.states import ARTICLE, ArticleState, Category


@dataclass(frozen=True, kw_only=True)
class ArticleDraft:
    """What an article says; without a short name one is proposed."""

    title_th: str
    happened_on: date
    fiscal_year: int
    category: Category = Category.NEWS
    title_en: str = ""
    slug: str = ""
    summary_th: str = ""
    summary_en: str = ""
    body_th: str = ""
    body_en: str = ""
    division: Division | None = None
    mission: str = ""
    source_reference: str = ""
    expires_on: date | None = None
    pinned_until: date | None = None
    photos: Sequence[StoredFile] = ()


@dataclass(frozen=True, kw_only=True)
class PhotoWords:
    """What a photo shows, for those who do not see it, and its place."""

    alt_th: str
    alt_en: str = ""
    order: int = 0


@transaction.atomic
def draft(said: ArticleDraft, *, by: User, at: datetime) -> Article:
    """Begin an article; nobody outside sees it."""
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    article = Article(organisation_id=tenancy.required(), written_at=at, written_by=by)
    _put(article, said)
    article.save()
    _add(article, said.photos, by=by, at=at)
    audit.record("news.drafted", on=article, by=by, at=at)
    return article


@transaction.atomic
def edit(
    article: Article, said: ArticleDraft, *, version: int, by: User, at: datetime
) -> Article:
    """Write it further.

    What waits for a day has to be looked at again; what is public stays as it is until
    the correction is published.
    """
    article = locked(article, by=by, at=at)
    check_version(article, version)
    _put(article, said)
    changed(article)
    article.save()
    _add(article, said.photos, by=by, at=at)
    audit.record("news.edited", on=article, by=by, at=at)
    return article


@transaction.atomic
def add_photos(
    article: Article, received: Sequence[StoredFile], *, by: User, at: datetime
) -> Article:
    """Hang received photos on an article."""
    article = locked(article, by=by, at=at)
    _add(article, received, by=by, at=at)
    changed(article)
    article.save()
    audit.record("news.photos-added", on=article, by=by, at=at, photos=len(received))
    return article


@transaction.atomic
def describe(
    photo: Photo, said: PhotoWords, *, version: int, by: User, at: datetime
) -> Photo:
    """Say what a photo shows, and where it stands among the others."""
    article = locked(photo.article, by=by, at=at)
    photo = _photo(photo)
    check_version(photo, version)
    photo.alt_th, photo.alt_en = said.alt_th.strip(), said.alt_en.strip()
    photo.order = said.order
    advance(photo)
    photo.save()
    changed(article)
    article.save()
    audit.record("news.photo-described", on=article, by=by, at=at, photo=photo.pk)
    return photo


@transaction.atomic
def remove(photo: Photo, *, by: User, at: datetime) -> Article:
    """Take a photo out; versions published with it keep their copy."""
    article = locked(photo.article, by=by, at=at)
    photo = _photo(photo)
    pk, slot = photo.pk, photo.file.slot
    photo.delete()
    files.forget(article, slot=slot, at=at)
    changed(article)
    article.save()
    audit.record("news.photo-removed", on=article, by=by, at=at, photo=pk)
    return article


def locked(article: Article, *, by: User, at: datetime) -> Article:
    """Return the row, nobody else's for now; refuse who may not write it."""
    found = (
        Article.objects.select_for_update(of=("self",))
        .select_related("division", "published__publication")
        .get(organisation=tenancy.required(), pk=article.pk)
    )
    if not permissions.can_edit(by, found, on=localdate(at)):
        raise PermissionDenied
    return found


def changed(article: Article) -> None:
    """Count a change; what waits for its day goes back to its writer."""
    state = ArticleState(article.state)
    if state == ArticleState.SCHEDULED:
        ARTICLE.check(state, ArticleState.DRAFT)
        article.state = ArticleState.DRAFT
    article.is_changed = article.published_id is not None
    advance(article)


def _photo(photo: Photo) -> Photo:
    rows = Photo.objects.select_for_update(of=("self",)).select_related("file")
    return rows.get(organisation=tenancy.required(), pk=photo.pk)


def _put(article: Article, said: ArticleDraft) -> None:
    if not said.title_th.strip():
        raise refusals.TitleMissing
    slug = said.slug.strip() or _kept_slug(article, said)
    _check_slug(article, slug, said.fiscal_year)
    article.slug, article.fiscal_year = slug, said.fiscal_year
    article.title_th, article.title_en = said.title_th.strip(), said.title_en.strip()
    article.category, article.happened_on = said.category, said.happened_on
    article.summary_th, article.summary_en = said.summary_th, said.summary_en
    article.body_th = prose.clean(said.body_th)
    article.body_en = prose.clean(said.body_en)
    article.division, article.mission = said.division, said.mission.strip()
    article.source_reference = said.source_reference.strip()
    article.expires_on, article.pinned_until = said.expires_on, said.pinned_until


def _kept_slug(article: Article, said: ArticleDraft) -> str:
    if article.slug and article.fiscal_year == said.fiscal_year:
        return article.slug
    return queries.proposed_slug(said.title_th, said.title_en, year=said.fiscal_year)


def _check_slug(article: Article, slug: str, year: int) -> None:
    """Refuse a name that is none, or whose address was ever given to something else."""
    if not queries.is_slug(slug):
        raise refusals.SlugUnfit(slug=slug)
    address = f"news/{year}/{slug}"
    own = article.published.publication.address if article.published else ""
    is_taken = queries.slug_is_taken(slug, year=year, besides=article)
    if is_taken or (address != own and publications.is_address(address)):
        raise refusals.SlugTaken(address=address)


def _add(
    article: Article, received: Sequence[StoredFile], *, by: User, at: datetime
) -> None:
    if not received:
        return
    there = queries.photos(article)
    limit = rules.value("photos_most", on=localdate(at))
    if len(there) + len(received) > limit:
        raise refusals.TooManyPhotos(limit=limit)
    first = max((photo.order for photo in there), default=0) + 1
    for order, file in enumerate(received, first):
        # A slot of its own, so that one photo can be forgotten without the others.
        slot = f"photo-{file.pk}"
        files.claim([file], owner=article, by=by, at=at, slot=slot)
        Photo.objects.create(
            organisation_id=article.organisation_id,
            article=article,
            file_id=file.pk,
            order=order,
        )
