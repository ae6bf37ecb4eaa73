"""Articles as staff find them, their photos, and the short names for addresses."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.news.models import Article, Photo
from prongsai.registers.news.states import ArticleState

_THAI = re.compile(r"[\u0e00-\u0e7f]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NOT_A_SLUG = re.compile(r"versions|files|notice|atom|v\d+|page", re.ASCII)


def visible_to(user: User) -> QuerySet[Article]:
    """Return the articles of a person's office: colleagues read each other's drafts."""
    return Article.objects.filter(organisation=user.organisation_id).select_related(
        "division", "written_by", "published__publication"
    )


def of_office() -> QuerySet[Article]:
    """Return every article of the current office."""
    return Article.objects.filter(organisation=tenancy.required())


def due(day: date) -> QuerySet[Article]:
    """Return what waits to be published by itself, and its day has come."""
    return of_office().filter(state=ArticleState.SCHEDULED, publish_on__lte=day)


def photos(article: Article) -> list[Photo]:
    """Return the photos of an article in their order."""
    rows = Photo.objects.filter(organisation=tenancy.required(), article=article)
    return list(rows.select_related("file").prefetch_related("file__copies"))


def photos_of(user: User) -> QuerySet[Photo]:
    """Return the photos of every article of a person's office."""
    rows = Photo.objects.filter(organisation=user.organisation_id)
    return rows.select_related("article", "file").prefetch_related("file__copies")


def papers(article: Article) -> QuerySet[StoredFile]:
    """Return everything that hangs on an article."""
    return files.of(article)


def can_read_photo(user: User, owner_pk: int) -> bool:
    """Whether a person may open what hangs on an article: colleagues may."""
    return visible_to(user).filter(pk=owner_pk).exists()


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address: small letters, digits, hyphens.

    >>> is_slug("flood-2569"), is_slug("Flood"), is_slug("v2")
    (True, False, False)
    """
    return bool(SLUG.fullmatch(text)) and not _NOT_A_SLUG.fullmatch(text)


def slug_is_taken(slug: str, *, year: int, besides: Article | None = None) -> bool:
    """Whether another article of the year has this short name."""
    rows = of_office().filter(fiscal_year=year, slug=slug)
    if besides is not None and besides.pk is not None:
        rows = rows.exclude(pk=besides.pk)
    return rows.exists()


def proposed_slug(title_th: str, title_en: str, *, year: int) -> str:
    """Return a short name for an address that is free in its year.

    From the English title, else from the Thai one as the Royal Society writes its
    sounds, else a number.
    """
    stem = plain_name(title_en) or plain_name(romanised(title_th)) or "article"
    if not is_slug(stem):
        stem = f"news-{stem}"
    taken = set(
        of_office()
        .filter(Q(slug=stem) | Q(slug__startswith=f"{stem}-"), fiscal_year=year)
        .values_list("slug", flat=True)
    )
    if stem not in taken and stem != "article":
        return stem
    number = 1 if stem == "article" else 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def plain_name(text: str) -> str:
    """Return a text in small letters with hyphens, cut after a whole word.

    >>> plain_name("The Library opens, 1 Oct!")
    'the-library-opens-1-oct'
    """
    plain = _NOT_PLAIN.sub("-", to_arabic(text).lower()).strip("-")
    if len(plain) <= _LONGEST_SLUG:
        return plain
    return plain[: _LONGEST_SLUG + 1].rpartition("-")[0] or plain[:_LONGEST_SLUG]


def romanised(text: str) -> str:
    """Return a Thai text in Latin letters, word by word; nothing is downloaded.

    >>> romanised("ห้องสมุด เปิด 9 โมง")
    'hongsamut poet 9 mong'
    """
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415  # seldom and slow
    from pythainlp.transliterate import romanize  # noqa: PLC0415

    words = word_tokenize(to_arabic(text)[:200], engine="newmm", keep_whitespace=False)
    return " ".join(
        romanize(word, engine="royin") if _THAI.fullmatch(word) else word
        for word in words
    )
