"""What the page of a published article says, in the language of its reader."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.template import Library
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.prose import clean
from prongsai.registers.news.states import Category
from prongsai.ui.writing import in_english

register = Library()


@dataclass(frozen=True, kw_only=True)
class Said:
    """A frozen article as its page shows it today."""

    category: str
    happened_on: date | None
    expires_on: date | None
    is_expired: bool
    is_translated: bool
    summary: str
    html: SafeString
    photos: list[dict[str, Json]]
    facts: list[tuple[str, object]]


@register.filter
def news_said(content: Mapping[str, Json]) -> Said:
    """Return what a frozen article says; its markup is cleaned once more."""
    expires_on = _day(content.get("expires_on"))
    kind = str(content.get("kind"))
    known = kind in Category.values
    return Said(
        category=str(Category(kind).label) if known else "",
        happened_on=_day(content.get("happened_on")),
        expires_on=expires_on,
        is_expired=expires_on is not None and expires_on < timezone.localdate(),
        is_translated=bool(content.get("is_translated")),
        summary=_said(content.get("summary")),
        html=mark_safe(clean(_said(content.get("html")))),  # noqa: S308  # just cleaned
        photos=list(_photos(content.get("photos"))),
        facts=list(_facts(content)),
    )


def _photos(photos: Json) -> Iterator[dict[str, Json]]:
    for photo in photos if isinstance(photos, list) else []:
        if isinstance(photo, dict):
            yield photo | {"alt": _said(photo.get("alt"))}


def _facts(content: Mapping[str, Json]) -> Iterator[tuple[str, object]]:
    yield _("Fiscal year"), content.get("year")
    if content.get("mission"):
        yield _("Duty or mission it serves"), content["mission"]
    if content.get("responsible"):
        yield _("Responsible division"), _said(content["responsible"])
    if content.get("source"):
        yield _("Reference of the memo it rests on"), content["source"]


def _said(said: Json) -> str:
    if not isinstance(said, dict):
        return ""
    return str((said.get("en") if in_english() else "") or said.get("th") or "")


def _day(said: Json) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(said) if isinstance(said, str) else None
    return None
