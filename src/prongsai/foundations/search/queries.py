"""Find public pages by their words: all of them, else some, else as letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, and_, or_

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.search.models import Kind, SearchEntry
from prongsai.foundations.search.snippets import Part, marked, snippet
from prongsai.ita.thai.searching import LONGEST_QUESTION, MOST_WORDS, asked_words, plain
from prongsai.ui.paging import LongPage, LongPaginator

PER_PAGE = 20
_SHORTEST_LETTERS = 2

ALL, SOME, LETTERS, NONE, NOTHING_ASKED = "all", "some", "letters", "none", "no-words"
"""How the pages were found: with all words, with some, with these letters somewhere."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A page that was found."""

    title: str
    title_parts: list[Part]
    url: str
    kind: str
    kind_name: str
    on: date
    snippet: list[Part]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The answer to a question."""

    asked: str
    words: list[str]
    way: str
    rows: list[Row]
    total: int
    counted_all: bool
    missing: list[str]
    was_cut: bool
    page: LongPage | None
    years: list[int]


def entries() -> QuerySet[SearchEntry]:
    """Return every page of the current office that can be found."""
    return SearchEntry.objects.filter(organisation=tenancy.required())


def years() -> list[int]:
    """Return the fiscal years of the pages, the newest first."""
    found = entries().order_by("-year").values_list("year", flat=True)
    return list(found.distinct())


def find(q: str, *, kind: str = "", year: int | None = None, page: object = 1) -> Found:
    """Answer a question; every word must be found, unless no page has them all."""
    words = asked_words(q)
    within = _within(kind, year)
    letters = plain(q[:LONGEST_QUESTION])
    way, rows = _found(within, words, letters)
    marks = [letters] if way == LETTERS else words
    shown = LongPaginator(rows, PER_PAGE).page(page) if rows is not None else None
    return Found(
        asked=q[:LONGEST_QUESTION],
        words=words,
        way=way,
        rows=[_row(entry, marks) for entry in shown.object_list] if shown else [],
        total=shown.paginator.count if shown else 0,
        counted_all=shown.paginator.counted_all if shown else True,
        missing=_missing(within, words) if way != ALL else [],
        was_cut=len(q) > LONGEST_QUESTION or len(words) == MOST_WORDS,
        page=shown,
        years=years(),
    )


def suggest(q: str, *, most: int = 5) -> list[Row]:
    """Return a few likely pages for words out of an address that led nowhere."""
    words = asked_words(q)
    return [_row(entry, words) for entry in _with(entries(), words, or_)[:most]]


def _within(kind: str, year: int | None) -> QuerySet[SearchEntry]:
    rows = entries()
    if kind in Kind.values:
        rows = rows.filter(kind=kind)
    return rows if year is None else rows.filter(year=year)


def _found(
    within: QuerySet[SearchEntry], words: Sequence[str], letters: str
) -> tuple[str, QuerySet[SearchEntry] | None]:
    """Return the first way that finds anything, and the rows in their order."""
    if not words:
        return NOTHING_ASKED, None
    ways = [(ALL, _with(within, words, and_))]
    if len(words) > 1:
        ways.append((SOME, _with(within, words, or_)))
    if len(letters) >= _SHORTEST_LETTERS:
        has = Q(text__icontains=letters) | Q(title_th__icontains=letters)
        has |= Q(title_en__icontains=letters)
        ways.append((LETTERS, within.filter(has).order_by("-on", "-at", "pk")))
    return next(((way, rows) for way, rows in ways if rows.exists()), (NONE, None))


def _with(
    within: QuerySet[SearchEntry], words: Sequence[str], how: object
) -> QuerySet[SearchEntry]:
    """Return the pages with all or any of some words: many words, in titles, newest."""
    if not words:
        return within.none()
    has = [Q(words__contains=f" {word} ") for word in words]
    in_title = [Q(title_words__contains=f" {word} ") for word in words]
    chosen = reduce(and_ if how is and_ else or_, has)
    return (
        within.filter(chosen)
        .annotate(hits=_count(has), title_hits=_count(in_title))
        .order_by(F("hits").desc(), F("title_hits").desc(), "-on", "-at", "pk")
    )


def _count(conditions: Sequence[Q]) -> Combinable:
    """Return how many of some conditions hold."""
    ones = [
        Case(When(one, then=Value(1)), default=Value(0), output_field=IntegerField())
        for one in conditions
    ]
    total: Combinable = reduce(add, ones)
    return total


def _missing(within: QuerySet[SearchEntry], words: Sequence[str]) -> list[str]:
    """Return the words that no page has."""
    return [
        word
        for word in words
        if not within.filter(words__contains=f" {word} ").exists()
    ]


def _row(entry: SearchEntry, marks: Sequence[str]) -> Row:
    return Row(
        title=entry.title,
        title_parts=marked(entry.title, marks),
        url=entry.url,
        kind=entry.kind,
        kind_name=str(entry.get_kind_display()),
        on=entry.on,
        snippet=snippet(entry.text, marks),
    )
