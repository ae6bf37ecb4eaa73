"""What search learns of a publication: its titles and all the text it shows."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape

from django.utils.timezone import localdate

from prongsai.foundations.publications import queries
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.models import Publication, Version
from prongsai.foundations.search import actions as search
from prongsai.foundations.search.entering import MOST_TEXT

_NOT_READ = frozenset(
    {
        "key", "keys", "url", "address", "digest", "sha256", "kind", "confidence",
        "part", "numeric", "content_type", "id", "href", "src", "picture", "colour",
        "framework_revision", "tables_of", "files",
    }
)  # fmt: skip
"""What a document says to machines."""

_ENGLISH = MOST_TEXT // 4
"""Letters kept of what is said in English."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}.*", re.ASCII)
_TAG = re.compile(r"<[^<>]*>")


def enter(version: Version, *, at: datetime) -> None:
    """Let a publication be found by the words of this version."""
    publication = version.publication
    search.put(
        url=publication.get_absolute_url(),
        kind=kind_of(publication.address),
        title_th=version.title_th,
        title_en=version.title_en,
        text=text_of(version.content),
        on=localdate(version.published_at),
        at=at,
    )


def leave(publication: Publication) -> None:
    """Let a publication no longer be found."""
    search.drop(url=publication.get_absolute_url())


def rebuild(*, at: datetime) -> int:
    """Make the index of the current office anew from what stands; return how many."""
    standing = queries.standing_versions()
    for version in standing:
        enter(version, at=at)
    search.keep_only({row.publication.get_absolute_url() for row in standing})
    return len(standing)


def kind_of(address: str) -> str:
    """Return what an address is about: its first word.

    >>> kind_of("ita/2569/o12"), kind_of("reports/2569/year")
    ('ita', 'reports')
    """
    return address.partition("/")[0]


def text_of(content: Json) -> str:
    """Return every text of a content, the English after the rest, up to ``MOST_TEXT``.

    >>> table = {"key": "t", "title_en": "Plan", "title_th": "แผน"}
    >>> text_of({"tables": [table | {"rows": [["<b>ก&amp;ข</b>", 4, "2026-01-31"]]}]})
    'แผน ก&ข 4 Plan'
    """
    thai = _joined(_texts(content, english=False), MOST_TEXT - _ENGLISH)
    return f"{thai} {_joined(_texts(content, english=True), _ENGLISH)}".strip()


def _joined(texts: Iterator[str], most: int) -> str:
    """Join texts until there are enough letters."""
    taken, size = [], 0
    for text in texts:
        taken.append(text)
        size += len(text) + 1
        if size > most:
            break
    return " ".join(taken)[:most]


def _texts(value: Json, *, english: bool, is_english: bool = False) -> Iterator[str]:
    """Walk through a content; what is English stands under a name that says so."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_READ and not isinstance(inner, int):
                said = is_english or name == "en" or name.endswith("_en")
                yield from _texts(inner, english=english, is_english=said)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, english=english, is_english=is_english)
    elif value is not None and not isinstance(value, bool) and english == is_english:
        text = str(value)
        if not _DAY.fullmatch(text):
            yield unescape(_TAG.sub(" ", text)).strip() if "<" in text else text
