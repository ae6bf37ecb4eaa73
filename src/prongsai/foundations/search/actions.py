"""Enter a public page into the index, or take it out; the deed it is part of is recorded."""

from datetime import date, datetime

from django.db import transaction

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.search import entering
from prongsai.foundations.search.models import Kind, SearchEntry


@transaction.atomic
def put(  # noqa: PLR0913  # what is entered has all these sides
    *,
    url: str,
    kind: str,
    title_th: str,
    title_en: str,
    text: str,
    on: date,
    at: datetime,
) -> SearchEntry:
    """Enter a page, or enter it anew; an unknown kind is "other"."""
    kept = entering.cut(text)
    entry, _ = SearchEntry.objects.update_or_create(
        organisation_id=tenancy.required(),
        url=url,
        defaults={
            "kind": kind if kind in Kind.values else Kind.OTHER,
            "title_th": title_th,
            "title_en": title_en,
            "text": kept,
            "title_words": entering.words_in(title_th, title_en),
            "words": entering.words_in(title_th, title_en, kept),
            "year": entering.year_of(url, on),
            "on": on,
            "at": at,
        },
    )
    return entry


@transaction.atomic
def drop(*, url: str) -> None:
    """Take a page out; one that is not in is out already."""
    SearchEntry.objects.filter(organisation=tenancy.required(), url=url).delete()


@transaction.atomic
def keep_only(urls: set[str]) -> int:
    """Take out every page but these; return how many went."""
    entries = SearchEntry.objects.filter(organisation=tenancy.required())
    stale = [entry.pk for entry in entries.only("pk", "url") if entry.url not in urls]
    return entries.filter(pk__in=stale).delete()[0]
