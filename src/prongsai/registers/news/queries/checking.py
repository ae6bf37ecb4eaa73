"""The self-check before an article becomes public: what must, and what should, be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import current_office, divisions
from prongsai.foundations.publications.prose import text_of
from prongsai.ita.thai import personal
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.news.models import Article, Photo
from prongsai.registers.news.queries import articles
from prongsai.ui.tables import Tone


class Weight(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"  # not published with it
    WARNING = "warning"  # published once somebody says it was looked at
    HINT = "hint"


TONES: dict[Weight, Tone] = {
    Weight.ERROR: "bad",
    Weight.WARNING: "warn",
    Weight.HINT: "info",
}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One finding: its code, how much it weighs, what it says, the passage."""

    code: str
    weight: Weight
    text: str | Promise
    passage: str = ""

    @property
    def tone(self) -> Tone:
        """The colour that goes with its weight."""
        return TONES[self.weight]


_PERSONAL = {
    personal.Kind.CITIZEN_ID: (
        Weight.ERROR,
        _("There is a citizen's identity number in the text."),
    ),
    personal.Kind.TELEPHONE: (
        Weight.WARNING,
        _("There is a telephone number in the text that is not one of the office."),
    ),
    personal.Kind.ADDRESS: (
        Weight.WARNING,
        _("There is an address in the text. Is it that of a private person?"),
    ),
}


def problems(article: Article, *, on: date) -> list[Problem]:
    """Return everything the self-check finds, what must be put right first."""
    photos = articles.photos(article)
    found = [
        *_empty(article),
        *_days(article, on),
        *_personal(article, photos),
        *_photos(photos),
        *_hints(article),
    ]
    return sorted(found, key=lambda one: list(Weight).index(one.weight))


def count(found: Sequence[Problem], weight: Weight) -> int:
    """Return how many findings have a weight."""
    return sum(1 for one in found if one.weight == weight)


def _empty(article: Article) -> Iterator[Problem]:
    if not text_of(article.body_th):
        text = _("The text in Thai is empty.")
        yield Problem(code="body-empty", weight=Weight.ERROR, text=text)


def _days(article: Article, on: date) -> Iterator[Problem]:
    if fiscal_year_of(article.happened_on) != article.fiscal_year:
        yield Problem(
            code="outside-year",
            weight=Weight.ERROR,
            text=_("The date does not lie in the fiscal year of the article."),
        )
    public_on = max(article.publish_on or on, on)
    if article.happened_on > public_on:
        yield Problem(
            code="happens-later",
            weight=Weight.ERROR,
            text=_("The date lies after the day on which the article is published."),
        )
    if article.expires_on is not None and article.expires_on < public_on:
        yield Problem(
            code="expired",
            weight=Weight.ERROR,
            text=_("The article would leave the lists before it is published."),
        )


def _personal(article: Article, photos: Sequence[Photo]) -> Iterator[Problem]:
    texts = [
        article.title_th,
        article.title_en,
        article.summary_th,
        article.summary_en,
        text_of(article.body_th),
        text_of(article.body_en),
        *(photo.alt_th for photo in photos),
        *(photo.alt_en for photo in photos),
    ]
    for found in personal.find("\n\n".join(texts), official=_official()):
        weight, text = _PERSONAL[found.kind]
        yield Problem(
            code=str(found.kind), weight=weight, text=text, passage=_shown(found)
        )


def _shown(found: personal.Found) -> str:
    """The passage as a person recognises it; a citizen's number is not repeated."""
    return "" if found.kind == personal.Kind.CITIZEN_ID else found.text[:80]


def _official() -> frozenset[str]:
    office = current_office()
    phones = [office.phones, *divisions().values_list("phone", flat=True)]
    address = getattr(office, "address_th", "")
    return frozenset(filter(None, [*phones, str(address)]))


def _photos(photos: Sequence[Photo]) -> Iterator[Problem]:
    without = [number for number, photo in enumerate(photos, 1) if not photo.alt_th]
    if without:
        yield Problem(
            code="alt-missing",
            weight=Weight.ERROR,
            text=_("A photo lacks the words for those who do not see it."),
            passage=", ".join(str(number) for number in without),
        )


def _hints(article: Article) -> Iterator[Problem]:
    if not article.mission:
        yield Problem(
            code="mission-missing",
            weight=Weight.HINT,
            text=_(
                "Without the duty or mission it serves, the article does not count for"
                " the assessment."
            ),
        )
    if not article.summary_th:
        text = _("Without a summary, lists show only the title.")
        yield Problem(code="summary-missing", weight=Weight.HINT, text=text)
