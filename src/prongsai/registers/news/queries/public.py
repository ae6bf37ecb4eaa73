"""What the public lists of news show: what is published, not expired, pinned first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.utils.translation import get_language

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.search import queries as search
from prongsai.registers.news.models import Listed
from prongsai.registers.news.states import Category
from prongsai.ui.paging import LongPage, LongPaginator

PER_PAGE = 12
NEWEST = 30
_FOUND_PAGES = 5


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a reader narrows the list."""

    category: str = ""
    year: int | None = None
    words: str = ""
    page: object = 1

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.category or self.year or self.words)


@dataclass(frozen=True, kw_only=True)
class Teaser:
    """One article in a list, in the reader's language, as its published version says."""

    title: str
    url: str
    summary: str
    category: str
    happened_on: date
    is_pinned: bool
    picture: str
    width: int
    height: int


def standing(*, on: date) -> QuerySet[Listed]:
    """Return what is in the lists on a day: pinned first, then the newest."""
    rows = Listed.objects.filter(organisation=tenancy.required()).filter(
        Q(expires_on=None) | Q(expires_on__gte=on)
    )
    pinned = Case(
        When(pinned_until__gte=on, then=Value(value=True)),
        default=Value(value=False),
        output_field=BooleanField(),
    )
    return (
        rows.annotate(is_pinned=pinned)
        .select_related("version__publication")
        .order_by("-is_pinned", "-happened_on", "-pk")
    )


def found(asked: Asked, *, on: date) -> LongPage:
    """Return one page of the list as it was asked for."""
    rows = standing(on=on)
    if asked.category:
        rows = rows.filter(category=asked.category)
    if asked.year is not None:
        rows = rows.filter(fiscal_year=asked.year)
    if asked.words.strip():
        rows = rows.filter(_with_words(asked))
    return LongPaginator(rows, PER_PAGE).page(asked.page)


def newest(*, on: date, most: int = NEWEST) -> list[Listed]:
    """Return the newest articles in the lists, whether pinned or not."""
    return list(standing(on=on).order_by("-version__published_at", "-pk")[:most])


def on_top(*, on: date, most: int = 6) -> list[Teaser]:
    """Return what the home page shows of the news."""
    return teasers(list(standing(on=on)[:most]))


def years(*, on: date) -> list[int]:
    """Return the fiscal years that have articles, the newest first."""
    rows = (
        standing(on=on).order_by("-fiscal_year").values_list("fiscal_year", flat=True)
    )
    return list(dict.fromkeys(rows))


def of_year(year: int, *, until: date) -> QuerySet[Listed]:
    """Return every public article of a fiscal year that happened by a day."""
    rows = Listed.objects.filter(
        organisation=tenancy.required(), fiscal_year=year, happened_on__lte=until
    )
    return rows.select_related("version__publication").order_by("happened_on", "pk")


def teasers(rows: Sequence[Listed]) -> list[Teaser]:
    """Return rows as lists show them."""
    return [_teaser(row) for row in rows]


def _teaser(row: Listed) -> Teaser:
    content, url = row.version.content, row.version.get_absolute_url()
    photo = _first_photo(content.get("photos"))
    return Teaser(
        title=row.version.title,
        url=row.version.publication.get_absolute_url(),
        summary=_in_language(content.get("summary")),
        category=str(Category(row.category).label),
        happened_on=row.happened_on,
        is_pinned=bool(getattr(row, "is_pinned", False)),
        picture=f"{url}files/{photo['picture']}" if photo else "",
        width=_number(photo.get("width")),
        height=_number(photo.get("height")),
    )


def _first_photo(photos: Json) -> dict[str, Json]:
    first = photos[0] if isinstance(photos, list) and photos else {}
    return first if isinstance(first, dict) else {}


def _in_language(said: Json) -> str:
    if not isinstance(said, dict):
        return ""
    chosen = said.get("en" if get_language() == "en" else "th") or said.get("th")
    return str(chosen or "")


def _number(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _with_words(asked: Asked) -> Q:
    """Narrow by words: what the index of the site finds, else letters in the title."""
    addresses: set[str] = set()
    for page in range(1, _FOUND_PAGES + 1):
        answer = search.find(asked.words, kind="news", year=asked.year, page=page)
        addresses |= {row.url.strip("/") for row in answer.rows}
        if answer.page is None or not answer.page.has_next():
            break
    letters = asked.words.strip()[:100]
    return (
        Q(version__publication__address__in=addresses)
        | Q(version__title_th__icontains=letters)
        | Q(version__title_en__icontains=letters)
    )
