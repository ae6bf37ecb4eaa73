"""What is frozen of an article when it is published."""

from collections.abc import Sequence

from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.prose import clean
from prongsai.registers.news.models import Article
from prongsai.registers.news.states import ArticleState

TEMPLATE = "news/public/article.html"
"""Draws a published article."""

STATES_WITH_PAGE = frozenset({ArticleState.PUBLISHED, ArticleState.WITHDRAWN})


def content_of(
    article: Article, photos: Sequence[dict[str, Json]]
) -> dict[str, object]:
    """Return the document of an article: words in both languages, photos by name."""
    division = article.division
    return {
        "kind": article.category,
        "year": article.fiscal_year,
        "happened_on": article.happened_on,
        "expires_on": article.expires_on,
        "summary": {
            "th": article.summary_th,
            "en": article.summary_en or article.summary_th,
        },
        "html": {
            "th": clean(article.body_th),
            "en": clean(article.body_en) or clean(article.body_th),
        },
        "is_translated": bool(article.body_en),
        "mission": article.mission,
        "source": article.source_reference,
        "responsible": {"th": division.name_th, "en": division.name_en}
        if division
        else None,
        "photos": list(photos),
        "tables": [],
    }
